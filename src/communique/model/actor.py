"""Who acts: persons, states, organisations, groups."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from communique.model.evidence import Evidence
from communique.model.span import Span


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class NameKind(StrEnum):
    """How words refer to an actor."""

    NAME = "name"
    METONYM = "metonym"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place where a document refers to an actor. `evidence` holds the referring words alone ("Brandt", "he")."""

    evidence: Evidence
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the document's words.

    Attributes:
        title: the words ("Foreign Minister", "ambassador-designate").
        principal: id of the actor served (a state, organisation or person); None where not known.
        status: "current", "former", "acting", "designate".
        since, until: EDTF dates where the document gives them.
    """

    title: str
    principal: str | None
    evidence: tuple[Evidence, ...]
    status: str = "current"
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class LocalActor:
    """An actor of one document: everything this document calls it, joined inside the document only.

    Attributes:
        id: "<document id>:a<number>", numbered by first mention.
        name: the fullest name the document uses; for a nameless one its description.
        subtype: free ("media", "ministry", "anonymous_source", "bloc", "office" ...).
        country: ISO 3166-1 alpha-2 of a state, or of the state served or of nationality, where the document shows it.
        principal: id of the actor it speaks or acts for, where the document shows it.
        mentions: in text order.
        stands_for: of a group ("both sides", "the two presidents") ids of the actors it is made of; () where not clear.
    """

    id: str
    kind: ActorKind
    name: str
    mentions: tuple[ActorMention, ...]
    subtype: str | None = None
    country: str | None = None
    principal: str | None = None
    offices: tuple[Office, ...] = ()
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentActors:
    """The actors of one document, with look-up by place."""

    actors: tuple[LocalActor, ...]
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)
    _index: list[tuple[Span, LocalActor, ActorMention]] = field(default_factory=list, repr=False, compare=False)

    def _build(self) -> None:
        if not self._index and self.actors:
            rows = [(m.evidence.span, actor, m) for actor in self.actors for m in actor.mentions]
            rows.sort(key=lambda row: (row[0].start, -row[0].end))
            self._index.extend(rows)
            self._starts.extend(row[0].start for row in rows)

    def within(self, span: Span) -> tuple[tuple[ActorMention, LocalActor], ...]:
        """Mentions that lie wholly inside `span`, in text order."""
        self._build()
        low = bisect_right(self._starts, span.start - 1)
        found = []
        for at, actor, mention in self._index[low:]:
            if at.start >= span.end:
                break
            if at.end <= span.end:
                found.append((mention, actor))
        return tuple(found)

    def at(self, span: Span) -> LocalActor | None:
        """The actor that the words at `span` refer to: an exact mention, else the longest one inside, else the
        shortest one around it."""
        inside = self.within(span)
        if inside:
            exact = [actor for mention, actor in inside if mention.evidence.span == span]
            return exact[0] if exact else max(inside, key=lambda row: len(row[0].evidence.span))[1]
        self._build()
        high = bisect_right(self._starts, span.start)
        around = [(len(at), actor) for at, actor, _ in self._index[max(0, high - 8) : high] if at.contains(span)]
        return min(around, key=lambda row: row[0])[1] if around else None

    def by_id(self, actor_id: str) -> LocalActor | None:
        """The actor of that id."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the record: local actors of all documents that were judged the same.

    Attributes:
        members: ids of the local actors, sorted.
        names: spellings, each with where it stands; kept apart even where sources differ.
        side: id of the side; None = third party.
    """

    id: str
    kind: ActorKind
    name: str
    members: tuple[str, ...]
    mentions: tuple[ActorMention, ...]
    subtype: str | None = None
    country: str | None = None
    side: str | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the process. `actors`: the states or blocs that are the side itself."""

    id: str
    name: str
    actors: tuple[str, ...]
