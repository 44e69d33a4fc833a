"""The lines of a PDF page with where they stand, and which of them begin a paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_FINAL = (".", "!", "?", "”", '"', "»", ":", ")", "’", "。", "؟", "…")
_WIDE_GAP = 1.35  # of the usual distance of lines
_OTHER_SIZE = 0.12
_INDENT = 0.6  # of a line's height
_SHORT = 0.85  # of the width of the column


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of text; it holds its hyphens, and several printed lines where a hyphen joins them.

    `left`, `top`, `bottom`: of its first character; `right`, `end_bottom`: of its last; points, from the lower left corner.
    None of the measures is known where `height` is 0.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    end_bottom: float = 0.0
    height: float = 0.0


def page_lines(page: Any) -> list[PdfLine]:
    """The lines of a `PdfTextPage` in reading order, blank ones left out."""
    text = page.get_text_range()
    measured = len(text) == page.count_chars()
    lines = []
    start = 0
    for raw in text.split("\r\n"):
        stripped = raw.strip(" \t\xa0\r\n")
        if stripped:
            first = start + raw.index(stripped[0])
            lines.append(_measure(page, stripped, first, first + len(stripped) - 1) if measured else PdfLine(stripped))
        start += len(raw) + 2
    return lines


def _measure(page: Any, text: str, first: int, last: int) -> PdfLine:
    left, bottom, _, top = page.get_charbox(first, loose=True)
    _, end_bottom, right, _ = page.get_charbox(last, loose=True)
    return PdfLine(text, left, right, top, bottom, end_bottom, top - bottom)


def typical_leading(pages: Sequence[list[PdfLine]]) -> float:
    """Usual distance from line to line; 0 where nothing is measured."""
    steps = [one.end_bottom - two.bottom for page in pages for one, two in pairwise(page) if one.height and two.height]
    down = sorted(step for step in steps if step > 1)
    return down[len(down) // 4] if down else 0.0  # not the median: a short page has as many gaps as lines


def begins_paragraph(last: PdfLine, line: PdfLine, following: PdfLine | None, leading: float) -> bool:
    """Whether `line` begins a paragraph, after `last` and before `following`."""
    if not last.height or not line.height or not leading:
        return last.text.endswith(_FINAL)
    if abs(line.height - last.height) > _OTHER_SIZE * max(line.height, last.height):
        return True
    step = last.end_bottom - line.bottom
    if step < 1:  # a new column or page
        return last.text.endswith(_FINAL) and (
            _is_short(last, line) or _is_indented(line, following) or line.text[:1].isupper()
        )
    return (
        step > _WIDE_GAP * leading or _is_indented(line, following) or (last.text.endswith(_FINAL) and _is_short(last, line))
    )


def _is_indented(line: PdfLine, following: PdfLine | None) -> bool:
    if following is None or not following.height or following.bottom > line.bottom:
        return False
    return _INDENT * line.height < line.left - following.left < 6 * line.height


def _is_short(last: PdfLine, line: PdfLine) -> bool:
    """Whether `last` stops well before the right edge that `line` reaches."""
    width = line.right - line.left
    return width > 0 and last.right - last.left < _SHORT * width
