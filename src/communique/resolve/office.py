"""What the whole coverage adds to offices: the state behind a person, and whom an office without a principal serves."""

from collections.abc import Sequence
from dataclasses import replace

from communique.lexicon.office import GOVERNMENT_CLASSES, title_groups
from communique.model import Actor, ActorKind, Office


def complete_offices(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors of the record, with principals that one document leaves out filled from the others.

    "President X" in one paper and "Ruritanian President X" in another are one office: where the record shows the state
    of a person, an office of government without principal serves that state. An office with a principal stays as it is.

    Args:
        actors: of the record, in any order; the same order comes back.
    """
    state = {actor.country: actor.id for actor in actors if actor.kind is ActorKind.STATE and actor.country is not None}

    def completed(actor: Actor, office: Office) -> Office:
        served = state.get(actor.country or "")
        if office.principal is not None or served is None or not title_groups(office.title) & GOVERNMENT_CLASSES:
            return office
        return replace(office, principal=served)

    return tuple(
        replace(actor, offices=tuple(completed(actor, office) for office in actor.offices))
        if actor.kind is ActorKind.PERSON and actor.offices
        else actor
        for actor in actors
    )
