"""Who may be the same voice behind two names: a body and its head, an office without a name and whoever holds it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from communique.model import Actor, ActorKind, NameKind

HEARD = 4


@dataclass(frozen=True, slots=True)
class Voices:
    """What the actors of a record tell about speakers.

    Attributes:
        bodies: person -> the organisations that the person leads or speaks for, themselves for organisations; and a key
            that persons of one country share whose names sound alike, as one name in two romanisations does.
        nameless: persons known by a description alone ("our deputy prime minister"), who may be anybody.
        sides: actor -> the side (or state) for which the actor speaks.
        persons: actors that are persons.
    """

    bodies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nameless: frozenset[str] = frozenset()
    sides: Mapping[str, str] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()

    def parties(self, speakers: Iterable[str]) -> frozenset[str]:
        """The sides for which any of the speakers speaks."""
        return frozenset(self.sides[speaker] for speaker in speakers if speaker in self.sides)

    def around(self, speakers: Iterable[str]) -> frozenset[str]:
        """The organisations for which any of the speakers speaks."""
        return frozenset(body for speaker in speakers for body in self.bodies.get(speaker, frozenset()))


def voices_of(actors: Iterable[Actor], sound: Callable[[str], str] | None = None) -> Voices:
    """The voices of a record's actors.

    Args:
        actors: all actors of the record.
        sound: gives a word of a name in a form that its romanisations share; None = names that sound alike do not count.
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
        led = {own.id for own in held if own is not None and own.kind is ActorKind.ORGANISATION}
        bodies[actor.id] = frozenset(led | ({heard} if sound is not None and (heard := _heard(actor, sound)) else set()))
        if all(mention.kind is not NameKind.NAME for mention in actor.mentions):
            nameless.add(actor.id)
    sides = {own.id: side for own in known.values() if (side := own.side or own.country) is not None}
    persons = frozenset(own.id for own in known.values() if own.kind is ActorKind.PERSON)
    return Voices(bodies, frozenset(nameless), sides, persons)


def _heard(actor: Actor, sound: Callable[[str], str]) -> str | None:
    """Country and the beginnings of given and family name as they sound; None without them."""
    words = actor.name.split()
    if len(words) < 2 or not actor.country or min(len(words[0]), len(words[-1])) <= HEARD:
        return None
    return f"{actor.country} {sound(words[0].lower())[:HEARD]} {sound(words[-1].lower())[:HEARD]}"
