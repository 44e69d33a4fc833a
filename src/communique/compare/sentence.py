"""The sentences of a document's body."""

import re
from array import array
from collections.abc import Sequence

from communique.model import RecordDocument, RegionKind, Span

STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\b(?:Mrs|Gen|Sen|Gov|Rep|Col|Lt-|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec))(?<!\b(?:Sept|Prof|Capt|Brig))[.!?…][\"”’)\]]*\s+(?=\S)|\n+"
)


def bounds_of(own: RecordDocument) -> Sequence[int]:
    """Where the sentences of the body start and end, one after the other; initials and titles before a name do not end one."""
    text, found = own.document.text, array("L")
    for region in own.regions:
        if region.kind is not RegionKind.BODY:
            continue
        start = region.span.start
        for stop in STOP.finditer(text, region.span.start, region.span.end):
            found.extend(_trimmed(text, start, stop.end()))
            start = stop.end()
        found.extend(_trimmed(text, start, region.span.end))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, ...]:
    part = text[start:end]
    left, right = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
    return (left, right) if left < right else ()


def spans_of(bounds: Sequence[int]) -> list[Span]:
    """The sentences as spans, from `bounds_of`."""
    return [Span(bounds[at], bounds[at + 1]) for at in range(0, len(bounds), 2)]
