"""That two things are the same is a judgement: signed, explained, reversible, kept apart from what was extracted."""

from dataclasses import dataclass
from enum import StrEnum


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
