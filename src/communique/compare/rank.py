"""How much a finding matters to a reader, and why, in one line."""

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


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the rank of a finding rests on."""

    kind: FindingKind
    subject_type: str
    attribute: str
    origins: int
    documents: int
    conflict_type: str | None
    label: str


def weigh(own: Weighing) -> tuple[float, str]:
    """Weight 0..1 (kind x consequence x independence) and the reason as one line."""
    head = own.attribute.split("/", 1)[0]
    consequence = CONSEQUENCE.get(head, 0.5)
    spread = 1.0 if own.kind is not FindingKind.CORROBORATED else min(1.0, 0.4 + 0.2 * own.origins)
    weight = round(KIND_WEIGHT[own.kind] * (0.3 + 0.7 * consequence) * spread, 4)
    origins = f"{own.origins} independent origin{'s' if own.origins != 1 else ''}"
    documents = f"{own.documents} document{'s' if own.documents != 1 else ''}"
    told = SAID[own.kind]
    if own.conflict_type == "superseded":
        told = "a later report overturns an earlier one"
    if own.kind is FindingKind.CORROBORATED:
        support = f"{documents}, {origins}"
    elif own.kind is FindingKind.CONFLICT:
        support = f"{documents}; {origins} behind the best supported value"
    else:
        support = documents
    return weight, f"{head}: {told} ({support})"
