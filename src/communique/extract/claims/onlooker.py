"""Those who look on: the press holds no position, and what a scholar rules out or anybody expects to come is a forecast."""

from communique.extract.claims.body_noun import BODIES
from communique.extract.claims.clause import children
from communique.extract.claims.governed import actors_of
from communique.extract.claims.party import Parties
from communique.extract.claims.speech import is_first_person
from communique.lexicon.country import folded
from communique.lexicon.stance import StanceWord
from communique.model import ActorKind, Analysis

PRESS = frozenset({"media", "outlet", "press"})
REPORTING = frozenset(
    "correspondent reporter journalist newspaper newsletter broadcaster editor columnist interviewer".split()
)
STUDYING = frozenset(
    "academic analyst commentator economist expert fellow historian lecturer observer pollster professor researcher scholar "
    "scientist".split()
)


def is_press(parties: Parties, own: str) -> bool:
    """Whether an actor is an outlet or one of its reporters."""
    actor = parties.actor(own)
    if actor is None:
        return False
    named = set(folded(actor.name).split()) if actor.kind is not ActorKind.PERSON or not actor.offices else set()
    return actor.subtype in PRESS or bool(named & REPORTING) or _holds(parties, own, REPORTING)


def foresees(analysis: Analysis, parties: Parties, verb: int, word: StanceWord) -> bool:
    """ "he expects the levy to go", "the analyst ruled out that the talks would resume": a forecast."""
    if word.lemma in ("rule", "exclude"):
        clauses = [own for own in children(analysis, verb, ("ccomp",)) if own > verb]
        return bool(clauses) and all(_holds(parties, own, STUDYING) for own in actors_of(analysis, parties, verb))
    return word.lemma == "expect" and _expects(analysis, parties, verb)


def _holds(parties: Parties, own: str, offices: frozenset[str]) -> bool:
    actor = parties.actor(own)
    return actor is not None and any(set(folded(office.title).split()) & offices for office in actor.offices)


def _expects(analysis: Analysis, parties: Parties, verb: int) -> bool:
    """Unless a party expects it of a body, or "we expect you to give us"."""
    clauses = children(analysis, verb, ("xcomp", "ccomp"))
    ours = any(
        analysis.lemmas[below] in ("us", "our", "ours") or analysis.word(below).lower() == "us"
        for clause in clauses
        for below in analysis.subtree(clause)
    )
    first = any(is_first_person(analysis, own) for own in children(analysis, verb, ("nsubj",)))
    holders = [parties.actor(own) for own in actors_of(analysis, parties, verb)]
    party = not first and all(own is not None and own.kind is not ActorKind.PERSON for own in holders)
    asked = any(
        parties.of(own) or analysis.lemmas[own] in BODIES
        for clause in clauses
        for own in children(analysis, clause, ("nsubj",))
    )
    if not clauses:
        return not first and not party  # "the governor expects an attack"
    return not (first and ours) and not (party and asked)
