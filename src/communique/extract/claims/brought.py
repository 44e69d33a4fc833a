"""What talks brought, by noun: "came out of the talks with a deal on A, half a deal on B and no deal on C", "the protocol, which
they signed on Monday", "in exchange for a promise that", "the point goes to a commission".

Source: gold rule 13.
"""

from communique.extract.claims.assertion import is_open
from communique.extract.claims.bargain import Bargain, actors_of, partners_of, status_of
from communique.extract.claims.clause import SUBJECT, children, clause_tokens, is_negated, is_passive, is_verb
from communique.extract.claims.fact import is_term
from communique.extract.claims.party import Parties
from communique.lexicon.agreement import agreement_words
from communique.model import AgreementStatus, Analysis

LEAVING = frozenset({"come", "emerge", "end", "close", "conclude", "finish", "leave", "return", "walk", "go", "part", "fly"})
MOST = 8  # deals in a row
FAR = 12  # tokens back to the one before
HALF = frozenset({"half", "partial", "preliminary", "provisional", "tentative"})
FOR = frozenset({"exchange", "return"})
PROMISE = frozenset({"assurance", "commitment", "guarantee", "pledge", "promise", "undertaking"})
GOING = frozenset({"go", "pass", "move"})
HANDING = frozenset({"refer", "hand", "entrust", "pass", "submit", "send", "transfer", "delegate"})
STUDY = frozenset({"examine", "study", "settle", "decide", "discuss", "resolve", "address", "clarify", "assess", "review"})
STUDY |= frozenset({"determine", "handle", "consider", "verify", "investigate", "work"})
SATISFIED = frozenset(
    {"satisfaction", "pleasure", "joy", "welcome", "applaud", "rejoice", "glad", "pleased", "happy", "satisfied"}
)
APPROVAL = frozenset({"approval", "ratification", "confirmation", "consent", "endorsement", "signature"})
BINDING = frozenset({"will", "shall", "'ll"})


def brought(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """The point that a noun of agreement makes as what talks ended with or as what was given in exchange."""
    words = agreement_words()
    if analysis.lemmas[noun] in PROMISE:
        return _in_exchange(analysis, parties, noun)
    if analysis.lemmas[noun] not in words.nouns - words.weak_nouns:
        return None
    return _carried_off(analysis, parties, noun) or _signed(analysis, parties, noun)


def _carried_off(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """ "came out of seven hours of talks with a deal on A and no deal on B": each part is a point."""
    verb = _left_with(analysis, noun)
    if verb is None or status_of(analysis, verb) is not AgreementStatus.AGREED:
        return None
    left_out = [own for own in analysis.children(noun) if analysis.deps[own] in ("cc", "conj")]
    left_out += [own for own in children(analysis, noun, ("appos",)) if analysis.lemmas[own] in agreement_words().nouns]
    first, last = clause_tokens(analysis, noun, left_out)
    marks = {analysis.lemmas[own] for own in analysis.children(noun) if own < noun}
    if "no" not in marks and not any(
        analysis.lemmas[own] in ("on", "over", "about", "to") for own in analysis.children(noun)
    ):
        return None
    status = AgreementStatus.AGREED
    if "no" in marks:
        status = AgreementStatus.NOT_AGREED
    elif marks & HALF:
        status = AgreementStatus.PARTLY_AGREED
    actors = (*actors_of(analysis, parties, verb), *partners_of(analysis, parties, verb))
    return Bargain(noun, status, "agreement", first, _without_mark(analysis, first, last), actors, True)


def _left_with(analysis: Analysis, noun: int) -> int | None:
    """The verb of leaving of "left with a deal on A, half a deal on B": through the deals named before, however parsed."""
    for _ in range(MOST):
        prep = analysis.heads[noun]
        if analysis.deps[noun] == "pobj" and analysis.lemmas[prep] == "with":
            verb = next((own for own in analysis.ancestors(prep) if is_verb(analysis, own)), None)
            return verb if verb is not None and analysis.lemmas[verb] in LEAVING else None
        first = analysis.subtree(noun)[0]
        start = analysis.sentences[analysis.sentence_of[noun]][0]
        if first - 1 <= start or analysis.lemmas[first - 1] not in (",", "and", "but", ";"):
            return None
        deals = agreement_words().nouns - agreement_words().weak_nouns
        before = [own for own in range(max(start, first - FAR), first) if analysis.lemmas[own] in deals]
        if not before:
            return None
        noun = before[-1]
    return None


def _without_mark(analysis: Analysis, first: int, last: int) -> int:
    while last - 1 > first and analysis.deps[last - 1] in ("punct", "cc"):
        last -= 1
    return last


def _signed(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """ "the protocol on plates, which the directors signed on Monday", "the deal that both reached in May"."""
    if any(analysis.lemmas[own] in ("a", "an", "any", "no") for own in children(analysis, noun, ("det",))):
        return None
    named = [obj for prep in children(analysis, noun, ("prep",)) for obj in children(analysis, prep, ("pobj",))]
    for verb in [own for head in (noun, *named) for own in children(analysis, head, ("relcl",))]:
        object_of = children(analysis, verb, ("dobj",)) or children(analysis, verb, ("nsubjpass",))
        makes = analysis.lemmas[verb] in agreement_words().make - {"announce", "hail", "close"}
        relative = any(analysis.tags[own] in ("WDT", "WP", "IN") for own in object_of)
        doers = children(analysis, verb, ("nsubj",))
        if makes and relative and (doers or is_passive(analysis, verb)) and analysis.tags[verb] in ("VBD", "VBN"):
            if status_of(analysis, verb) is not AgreementStatus.AGREED:
                return None
            below = analysis.subtree(noun)
            return Bargain(
                noun, AgreementStatus.AGREED, "agreement", below[0], below[-1] + 1, actors_of(analysis, parties, verb), True
            )
    return None


def _in_exchange(analysis: Analysis, parties: Parties, noun: int) -> Bargain | None:
    """ "withdrew its request in exchange for a promise that trucks will pass": the promise was given."""
    clauses = [
        own
        for own in children(analysis, noun, ("acl", "ccomp", "relcl"))
        if own > noun and ({analysis.lemmas[aux] for aux in children(analysis, own, ("aux",))} & (BINDING | {"would", "to"}))
    ]
    prep = analysis.heads[noun]
    if not clauses or analysis.deps[noun] != "pobj" or analysis.lemmas[prep] != "for":
        return None
    above = analysis.heads[prep]
    traded = analysis.lemmas[above] in FOR or any(
        analysis.lemmas[own] in FOR and analysis.deps[own] == "pobj" for own in range(max(0, prep - 2), prep)
    )
    verb = next((own for own in analysis.ancestors(prep) if analysis.pos[own] == "VERB"), None)
    if not traded or verb is None or status_of(analysis, verb) is not AgreementStatus.AGREED:
        return None
    first = analysis.subtree(noun)[0]
    return Bargain(noun, AgreementStatus.AGREED, "agreement", first, analysis.subtree(clauses[-1])[-1] + 1, (), True)


def welcomed(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "expressed satisfaction that the ban ends on 1 May", "welcomed that": a term told as a fact to come."""
    if analysis.deps[verb] not in ("acl", "ccomp") or not any(
        analysis.lemmas[own] == "that" for own in children(analysis, verb, ("mark",))
    ):
        return None
    above = analysis.heads[verb]
    glad = analysis.lemmas[above] in SATISFIED and not is_negated(analysis, above)
    if not glad or not children(analysis, verb, SUBJECT) or not is_term(analysis, parties, verb, told=False):
        return None
    left_out = [own for own in analysis.children(verb) if analysis.deps[own] in ("mark", "cc", "conj")]
    first, last = clause_tokens(analysis, verb, left_out)
    return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, (), True)


def provisional(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """ "Both points are ad referendum", "the figure is subject to approval": agreed so far as it goes."""
    if analysis.lemmas[verb] not in ("be", "remain") or is_negated(analysis, verb) or is_open(analysis, verb):
        return None
    if analysis.tags[verb] not in ("VBZ", "VBP", "VBD") or parties.sides(_doers(analysis, parties, verb)):
        return None
    said = children(analysis, verb, ("attr", "acomp", "prep"))
    held = any(
        (analysis.lemmas[own] == "referendum" and any(analysis.lemmas[one] == "ad" for one in analysis.children(own)))
        or (analysis.lemmas[own] == "subject" and _to_approval(analysis, own))
        for own in said
    )
    doers = children(analysis, verb, ("nsubj",))
    if not held or not any(analysis.pos[own] == "NOUN" for own in doers):
        return None
    left_out = [own for own in analysis.children(verb) if analysis.deps[own] in ("cc", "conj", "parataxis", "mark", "advcl")]
    first, last = clause_tokens(analysis, verb, left_out)
    return Bargain(verb, AgreementStatus.PARTLY_AGREED, "agreement", first, last, (), True)


def _doers(analysis: Analysis, parties: Parties, verb: int) -> tuple[str, ...]:
    return tuple(own for token in children(analysis, verb, ("nsubj",)) for own in parties.of(token))


def _to_approval(analysis: Analysis, head: int) -> bool:
    return any(
        analysis.lemmas[obj] in APPROVAL
        for to in children(analysis, head, ("prep",))
        for obj in children(analysis, to, ("pobj",))
    )


def referred(analysis: Analysis, parties: Parties, verb: int) -> Bargain | None:
    """The point that a clause sends to a body: "it goes to a joint commission", "is to be examined by a panel of six"."""
    if is_negated(analysis, verb) or (is_open(analysis, verb) and analysis.deps[verb] != "xcomp"):
        return None
    lemma = analysis.lemmas[verb]
    doers = children(analysis, verb, SUBJECT)
    if lemma in GOING and analysis.tags[verb] in ("VBZ", "VBP", "VB"):
        body = _body(analysis, verb, ("prep",), ("to", "before"))
    elif lemma in HANDING and is_passive(analysis, verb):
        body = _body(analysis, verb, ("prep", "dative"), ("to",))
    elif lemma in STUDY and is_passive(analysis, verb) and _ahead(analysis, verb):
        body = _body(analysis, verb, ("agent",), ("by",))
    else:
        return None
    root = analysis.heads[verb] if analysis.deps[verb] == "xcomp" else verb
    doers = doers or children(analysis, root, SUBJECT)
    if not body or not doers or parties.sides(parties.of(doers[0])) or (not _ahead(analysis, verb) and lemma not in GOING):
        return None
    left_out = [own for own in analysis.children(root) if analysis.deps[own] in ("cc", "parataxis", "mark")]
    left_out += [own for own in children(analysis, root, ("ccomp", "conj")) if own < root or analysis.deps[own] == "conj"]
    first, last = clause_tokens(analysis, root, left_out)
    return Bargain(verb, AgreementStatus.AGREED, "agreement", first, last, (), True)


def _ahead(analysis: Analysis, verb: int) -> bool:
    """ "will be", "is to be", "has been referred"."""
    helpers = {analysis.lemmas[own] for own in children(analysis, verb, ("aux",))}
    to = analysis.deps[verb] == "xcomp" and analysis.lemmas[analysis.heads[verb]] == "be"
    return bool(helpers & (BINDING | {"have"})) or to or (analysis.tags[verb] == "VBN" and analysis.deps[verb] == "ROOT")


def _body(analysis: Analysis, verb: int, deps: tuple[str, ...], preps: tuple[str, ...]) -> bool:
    """Whether a commission, panel or such stands there, not one that exists by a proper name alone."""
    for prep in children(analysis, verb, deps):
        if analysis.lemmas[prep] in preps:
            for obj in children(analysis, prep, ("pobj",)):
                if analysis.lemmas[obj] in agreement_words().referred and analysis.pos[obj] == "NOUN":
                    return True
    return False
