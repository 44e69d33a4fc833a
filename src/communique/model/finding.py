"""What comparing documents shows about one attribute of one subject."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.evidence import Evidence


class FindingKind(StrEnum):
    """conflict: cannot both hold; compatible: different grain, aspect or time; internal_conflict: inside one document."""

    CONFLICT = "conflict"
    CORROBORATED = "corroborated"
    COMPATIBLE = "compatible"
    SINGLE_SOURCE = "single_source"
    INTERNAL_CONFLICT = "internal_conflict"


@dataclass(frozen=True, slots=True)
class FindingValue:
    """One value with the words of all documents that state it."""

    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribute of one subject, as the documents give it.

    Attributes:
        id: "k" and a content hash.
        subject_type: encounter, actor, quotation, utterance, position, agreement, forecast, figure, issue, document, other.
        attribute: "duration", "date", "participants/<actor id>", "name" ...
        independent_groups: origins behind the best supported value; reprints and shared readouts counted once.
        conflict_type: figure, date, place, structure, participants, outcome, content, translation, framing, existence,
            superseded, position, name.
        weight: rank for a reader (consequence, independence, recency), higher first; `why` says it in one line.
    """

    id: str
    kind: FindingKind
    subject_type: str
    subject: str | None
    label: str
    attribute: str
    values: tuple[FindingValue, ...]
    independent_groups: int = 1
    conflict_type: str | None = None
    weight: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Dependence:
    """That one document rests on another's words or on a shared origin.

    kind: "reprint" (all of it), "cut" (part), "shared" (large common part, no direction), "credit" (same agency named).
    `document` depends on `origin`; `containment`: share of the dependent body found in the other, 0..1.
    """

    document: str
    origin: str
    kind: str
    containment: float
    reason: str
