"""What became of a point right after it is told: "Neither did so", "Each side accuses the other of having broken it first"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.claims.clause import children, is_negated
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementMention, AgreementStatus, Analysis

ACCUSING = frozenset({"accuse", "blame"})
OTHERS = frozenset({"other", "another"})
KEEPING = frozenset(
    {"do", "happen", "keep", "honour", "honor", "implement", "fulfil", "fulfill", "respect", "carry", "occur", "deliver"}
)
NEITHER = frozenset({"neither", "none"})
FAR = 2  # sentences


def apply_fates(analysis: Analysis, mentions: Sequence[AgreementMention]) -> list[AgreementMention]:
    """The mentions; those that the next sentence, or the one after it, tells to be broken by both are `VIOLATED`.

    The mention of the breach itself is left out where it names no point of its own. A point of two or more sentences before, or of
    another paragraph, stays as it is.
    """
    broken: dict[int, int] = {}
    for number in range(len(analysis.sentences)):
        if _tells(analysis, number):
            for back in range(1, FAR + 1):
                before = number - back
                if before < 0 or not _adjoins(analysis, before, number):
                    break
                broken.setdefault(before, number)
                if _has_point(analysis, mentions, before):
                    break
    used: set[int] = set()
    kept: list[AgreementMention] = []
    for mention in mentions:
        number = _sentence(analysis, mention)
        if number in broken and mention.status in (AgreementStatus.AGREED, AgreementStatus.PARTLY_AGREED):
            told = analysis.evidence(analysis.sentence_span(broken[number]))
            mention = replace(mention, status=AgreementStatus.VIOLATED, evidence=(*mention.evidence, told))
            used.add(broken[number])
        kept.append(mention)
    return [own for own in kept if not (_sentence(analysis, own) in used and own.status is AgreementStatus.VIOLATED)]


def _sentence(analysis: Analysis, mention: AgreementMention) -> int:
    tokens = analysis.tokens_in(mention.content[0].span)
    return analysis.sentence_of[tokens.start] if tokens else -1


def _has_point(analysis: Analysis, mentions: Sequence[AgreementMention], number: int) -> bool:
    return any(_sentence(analysis, own) == number for own in mentions)


def _adjoins(analysis: Analysis, before: int, number: int) -> bool:
    """Whether no paragraph ends between two sentences."""
    end, start = analysis.sentence_span(before).end, analysis.sentence_span(number).start
    return "\n" not in analysis.text[end:start]


def _tells(analysis: Analysis, number: int) -> bool:
    first, last = analysis.sentences[number]
    return any(_accused(analysis, own) or _undone(analysis, own) for own in range(first, last))


def _accused(analysis: Analysis, verb: int) -> bool:
    """ "accuse each other of breaking", "each side accuses the other of having violated"."""
    if analysis.lemmas[verb] not in ACCUSING:
        return False
    below = {analysis.lemmas[own] for own in analysis.subtree(verb)}
    mutual = any(analysis.lemmas[own] in OTHERS for own in children(analysis, verb, ("dobj",)))
    return mutual and bool(below & (agreement_words().violate | agreement_words().violation))


def _undone(analysis: Analysis, verb: int) -> bool:
    """ "Neither did so", "neither was kept", "neither promise was honoured", "both were broken"."""
    doers = children(analysis, verb, ("nsubj", "nsubjpass"))
    if not doers or (is_negated(analysis, verb) and analysis.lemmas[doers[0]] not in NEITHER):
        return False
    words = {analysis.lemmas[doers[0]], *(analysis.lemmas[own] for own in children(analysis, doers[0], ("det",)))}
    if words & NEITHER and analysis.heads[verb] == verb:
        return analysis.lemmas[verb] in KEEPING
    return "both" in words and analysis.lemmas[verb] in agreement_words().violate
