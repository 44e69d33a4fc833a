"""Events at which sides meet or communicate, planned, rumoured and denied ones included."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.date import DateValue, Duration
from communique.model.evidence import Evidence


class EncounterKind(StrEnum):
    """What sort of encounter (RECORD.md)."""

    MEETING = "meeting"
    CALL = "call"
    ROUND = "round"
    SUMMIT = "summit"
    VISIT = "visit"
    CONFERENCE = "conference"
    CONSULTATION = "consultation"
    CONTACT = "contact"


class EncounterStatus(StrEnum):
    """What a document says of whether it takes place (RECORD.md)."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    RUMOURED = "rumoured"
    DENIED = "denied"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What a participant does there."""

    LEAD = "lead"
    MEMBER = "member"
    HOST = "host"
    MEDIATOR = "mediator"
    ATTENDEE = "attendee"


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One status that a document reports. `attributed_to`: actor id; None = the document itself."""

    status: EncounterStatus
    document: str
    evidence: tuple[Evidence, ...]
    detail: str | None = None
    as_of: str | None = None
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at an encounter, or somebody the document says was not there (`present` False).

    `actor`: id of a local actor in a mention, of an actor in the record; `side` is filled when the record is assembled.
    """

    actor: str
    evidence: tuple[Evidence, ...]
    role: Role = Role.ATTENDEE
    present: bool = True
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `country_code` ISO 3166-1 alpha-2; degrees WGS 84; `alternatives`: further cities in "in A or B"."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    alternatives: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class EncounterLink:
    """prepares, follows, precedes, implements, parallel_to, cancels, part_of: from the mention that holds it to `to`."""

    relation: str
    to: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EncounterMention:
    """What one document says of one encounter.

    Attributes:
        id: "<document id>:e<number>", in text order.
        status: the document's own view; equals the last entry of `status_history` (oldest first).
        topics: issue ids.
        links: `to` is the id of another mention of the same document.
        evidence: every place where the document speaks of it (the phrases, not whole paragraphs), text order.
        trigger: the words that name it ("met", "talks"), inside the first evidence.
    """

    id: str
    document: str
    kind: EncounterKind
    status: EncounterStatus
    evidence: tuple[Evidence, ...]
    trigger: Evidence
    label: str
    status_history: tuple[StatusEntry, ...] = ()
    date: DateValue | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    duration: Duration | None = None
    topics: tuple[str, ...] = ()
    outcome: str | None = None
    outcome_evidence: tuple[Evidence, ...] = ()
    links: tuple[EncounterLink, ...] = ()
    level: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Encounter:
    """One real encounter: mentions of all documents that were judged the same; each account stays under `mentions`.

    The fields above `mentions` are the consolidated view: the value of most independent documents, the earlier
    document on a tie; where accounts differ, a finding says so.
    """

    id: str
    kind: EncounterKind
    label: str
    status: EncounterStatus
    status_history: tuple[StatusEntry, ...]
    mentions: tuple[EncounterMention, ...]
    date: DateValue | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    duration: Duration | None = None
    topics: tuple[str, ...] = ()
    outcome: str | None = None
    links: tuple[EncounterLink, ...] = ()
    part_of: str | None = None
    track: str | None = None
