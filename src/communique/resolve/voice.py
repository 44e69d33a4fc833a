"""Who may be the same voice behind two names: a body and its head, an office without a name and whoever holds it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.model import Actor, ActorKind, NameKind


@dataclass(frozen=True, slots=True)
class Voices:
    """What the actors of a record tell about speakers.

    Attributes:
        bodies: person -> the organisations that the person leads or speaks for, themselves for organisations.
        nameless: persons known by a description alone ("our deputy prime minister"), who may be anybody.
    """

    bodies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nameless: frozenset[str] = frozenset()

    def around(self, speakers: Iterable[str]) -> frozenset[str]:
        """The organisations for which any of the speakers speaks."""
        return frozenset(body for speaker in speakers for body in self.bodies.get(speaker, frozenset()))


def voices_of(actors: Iterable[Actor]) -> Voices:
    """The voices of a record's actors.

    Args:
        actors: all actors of the record.
    """
    known = {actor.id: actor for actor in actors}
    bodies: dict[str, frozenset[str]] = {}
    nameless = set()
    for actor in known.values():
        if actor.kind is ActorKind.ORGANISATION:
            bodies[actor.id] = frozenset({actor.id})
        if actor.kind is not ActorKind.PERSON:
            continue
        held = (known.get(office.principal or "") for office in actor.offices)
        bodies[actor.id] = frozenset(own.id for own in held if own is not None and own.kind is ActorKind.ORGANISATION)
        if all(mention.kind is not NameKind.NAME for mention in actor.mentions):
            nameless.add(actor.id)
    return Voices(bodies, frozenset(nameless))
