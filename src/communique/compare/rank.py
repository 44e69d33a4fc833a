"""How much a finding matters to a reader, and why, in one line."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from communique.model import FindingKind

KIND_WEIGHT = {
    FindingKind.CONFLICT: 1.0,
    FindingKind.INTERNAL_CONFLICT: 0.7,
    FindingKind.SINGLE_SOURCE: 0.5,
    FindingKind.COMPATIBLE: 0.25,
    FindingKind.CORROBORATED: 0.3,
}
# Consequence of an attribute: what a reader would act on comes first.
CONSEQUENCE = {
    "existence": 1.0,
    "status": 1.0,
    "outcome": 1.0,
    "agreed": 1.0,
    "position": 0.9,
    "content": 0.9,
    "participants": 0.8,
    "figure": 0.7,
    "framing": 0.7,
    "wording": 0.6,
    "date": 0.7,
    "structure": 0.6,
    "place": 0.5,
    "duration": 0.4,
    "host": 0.4,
    "initiator": 0.4,
    "kind": 0.4,
    "office": 0.3,
    "topics": 0.3,
    "name": 0.2,
}
SAID = {
    FindingKind.CONFLICT: "cannot all hold as stated",
    FindingKind.INTERNAL_CONFLICT: "one document contradicts itself",
    FindingKind.SINGLE_SOURCE: "rests on one document alone",
    FindingKind.COMPATIBLE: "different in grain, aspect or time, can hold together",
    FindingKind.CORROBORATED: "given alike",
}
# What a conflict over an attribute is, in a reader's words.
CLASH = {
    "date": "different days",
    "status": "held or planned in one account, denied or called off in another",
    "place": "different places",
    "duration": "different lengths",
    "participants": "present in one account, absent in another",
    "figure": "different figures for one thing",
    "initiator": "different sides asked for it",
    "name": "one name in different forms",
    "wording": "one remark in different words",
    "office": "different offices",
    "outcome": "success in one account, failure in another",
    "existence": "reported by one, denied by another",
    "correction": "the document corrects itself",
}
WITHIN = {
    "existence": "one document reports it and its denial",
    "content": "one document gives two accounts",
    "correction": "the document corrects itself",
    "figure": "one document gives different figures",
    "duration": "one document gives different lengths",
}
ONE_ORIGIN = 0.6  # an editor's change in a reprint
RECENCY = 0.1  # what the oldest word loses against the latest


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the rank of a finding rests on."""

    kind: FindingKind
    subject_type: str
    attribute: str
    origins: int
    documents: int
    conflict_type: str | None
    sources: int = 2


def weigh(own: Weighing) -> tuple[float, str]:
    """Weight 0..1 (kind x consequence x independence; recency comes on top, see `aged`) and the reason as one line."""
    head = own.attribute.split("/", 1)[0]
    consequence = CONSEQUENCE.get(head, 0.5)
    weight = round(KIND_WEIGHT[own.kind] * (0.3 + 0.7 * consequence) * _spread(own), 4)
    origins = f"{own.origins} independent origin{'s' if own.origins != 1 else ''}"
    documents = f"{own.documents} document{'s' if own.documents != 1 else ''}"
    if own.kind is FindingKind.CORROBORATED:
        support = f"{documents}, {origins}"
    elif own.kind is FindingKind.CONFLICT:
        best = origins.replace("independent ", "")
        support = f"{documents} of one origin" if own.sources < 2 else f"{documents}; best supported value: {best}"
    elif own.documents > 1:
        support = documents
    else:
        return weight, f"{head}: {_told(own, head)}"
    return weight, f"{head}: {_told(own, head)} ({support})"


def _spread(own: Weighing) -> float:
    if own.kind is FindingKind.CORROBORATED:
        return min(1.0, 0.4 + 0.2 * own.origins)
    return ONE_ORIGIN if own.kind is FindingKind.CONFLICT and own.sources < 2 else 1.0


def _told(own: Weighing, head: str) -> str:
    if own.kind is FindingKind.SINGLE_SOURCE and own.documents > 1:
        return "rests on one origin, reprinted"
    if own.conflict_type == "superseded" and own.kind is FindingKind.CONFLICT:
        return "a later report overturns an earlier one"
    if own.kind is FindingKind.CONFLICT and own.conflict_type == "outcome" and head == "figure":
        return "what was promised and what came of it"
    if own.kind is FindingKind.CONFLICT:
        return CLASH.get(head, SAID[own.kind])
    if own.kind is FindingKind.INTERNAL_CONFLICT:
        return WITHIN.get(head, SAID[own.kind])
    return SAID[own.kind]


def aged(weight: float, day: str, days: Sequence[str]) -> float:
    """A weight less what its latest word is behind the latest of the record.

    Args:
        day: publication day of the latest word; "" if unknown, which counts as the middle.
        days: all publication days of the record, oldest first.
    """
    place = bisect_left(days, day) / (len(days) - 1) if day and len(days) > 1 else 0.5
    return round(weight * (1 - RECENCY * (1 - min(1.0, place))), 4)
