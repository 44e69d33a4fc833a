"""What a forecast is before it is a record: its kind, its clause, who foresees."""

from dataclasses import dataclass

from communique.extract.claims.clause import SUBJECT, children, clause_tokens
from communique.extract.claims.party import Parties
from communique.lexicon.forecast import forecast_words
from communique.model import ActorKind, Analysis

CONCESSION = frozenset({"although", "though", "while", "whereas"})
OPENERS = CONCESSION | {"but", "and", "why", ","}  # at the head of a clause, no part of it


@dataclass(frozen=True, slots=True)
class Foresight:
    """One thing foreseen.

    Attributes:
        who: the actors that foresee; () = the author or the speaker at `head`.
        doers: who intends it, where neither is named.
    """

    head: int
    kind: str
    first: int
    last: int
    who: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()


def clause_of(analysis: Analysis, verb: int) -> tuple[int, int]:
    """Tokens [first, last) of the clause of `verb` with its subject, without what is only joined to it; a relative clause
    takes in the noun that it is about."""
    left_out = [
        child
        for child in analysis.children(verb)
        if analysis.deps[child] in ("cc", "parataxis", "mark")
        or (analysis.deps[child] == "conj" and children(analysis, child, ("nsubj",)))
        or (child < verb and analysis.deps[child] in ("punct", "ccomp", "intj"))
        or (child > verb and _grants(analysis, child))
    ]
    first, last = clause_tokens(analysis, verb, left_out)
    while first < verb and analysis.lemmas[first] in OPENERS:
        first += 1
    if analysis.deps[verb] == "relcl":
        first = min(first, analysis.subtree(analysis.heads[verb])[0])
    return first, last


def _grants(analysis: Analysis, clause: int) -> bool:
    """ "although the minister doubted it": what somebody holds against it, no part of what is foreseen."""
    marks = {analysis.lemmas[mark] for mark in children(analysis, clause, ("mark",))}
    return analysis.deps[clause] == "advcl" and bool(marks & CONCESSION) and bool(children(analysis, clause, SUBJECT))


def is_ahead_of(analysis: Analysis, clause: int) -> bool:
    """Whether a clause below a verb of mind says what is to come: "that X will", "X to be gone", "a right to"."""
    helpers = {analysis.lemmas[child] for child in children(analysis, clause, ("aux",))}
    return (
        bool(helpers & forecast_words().modals.keys())
        or analysis.tags[clause] == "VB"
        or any(analysis.tags[child] == "TO" for child in children(analysis, clause, ("aux",)))
        or "right" in {analysis.lemmas[child] for child in children(analysis, clause, ("dobj",))}
    )


def names_actor(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """Whether a clause names a state, person or organisation."""
    for token in analysis.subtree(verb):
        own = parties.mention(token)
        actor = None if own is None else parties.actor(own)
        if actor is not None and actor.kind in (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION):
            return True
    return False
