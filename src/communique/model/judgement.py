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
        section: "actor", "encounter", "utterance", "agreement" for two items; for one "actors", "encounters", "participants",
            "quotations", "positions", "agreements", "forecasts", "figures".
        left, right: the words of the items; for a participant `right` are those that name the encounter, for any other
            single item None.
        changes: (field, new value) pairs of a correction; words of the article as "start-end" in characters of its text.
        about: (field, value) pairs: what the item said when it was judged.
        note: the reviewer's own words on the item; no evidence, and never shown as such.
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
    about: tuple[tuple[str, str], ...] = ()
    note: str = ""


class ReviewState(StrEnum):
    """What persons made of a single item."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    DISPUTED = "disputed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Review:
    """What persons decided on one item of a document.

    Attributes:
        section: as a decision has it.
        item: id of the item now ("<document id>:q3"; of a participant the encounter's, "@" and the place of the words);
            "" while waiting.
        state: "rejected": left out of the record; "disputed": persons differ, so the item stands as extracted; "waiting":
            no item stands at these words now, or it says something else than what was judged.
        words: those that the item is named by.
        by: who decided so, by name; at: when the last of them did.
        about: (field, value): what the item says as extracted, or said when it was judged.
        changes: (field, value as extracted, the reviewer's value), in words for people.
        notes: the reviewers' own words.
        decisions: numbers in the log.
    """

    section: str
    item: str
    state: ReviewState
    words: Evidence
    by: tuple[str, ...]
    at: str
    about: tuple[tuple[str, str], ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    decisions: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """Unique in the record."""
        return f"{self.section}/{self.item or self.decisions[0]}"
