"""Encounters that are none of sides: a house among its own, an envoy called home, talks with the press, orders by telephone.

They are events and stay triggers; the record of a negotiation leaves them out.
"""

from communique.extract.encounters.draft import Draft
from communique.extract.encounters.event import EncounterEvent
from communique.extract.encounters.party import joined_pair
from communique.extract.encounters.phrase import OBJECTS, SUBJECTS, child, prepositions
from communique.model import ActorKind, Analysis, DocumentActors, EncounterKind

HOUSES = frozenset({"parliament", "parliamentary", "cabinet", "senate", "congress", "politburo", "faction", "caucus"})
PRESS = frozenset({"reporter", "journalist", "correspondent", "press", "media", "newsman", "columnist"})
HOME = frozenset({"home", "back"})
SENT_FOR = frozenset({"recall", "summon", "withdraw"})
WITH = frozenset({"with", "to"})


def is_none_of_sides(analysis: Analysis, event: EncounterEvent) -> bool:
    """Whether the words alone show that no other side is there."""
    token = event.trigger.token
    if event.trigger.noun:
        return _of_one_house(analysis, token) or (event.trigger.lemma == "consultation" and _called_home(analysis, token))
    return _with_press(analysis, token) or _as_reporter(analysis, token)


def _of_one_house(analysis: Analysis, token: int) -> bool:
    """ "an emergency session of parliament", "the cabinet meeting"."""
    named = [goal for name, goal in prepositions(analysis, token) if name == "of"]
    named += [own for own in analysis.children(token) if analysis.deps[own] in {"compound", "amod", "poss"}]
    return any(analysis.lemmas[own].lower() in HOUSES for own in named)


def _called_home(analysis: Analysis, token: int) -> bool:
    """ "recalled its ambassador for consultations", "has gone home for consultations"."""
    head = analysis.heads[token]
    verb = analysis.heads[head]
    if analysis.deps[token] != "pobj" or analysis.lemmas[head] != "for":
        return False
    return analysis.lemmas[verb] in SENT_FOR or any(analysis.lemmas[own] in HOME for own in analysis.children(verb))


def _with_press(analysis: Analysis, token: int) -> bool:
    """ "met with reporters", "spoke to journalists"."""
    sides = [child(analysis, token, *OBJECTS), *(goal for name, goal in prepositions(analysis, token) if name in WITH)]
    return any(at is not None and analysis.lemmas[at].lower() in PRESS for at in sides)


def _as_reporter(analysis: Analysis, token: int) -> bool:
    """ "when we met her": the paper tells of its interview."""
    subject, thing = child(analysis, token, *SUBJECTS), child(analysis, token, *OBJECTS)
    if subject is None or thing is None or analysis.lemmas[token] != "meet":
        return False
    span = analysis.span(token, token + 1)
    quoted = any(part.contains(span) for own in analysis.attributions for part in own.content)
    return analysis.word(subject).lower() == "we" and analysis.pos[thing] == "PRON" and not quoted


def is_order(analysis: Analysis, draft: Draft, actors: DocumentActors) -> bool:
    """Whether somebody only telephones his own: "the president rang his negotiator to thank him".

    Only in reports on two states; where the parties are of one country, a call between its people may be one of sides.
    """
    if draft.kind is not EncounterKind.CALL:
        return False
    people = [actors.by_id(own.actor) for own in draft.people if own.present]
    if len(people) < 2 or any(own is None or own.kind is not ActorKind.PERSON or not own.country for own in people):
        return False
    pair = joined_pair(analysis, actors)
    states = {own.country for side, _ in pair if (own := actors.by_id(side)) is not None} if pair is not None else set()
    countries = {own.country for own in people if own is not None}
    return len(states) > 1 and len(countries) == 1 and countries < states
