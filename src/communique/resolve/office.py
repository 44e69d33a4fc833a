"""What the whole coverage adds to offices: the state behind a person, and whom an office without a principal serves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.lexicon.office import GO_BETWEEN, GOVERNMENT_CLASSES, title_groups, title_nouns
from communique.model import Actor, ActorKind, Office

SERVING = frozenset({"adviser", "speaker", "envoy", "minister"})
LONGEST_CHAIN = 3


def complete_offices(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors of the record, with states and principals that one document leaves out filled from the others.

    "President X" in one paper and "Ruritanian President X" in another are one office: where the record shows the state
    of a person, an office of government without principal serves that state. Whoever is adviser, envoy, spokesman or
    minister of a person is of that person's state, and the other way round, if all of them agree. What a document says
    stays as it is.

    Args:
        actors: of the record, in any order; the same order comes back.
    """
    state = {actor.country: actor.id for actor in actors if actor.kind is ActorKind.STATE and actor.country is not None}
    country = {actor.id: actor.country for actor in actors if actor.country is not None}
    for _ in range(LONGEST_CHAIN):
        country |= _through_service(actors, country)

    def completed(actor: Actor, office: Office) -> Office:
        served = state.get(country.get(actor.id, ""))
        if office.principal is not None or served is None or not title_groups(office.title) & GOVERNMENT_CLASSES:
            return office
        if title_nouns(office.title) & GO_BETWEEN:
            return office
        return replace(office, principal=served)

    return tuple(
        replace(actor, country=country.get(actor.id), offices=tuple(completed(actor, office) for office in actor.offices))
        if actor.kind is ActorKind.PERSON
        else actor
        for actor in actors
    )


def _through_service(actors: Sequence[Actor], country: Mapping[str, str]) -> dict[str, str]:
    """Countries passed on between a person and the person served, where all that are passed on agree."""
    people = {actor.id for actor in actors if actor.kind is ActorKind.PERSON}
    offered: dict[str, set[str]] = {}
    for actor in actors:
        for office in actor.offices:
            if office.principal not in people or office.principal == actor.id or not title_groups(office.title) & SERVING:
                continue
            for one, two in ((actor.id, office.principal), (office.principal, actor.id)):
                if one in country:
                    offered.setdefault(two, set()).add(country[one])
    return {own: min(found) for own, found in offered.items() if own in people and own not in country and len(found) == 1}
