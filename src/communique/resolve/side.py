"""The parties to a process: states, blocs and movements that meet, and who stands on whose side."""

from collections import Counter
from collections.abc import Mapping, Sequence

from communique.lexicon.country import country_by_code
from communique.lexicon.office import title_groups
from communique.lexicon.word_set import word_set
from communique.model import Actor, ActorKind, Encounter, EncounterStatus, Side

BLOCS = frozenset({"bloc"})
PARTIES = BLOCS | {"movement"}  # what may be a side beside states
JOINED = {"Europe": "European Union"}
NO_MEETING = frozenset({EncounterStatus.DENIED, EncounterStatus.RUMOURED})
SERVING = frozenset({"adviser", "speaker", "envoy", "minister"})
REBEL = word_set("rebel_words")
LEAST_ENCOUNTERS = 2
PROMINENT = 0.08
LONGEST_CHAIN = 4


def find_sides(actors: Sequence[Actor], encounters: Sequence[Encounter]) -> tuple[tuple[Side, ...], dict[str, str]]:
    """The sides, and the side of each actor that stands on one.

    A state, bloc or armed movement is a side if it or its people are named at two encounters or more, as present, hosting or kept out;
    if it is one of the two that are named most; or if the coverage speaks of it at least a twelfth as often as of
    the most named state. A person or body stands on the side of the state it serves or comes from, as the documents show
    it; who serves a person stands with that person.

    Args:
        actors: of the record; offices name record actors as principals.
        encounters: of the record; participants are record actors.

    Returns:
        Sides sorted by id; actor id -> side id. Third parties are not in the map.
    """
    by_id = {actor.id: actor for actor in actors}
    armed = _armed(actors, by_id)
    party = _parties_of(actors, by_id, armed)
    count = _participation(encounters, party)
    parties = _parties(count, actors, armed)
    names = {own: JOINED.get(by_id[own].name, by_id[own].name) for own in parties}
    side_id = {name: _side_id(name, [own for own in parties if names[own] == name], by_id) for name in set(names.values())}
    bodies: dict[str, list[str]] = {}
    for own in sorted(parties):
        bodies.setdefault(side_id[names[own]], []).append(own)
    label = {side_id[name]: name for name in side_id}
    sides = tuple(Side(own, label[own], tuple(bodies[own])) for own in sorted(bodies))
    side_of = {own: side_id[names[to]] for own, to in party.items() if to in names}
    return sides, {own: side_of[own] for own in sorted(side_of)}


def _is_rebel(actor: Actor) -> bool:
    """ "the rebel leader X": of the land that he fights, but not on its side."""
    return any(REBEL & set(office.title.casefold().split()) for office in actor.offices)


def _armed(actors: Sequence[Actor], by_id: Mapping[str, Actor]) -> frozenset[str]:
    """Bodies that a rebel leads or serves, by id: parties to the process as movements are."""
    served = {office.principal for actor in actors if _is_rebel(actor) for office in actor.offices if office.principal}
    return frozenset(
        own for own in served if (found := by_id.get(own)) is not None
        and found.kind is ActorKind.ORGANISATION and found.subtype in (None, "party", "movement")
    )  # fmt: skip


def _parties_of(actors: Sequence[Actor], by_id: Mapping[str, Actor], armed: frozenset[str]) -> dict[str, str]:
    """Actor id -> the state or bloc behind it, where the documents show one."""
    state = {actor.country: actor.id for actor in actors if actor.kind is ActorKind.STATE and actor.country is not None}
    bloc = {actor.name: actor.id for actor in actors if actor.subtype in BLOCS}
    party: dict[str, str] = {}
    for actor in actors:
        own = _of_rebels(actor, armed) if _is_rebel(actor) else _own_party(actor, by_id, state, bloc)
        own = actor.id if actor.id in armed else own
        if own is not None:
            party[actor.id] = own
    for _ in range(LONGEST_CHAIN):
        party |= _through_service(actors, party)
    return party


def _of_rebels(actor: Actor, armed: frozenset[str]) -> str | None:
    """The body that a rebel serves, if the documents name one."""
    return next((office.principal for office in actor.offices if office.principal in armed), None)


def _own_party(actor: Actor, by_id: Mapping[str, Actor], state: Mapping[str, str], bloc: Mapping[str, str]) -> str | None:
    """The state or bloc that an actor is, comes from, or serves by its first office of one."""
    if actor.kind is ActorKind.STATE:
        country = country_by_code(actor.country or "")
        return None if country is not None and country.is_former else actor.id
    if actor.subtype in PARTIES:
        return actor.id
    serving = (by_id.get(office.principal or "") for office in actor.offices if office.status != "former")
    movement = next((served for served in serving if served is not None and served.subtype in PARTIES - BLOCS), None)
    if movement is not None:
        return movement.id
    if actor.country is not None:
        return state.get(actor.country)
    if actor.kind is ActorKind.ORGANISATION and "European" in actor.name.split():
        return bloc.get("European Union") or bloc.get("Europe")
    for office in actor.offices:
        served = by_id.get(office.principal or "")
        if served is None or served.kind is ActorKind.PERSON or served.id == actor.id:
            continue
        return served.id if served.kind is ActorKind.STATE or served.subtype in PARTIES else state.get(served.country or "")
    return None


def _through_service(actors: Sequence[Actor], party: Mapping[str, str]) -> dict[str, str]:
    """Parties passed on between a person and the person whose adviser, envoy or spokesman he is, if they agree."""
    offered: dict[str, set[str]] = {}
    for actor in actors:
        for office in actor.offices:
            groups = title_groups(office.title)
            if office.principal is None or not groups & SERVING or office.principal == actor.id:
                continue
            for one, two in ((actor.id, office.principal), (office.principal, actor.id)):
                if one in party:
                    offered.setdefault(two, set()).add(party[one])
    people = {actor.id for actor in actors if actor.kind is ActorKind.PERSON}
    return {own: min(found) for own, found in offered.items() if own in people and own not in party and len(found) == 1}


def _participation(encounters: Sequence[Encounter], party: Mapping[str, str]) -> Counter[str]:
    """In how many encounters each party is named, those kept out included."""
    count: Counter[str] = Counter()
    for encounter in encounters:
        if encounter.status in NO_MEETING:
            continue
        people = [*encounter.participants, *(p for mention in encounter.mentions for p in mention.participants)]
        count.update({party[found.actor] for found in people if found.actor in party})
    return count


def _parties(count: Counter[str], actors: Sequence[Actor], armed: frozenset[str]) -> list[str]:
    """States and blocs that are sides, by id; names of one bloc together."""
    eligible = {a.id: a for a in actors if a.kind is ActorKind.STATE or a.subtype in PARTIES or a.id in armed}
    states = [len(a.mentions) for a in eligible.values() if a.kind is ActorKind.STATE]
    ranked = sorted((own for own in count if own in eligible), key=lambda own: (-count[own], own))
    found = {own for place, own in enumerate(ranked) if count[own] >= LEAST_ENCOUNTERS or place < 2}
    least = max(4.0, PROMINENT * max(states, default=0))
    found |= {a.id for a in eligible.values() if len(a.mentions) >= least and _may_negotiate(a)}
    joined = {JOINED.get(eligible[own].name, eligible[own].name) for own in found}
    found |= {
        own for own, a in eligible.items() if JOINED.get(a.name, a.name) in joined and a.name in {*JOINED, *JOINED.values()}
    }
    return sorted(found)


def _may_negotiate(actor: Actor) -> bool:
    """Whether being named often makes a state or bloc a party: not a former state."""
    country = country_by_code(actor.country or "") if actor.kind is ActorKind.STATE else None
    return country is None or not country.is_former


def _side_id(name: str, own: list[str], by_id: Mapping[str, Actor]) -> str:
    """The id of the actor that gives the side its name, else of the first."""
    named = [actor for actor in own if by_id[actor].name == name]
    return (named or sorted(own))[0]
