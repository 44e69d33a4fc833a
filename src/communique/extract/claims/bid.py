"""Sums that a party names: "A puts the debt at 84 million, B at half", "the delegation named a figure of 30 per cent"."""

from collections.abc import Iterator

from communique.extract.claims.clause import children, clause_tokens, is_negated, is_passive, is_verb, subjects
from communique.extract.claims.party import Parties
from communique.extract.claims.stance_frame import Frame
from communique.lexicon.currency import NAMES, SHARED, SIGNS
from communique.model import Analysis, Stance

SUMS = frozenset({"figure", "sum", "price", "amount", "number", "percentage", "share", "total"})
SHARES = frozenset({"percent", "cent", "%", "tonne", "ton", "hectare", "metre", "meter", "kilometre", "kilometer"})
HARM = frozenset("toll dead casualty death victim loss refugee injured wounded attendance turnout crowd strength".split())
MONEY = frozenset({*NAMES, *SHARED, *SIGNS, "$"})
NAMING = frozenset({"name", "mention", "cite", "quote", "suggest", "table"})


def find_bids(analysis: Analysis, parties: Parties) -> Iterator[Frame]:
    """Sums that one of the two sides of the document gives for what is negotiated, in text order."""
    main = frozenset(parties.main())
    for verb in range(len(analysis)):
        if not is_verb(analysis, verb) or is_passive(analysis, verb) or is_negated(analysis, verb):
            continue
        if not (_puts_at(analysis, verb) or _names_sum(analysis, verb) or _speaks_of(analysis, verb)):
            continue
        actors = tuple(own for doer in subjects(analysis, verb, ()) for own in parties.of(doer))
        if actors and set(parties.sides(actors)) & main and len(actors) == 1:
            left_out = [
                own for own in analysis.children(verb) if analysis.deps[own] in ("conj", "cc", "parataxis", "mark", "nsubj")
            ]
            first, last = clause_tokens(analysis, verb, left_out)
            yield Frame(verb, Stance.DEMANDS, parties.sides(actors), first, last, False, False)


def _counts(analysis: Analysis, head: int) -> bool:
    """Whether a noun phrase is a sum of money or a measure."""
    below = analysis.subtree(head)
    numbers = any(analysis.pos[own] == "NUM" for own in below)
    return numbers and any(analysis.lemmas[own] in SHARES or analysis.lemmas[own] in MONEY for own in below)


def _after(analysis: Analysis, verb: int, prep: str) -> tuple[int, ...]:
    return tuple(
        own
        for child in children(analysis, verb, ("prep",))
        if analysis.lemmas[child] == prep
        for own in children(analysis, child, ("pobj",))
    )


def _puts_at(analysis: Analysis, verb: int) -> bool:
    """ "puts it at 31 million euros"; no toll, no turnout."""
    things = children(analysis, verb, ("dobj",))
    if analysis.lemmas[verb] != "put" or not things or {analysis.lemmas[own] for own in analysis.subtree(things[0])} & HARM:
        return False
    return any(_counts(analysis, own) for own in _after(analysis, verb, "at"))


def _names_sum(analysis: Analysis, verb: int) -> bool:
    """ "named a figure of 31 million euros", "put a figure on the table: thirty per cent"."""
    sums = [own for own in children(analysis, verb, ("dobj",)) if analysis.lemmas[own] in SUMS]
    if analysis.lemmas[verb] == "put":
        return bool(sums) and any(analysis.lemmas[own] == "table" for own in _after(analysis, verb, "on"))
    return analysis.lemmas[verb] in NAMING and any(_counts(analysis, own) for own in sums)


def _speaks_of(analysis: Analysis, verb: int) -> bool:
    """ "speaks of some $190m"."""
    return analysis.lemmas[verb] == "speak" and any(_counts(analysis, own) for own in _after(analysis, verb, "of"))
