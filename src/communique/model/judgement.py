"""That two things are the same is a judgement: signed, explained, reversible, kept apart from what was extracted."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.evidence import Evidence


class Verdict(StrEnum):
    """Outcome of a comparison of two items."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of a judgement; weight > 0 speaks for "same"."""

    code: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two items of one section are the same.

    Attributes:
        section: "actor", "encounter", "utterance", "agreement".
        left, right: ids of local items, left < right.
        score: 0..1 in favour of "same".
        author: "rule:<name>" or "person:<name>". A person's judgement beats a rule's.
        at: ISO 8601 time of a person's judgement; None for a rule (rules are timeless, so records stay equal).
    """

    section: str
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    author: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. It names items by their words, which stay when extraction improves.

    Attributes:
        number: order of decisions in the record, from 1; 0 before it is stored.
        at: ISO 8601 time, UTC.
        author: name of the person.
        action: "same", "different" (on two items), "accept", "correct", "reject" (on one).
        section: "actor", "encounter", "utterance", "agreement" for two items; a section of the record for one.
        left, right: the words of the items; right None for a decision on one item.
        changes: (field, new value) pairs of a correction.
        undone_at, undone_by: set once it was taken back; it stays in the log.
    """

    number: int
    at: str
    author: str
    action: str
    section: str
    left: Evidence
    right: Evidence | None = None
    reason: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    undone_at: str | None = None
    undone_by: str | None = None
