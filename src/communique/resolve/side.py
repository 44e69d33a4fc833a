"""The parties to a process: states and blocs that meet, and who stands on whose side."""

from collections import Counter
from collections.abc import Mapping, Sequence

from communique.lexicon.country import country_by_code
from communique.model import Actor, ActorKind, Encounter, EncounterStatus, Role, Side

BLOCS = frozenset({"bloc"})
JOINED = {"Europe": "European Union"}
NOT_NEGOTIATING = frozenset({Role.HOST, Role.MEDIATOR})
NO_MEETING = frozenset({EncounterStatus.DENIED, EncounterStatus.RUMOURED})
LEAST_ENCOUNTERS = 2
LONGEST_CHAIN = 4


def find_sides(actors: Sequence[Actor], encounters: Sequence[Encounter]) -> tuple[tuple[Side, ...], dict[str, str]]:
    """The sides, and the side of each actor that stands on one.

    A state or bloc is a side if it or its people take part in at least two encounters, or if it is one of the two that
    take part most. A person or body stands on the side of the state it serves or comes from, as the documents show it.

    Args:
        actors: of the record; offices name record actors as principals.
        encounters: of the record; participants are record actors.

    Returns:
        Sides sorted by id; actor id -> side id. Third parties are not in the map.
    """
    by_id = {actor.id: actor for actor in actors}
    state = {actor.country: actor.id for actor in actors if actor.kind is ActorKind.STATE and actor.country is not None}
    party = {actor.id: own for actor in actors if (own := _party(actor, by_id, state, LONGEST_CHAIN)) is not None}
    count = _participation(encounters, by_id, party)
    parties = _parties(count, by_id)
    names = {own: JOINED.get(by_id[own].name, by_id[own].name) for own in parties}
    side_id = {name: _side_id(name, [own for own in parties if names[own] == name], by_id) for name in set(names.values())}
    bodies: dict[str, list[str]] = {}
    for own in sorted(parties):
        bodies.setdefault(side_id[names[own]], []).append(own)
    label = {side_id[name]: name for name in side_id}
    sides = tuple(Side(own, label[own], tuple(bodies[own])) for own in sorted(bodies))
    side_of = {own: side_id[names[to]] for own, to in party.items() if to in names}
    return sides, {own: side_of[own] for own in sorted(side_of)}


def _party(actor: Actor, by_id: Mapping[str, Actor], state: Mapping[str, str], left: int) -> str | None:
    """The state or bloc behind an actor: itself, its country's, or that of whom it serves."""
    if actor.kind is ActorKind.STATE:
        country = country_by_code(actor.country or "")
        return None if country is not None and country.is_former else actor.id
    if actor.kind is ActorKind.ORGANISATION and actor.subtype in BLOCS:
        return actor.id
    if actor.country is not None:
        return state.get(actor.country)
    for office in actor.offices:
        served = by_id.get(office.principal or "")
        if served is not None and served.id != actor.id and left > 0:
            found = _party(served, by_id, state, left - 1)
            if found is not None:
                return found
    return None


def _participation(encounters: Sequence[Encounter], by_id: Mapping[str, Actor], party: Mapping[str, str]) -> Counter[str]:
    """In how many encounters each party takes part; hosts and mediators count half."""
    count: Counter[str] = Counter()
    for encounter in encounters:
        if encounter.status in NO_MEETING:
            continue
        weight: dict[str, int] = {}
        people = [*encounter.participants, *(p for mention in encounter.mentions for p in mention.participants)]
        for participant in people:
            own = party.get(participant.actor)
            if own is not None and participant.present:
                weight[own] = max(weight.get(own, 0), 1 if participant.role in NOT_NEGOTIATING else 2)
        count.update(weight)
    return count


def _parties(count: Counter[str], by_id: Mapping[str, Actor]) -> list[str]:
    """Parties in order of weight; without any encounter the two most mentioned states."""
    ranked = sorted(count, key=lambda own: (-count[own], own))
    found = [own for place, own in enumerate(ranked) if count[own] >= 2 * LEAST_ENCOUNTERS or place < 2]
    if not found:
        states = [actor for actor in by_id.values() if actor.kind is ActorKind.STATE]
        found = [actor.id for actor in sorted(states, key=lambda actor: (-len(actor.mentions), actor.id))[:2]]
    joined = {JOINED.get(by_id[own].name, by_id[own].name) for own in found}
    return found + [
        own for own, actor in sorted(by_id.items())
        if own not in found and actor.kind is ActorKind.ORGANISATION and JOINED.get(actor.name, actor.name) in joined
    ]  # fmt: skip


def _side_id(name: str, own: list[str], by_id: Mapping[str, Actor]) -> str:
    """The id of the actor that gives the side its name, else of the first."""
    named = [actor for actor in own if by_id[actor].name == name]
    return (named or sorted(own))[0]
