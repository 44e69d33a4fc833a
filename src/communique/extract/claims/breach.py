"""What was not kept, told of a thing named before or by a noun: "broke it", "a violation of the deal", "did not honour".

Source: RECORD.md (`violated`, `disputed`).
"""

from communique.extract.claims.assertion import HYPOTHETICAL, is_open
from communique.extract.claims.bargain import Bargain, actors_of
from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive
from communique.extract.claims.party import Parties
from communique.extract.claims.when import times_in
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

DENYING = frozenset({"deny", "dispute", "reject", "contest"})
CALLING = frozenset(
    {
        "be",
        "call",
        "consider",
        "deem",
        "denounce",
        "regard",
        "term",
        "view",
        "describe",
        "constitute",
        "condemn",
        "report",
        "commit",
        "deplore",
        "see",
        "brand",
    }
)
SAYING = (
    frozenset({"call", "denounce", "describe", "condemn", "report", "deplore", "see", "brand", "consider", "regard"})
    | DENYING
)
BEYOND = ("advcl", "parataxis", "cc", "conj", "mark", "ccomp")
LENGTHS = frozenset({"minute", "hour", "day", "night", "week"})
NEAR = 2
SHORT = 9  # tokens of "And they weren't."


def breach_bargain(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The broken or disputed point that a verb tells; None if it tells none."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    if helpers & HYPOTHETICAL or is_open(analysis, verb):
        return None
    told = _called(analysis, verb) or _disputed(analysis, verb)
    status = (
        told
        or _of_pronoun(analysis, verb)
        or _held_for(analysis, verb)
        or _unkept(analysis, parties, verb)
        or _never_came(analysis, verb)
    )
    if status is None:
        return None
    left_out = [
        own for own in analysis.children(verb) if analysis.deps[own] in BEYOND and status is AgreementStatus.VIOLATED
    ]
    first, last = clause_tokens(analysis, verb, left_out)
    doers = actors_of(analysis, parties, verb)
    says = told is not None and analysis.lemmas[verb] in SAYING
    return Bargain(verb, status, "agreement", first, last, () if says else doers, True, doers if says else ())


def _of_pronoun(analysis: Analysis, verb: int) -> AgreementStatus | None:
    """ "the rebels broke it within an hour": it is the truce of the sentences before."""
    if analysis.lemmas[verb] not in agreement_words().violate - {"ignore", "defy"} or is_negated(analysis, verb):
        return None
    objects = children(analysis, verb, ("nsubjpass",) if is_passive(analysis, verb) else ("dobj",))
    if not any(analysis.lemmas[own] in ("it", "they", "them") and analysis.pos[own] == "PRON" for own in objects):
        return None
    return AgreementStatus.VIOLATED if _named_before(analysis, verb) else None


def _held_for(analysis: Analysis, verb: int) -> AgreementStatus | None:
    """ "It held for eleven days": no longer."""
    if analysis.lemmas[verb] not in ("hold", "last") or analysis.tags[verb] != "VBD" or is_negated(analysis, verb):
        return None
    doers = children(analysis, verb, ("nsubj",))
    if analysis.lemmas[verb] == "last" and doers and analysis.lemmas[doers[0]] == "it":
        return None
    if not doers or (analysis.lemmas[doers[0]] != "it" and analysis.lemmas[doers[0]] not in agreement_words().binding):
        return None
    if analysis.lemmas[doers[0]] == "it" and not _named_before(analysis, verb):
        return None
    short = any(
        analysis.lemmas[own] in LENGTHS and (child < own or analysis.deps[child] == "npadvmod")
        for child in children(analysis, verb, ("prep", "npadvmod"))
        if analysis.deps[child] == "npadvmod" or analysis.lemmas[child] == "for"
        for own in analysis.subtree(child)
    )
    return AgreementStatus.VIOLATED if short else None


def _never_came(analysis: Analysis, verb: int) -> AgreementStatus | None:
    """ "The prisoners were to be freed on Friday. They were not.": an act set for a day, and denied right after."""
    if analysis.lemmas[verb] != "be" or analysis.tags[verb] != "VBD" or is_negated(analysis, verb):
        return None
    acts = [own for own in children(analysis, verb, ("xcomp",)) if analysis.tags[own] in ("VB", "VBN")]
    number = analysis.sentence_of[verb]
    if not acts or not children(analysis, verb, ("nsubj", "nsubjpass")) or number + 1 >= len(analysis.sentences):
        return None
    set_for = times_in(analysis, analysis.span(verb, analysis.subtree(acts[0])[-1] + 1))
    first, last = analysis.sentences[number + 1]
    short = last - first <= SHORT
    root = next((own for own in range(first, last) if analysis.heads[own] == own), first)
    denied = is_negated(analysis, root) and analysis.lemmas[root] in ("be", "do", "have", "happen", "come", "occur")
    return AgreementStatus.VIOLATED if set_for and short and denied else None


def _named_before(analysis: Analysis, verb: int) -> bool:
    """Whether the sentence or the two before it name an agreement or a promise."""
    start = analysis.sentences[max(0, analysis.sentence_of[verb] - NEAR)][0]
    named = (agreement_words().nouns - agreement_words().weak_nouns) | agreement_words().binding | {"word"}
    return any(analysis.lemmas[own] in named and analysis.pos[own] == "NOUN" for own in range(start, verb))


def _called(analysis: Analysis, verb: int) -> AgreementStatus | None:
    """ "He called it a violation of the agreement", "reported 12 violations of the ceasefire"."""
    if analysis.lemmas[verb] not in CALLING or is_negated(analysis, verb):
        return None
    words = agreement_words()
    below = children(analysis, verb, ("attr", "oprd", "dobj", "nsubjpass"))
    below += tuple(own for prep in children(analysis, verb, ("prep",)) for own in children(analysis, prep, ("pobj",)))
    for clause in children(analysis, verb, ("ccomp",)):  # "considers the raid a breach of the deal"
        if not children(analysis, clause, ("mark", "aux")):
            below += (clause, *children(analysis, clause, ("dobj", "attr", "oprd")))
    for noun in below:
        if analysis.lemmas[noun] not in words.violation:
            continue
        if any(analysis.lemmas[own] in ("no", "any") for own in children(analysis, noun, ("det",))):
            continue
        if any(analysis.lemmas[own] in words.binding for own in children(analysis, noun, ("compound", "poss"))):
            return AgreementStatus.VIOLATED
        if _of_agreed(analysis, noun):
            return AgreementStatus.VIOLATED
    return None


def _of_agreed(analysis: Analysis, noun: int) -> bool:
    """ "of the truce", "of what we signed"."""
    words = agreement_words()
    for prep in children(analysis, noun, ("prep",)):
        if analysis.lemmas[prep] in ("of", "to"):
            if any(
                analysis.lemmas[own] in words.nouns | words.promised | {"article"}
                for own in children(analysis, prep, ("pobj",))
            ):
                return True
            if any(analysis.lemmas[own] in words.agree | words.make for own in children(analysis, prep, ("pcomp",))):
                return True
    return False


def _unkept(analysis: Analysis, parties: Parties, verb: int) -> AgreementStatus | None:
    """ "has not fulfilled its commitments", "failed to honour the accord": violated; "was not implemented": stalled."""
    words, lemma = agreement_words(), analysis.lemmas[verb]
    carried = lemma == "carry" and any(analysis.lemmas[own] == "out" for own in children(analysis, verb, ("prt",)))
    if lemma not in words.fulfil and not carried:
        return None
    failed = analysis.deps[verb] == "xcomp" and analysis.lemmas[analysis.heads[verb]] in words.fail
    if not failed and not is_negated(analysis, verb):
        return None
    passive = is_passive(analysis, verb)
    objects = children(analysis, verb, ("nsubjpass",) if passive else ("dobj",))
    if not any(analysis.lemmas[own] in words.promised for own in objects):
        return None
    if passive:
        return AgreementStatus.STALLED
    return AgreementStatus.VIOLATED if actors_of(analysis, parties, verb) else None


def _disputed(analysis: Analysis, verb: int) -> AgreementStatus | None:
    """ "denies that there was any such understanding", "disputes that a deal was reached"."""
    words = agreement_words()
    if analysis.lemmas[verb] not in DENYING or is_negated(analysis, verb):
        return None
    for clause in children(analysis, verb, ("ccomp",)):
        nouns = children(analysis, clause, ("attr", "nsubjpass", "dobj"))
        told = analysis.lemmas[clause] in words.make | {"be", "exist"}
        if told and any(analysis.lemmas[own] in words.binding for own in nouns):
            return AgreementStatus.DISPUTED
    return None
