"""What a paper is said to set: "the accord provides for", "the deal obliges both to", "..., the text says".

Source: gold rule 13; RECORD.md (`proposed` for a draft).
"""

from collections.abc import Iterator

from communique.extract.claims.assertion import is_open
from communique.extract.claims.bargain import Bargain, content_of
from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive, is_verb
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

BINDING = frozenset({"will", "shall", "must", "'ll"})
CONDITIONAL = frozenset({"would", "could", "may", "might"})
MODIFIERS = ("amod", "compound", "nmod", "det", "poss")
LOOSE = frozenset({"statement", "note", "communique", "communiqué", "declaration"})  # one side's as often as joint
TOGETHER = frozenset({"joint", "common", "final"})


def provided(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point that a paper as subject of `verb` sets; None if it sets none."""
    words, lemma = agreement_words(), analysis.lemmas[verb]
    if lemma not in words.provide and lemma not in words.read:
        return None
    papers = [own for own in children(analysis, verb, ("nsubj",)) if own < verb and is_paper(analysis, own)]
    if not papers or is_passive(analysis, verb) or is_negated(analysis, verb) or is_open(analysis, verb):
        return None
    clauses = [own for own in children(analysis, verb, ("ccomp",)) if _binds(analysis, own)]
    if clauses:
        first, last = _clause(analysis, clauses[0])
    elif lemma in words.provide and _has_object(analysis, verb):
        first, last = content_of(analysis, verb)
        first = max(first, verb)
    else:
        return None
    status = AgreementStatus.PROPOSED if _is_draft(analysis, verb, papers[0]) else AgreementStatus.AGREED
    kind = "draft" if status is AgreementStatus.PROPOSED else "agreement"
    return Bargain(clauses[0] if clauses else verb, status, kind, first, last, (), True)


def by_paper(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point of a clause that says what will be done "according to the text"; None if it has none."""
    if not is_verb(analysis, verb) or not _binds(analysis, verb) or is_open(analysis, verb):
        return None
    for prep in children(analysis, verb, ("prep",)):
        if analysis.lemmas[prep] != "accord":
            continue
        for obj in _objects(analysis, prep):
            if is_paper(analysis, obj):
                first, last = clause_tokens(analysis, verb, (prep,))
                return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, (), True)
    return None


def _objects(analysis: Analysis, accord: int) -> Iterator[int]:
    for to in children(analysis, accord, ("prep",)):
        yield from children(analysis, to, ("pobj",))


def is_paper(analysis: Analysis, noun: int) -> bool:
    """A definite agreement or text; "it" right after one; a statement only if it is a joint one."""
    words, lemma = agreement_words(), analysis.lemmas[noun]
    if lemma == "it" and analysis.pos[noun] == "PRON":
        return _told_before(analysis, noun)
    marks = {analysis.lemmas[own] for own in children(analysis, noun, MODIFIERS)}
    if lemma in LOOSE:
        return bool(marks & TOGETHER)
    return lemma in words.nouns | words.document and not marks & {"a", "an", "any", "no"}


def _told_before(analysis: Analysis, pronoun: int) -> bool:
    """Whether a paper is the subject of the sentence before the one that "it" opens."""
    number = analysis.sentence_of[pronoun]
    if number == 0 or analysis.sentences[number][0] != pronoun:
        return False
    first, last = analysis.sentences[number - 1]
    words = agreement_words()
    return any(
        analysis.deps[own] in ("nsubj", "nsubjpass") and analysis.lemmas[own] in words.nouns - words.weak_nouns
        for own in range(first, last)
    )


def _binds(analysis: Analysis, verb: int) -> bool:
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if helpers & BINDING:
        return True
    if analysis.lemmas[verb] == "be":
        return any(analysis.tags[own] in ("VB", "VBN") for own in children(analysis, verb, ("xcomp",)))
    return analysis.tags[verb] == "VB" and "to" not in helpers


def _clause(analysis: Analysis, verb: int) -> tuple[int, int]:
    left_out = [
        own for own in analysis.children(verb) if analysis.deps[own] == "mark" or (own < verb and analysis.deps[own] == "cc")
    ]
    return clause_tokens(analysis, verb, left_out)


def _has_object(analysis: Analysis, verb: int) -> bool:
    after = [own for own in analysis.children(verb) if own > verb]
    if analysis.lemmas[verb] in ("call", "provide") and any(analysis.deps[own] == "prep" for own in after):
        return any(analysis.lemmas[own] == "for" for own in after)
    return any(analysis.deps[own] in ("dobj", "xcomp", "ccomp", "dative") for own in after)


def _is_draft(analysis: Analysis, verb: int, paper: int) -> bool:
    """ "the draft text", "the deal would allow": not yet agreed."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    marks = {analysis.lemmas[own] for own in children(analysis, paper, MODIFIERS)}
    return bool(helpers & CONDITIONAL or marks & agreement_words().draft)
