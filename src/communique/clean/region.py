"""Lines and their labels become regions; paragraphs are cut where a dateline, credit or appeal stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.clean.appeal import find_appeals
from communique.clean.credit import find_credit_end
from communique.clean.dateline import Dateline, find_dateline
from communique.clean.head import Labels
from communique.clean.line import Line
from communique.model import Region, RegionKind, Span, trimmed

_DATELINE_LINES = 3  # paragraphs at the top of the body in which a dateline can be


@dataclass(slots=True)
class Layout:
    """Regions in text order, and the dateline with the offset at which it stands."""

    regions: list[Region] = field(default_factory=list)
    dateline: Dateline | None = None
    dateline_at: int = 0


def lay_out(text: str, lines: Sequence[Line], labels: Labels) -> Layout:
    """Regions over every character that is not blank.

    Args:
        text: `Document.text`.
        lines: of it.
        labels: by line number; lines without one are body.
    """
    layout = Layout()
    body = [number for number in range(len(lines)) if number not in labels]
    for number, line in enumerate(lines):
        label = labels.get(number)
        if label is not None:
            layout.regions.append(Region(label.kind, Span(line.start, line.end), label.detail))
            continue
        start = line.start
        if layout.dateline is None and number in body[:_DATELINE_LINES]:
            start = _cut_dateline(text, line, layout)
        _cut_paragraph(text, start, line.end, layout)
    return layout


def _cut_dateline(text: str, line: Line, layout: Layout) -> int:
    """Where the paragraph goes on behind its dateline."""
    found = find_dateline(text[line.start : line.end])
    if found is None or line.start + found.length >= line.end:
        return line.start
    end = line.start + found.length
    span = trimmed(text, line.start, end)
    if span is not None:
        layout.regions.append(Region(RegionKind.DATELINE, span, found.place))
    layout.dateline, layout.dateline_at = found, line.start
    return end


def _cut_paragraph(text: str, start: int, end: int, layout: Layout) -> None:
    """The paragraph [start, end) as body, without the credit at its end and the appeals at its edges."""
    paragraph = text[start:end]
    cuts = [(start + first, start + last, RegionKind.BOILERPLATE, "appeal") for first, last in find_appeals(paragraph)]
    credit = find_credit_end(paragraph)
    if credit is not None and (not cuts or cuts[-1][1] <= start + credit):
        cuts.append((start + credit, end, RegionKind.CREDIT, "credit"))
    place = start
    for first, last, kind, detail in cuts:
        _add(text, place, first, RegionKind.BODY, None, layout)
        _add(text, first, last, kind, detail, layout)
        place = last
    _add(text, place, end, RegionKind.BODY, None, layout)


def _add(text: str, start: int, end: int, kind: RegionKind, detail: str | None, layout: Layout) -> None:
    span = trimmed(text, start, end)
    if span is not None:
        layout.regions.append(Region(kind, span, detail))
