"""PDF: lines of the pages joined into paragraphs again, hyphens of line ends undone, each run of text with its page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from communique.errors import ReadError
from communique.model import RawPlace, Span
from communique.read.item import Blob, Draft, Metadata
from communique.read.kind import PDF
from communique.read.pdf_apart import PdfSheet, read_apart
from communique.read.pdf_line import PdfLine, begins_paragraph, typical_leading
from communique.read.settings import ReadSettings

_NUMBER = re.compile(r"\d+")
_EDGE = 3  # lines at the top and bottom of a page that may be running lines
_SOFT = "\x02\ufffe\u00ad"
_INNER = re.compile(f"[{_SOFT}](?=\\S)")
_BROKEN = re.compile(r"[^\W\d]-$")
_COMPOUND = re.compile(r"\b[^\W\d_]+-[^\W\d_]+\b")
_LAST_WORD, _FIRST_WORD = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_UNTITLED = re.compile(r"(?i:untitled|microsoft word|.*\.(?:docx?|indd|qxd|pdf|tex|odt)|slide \d+|)")


def read_pdf(blob: Blob, settings: ReadSettings) -> Draft:
    """The article of a PDF: one paragraph a line; running heads and feet of a page stand on lines of their own.

    Raises:
        ReadError: the file is encrypted or damaged, has no text (pictures of pages), or too many pages.
    """
    sheet = read_apart(blob.raw, settings.max_pdf_pages, settings.max_text_characters)
    known = blob.known.over(_metadata(sheet))
    text, places = _joined(list(_paragraphs(sheet.pages)))
    if sum(mark.isalnum() for mark in text) < 20:
        raise ReadError("is a PDF without text (pictures of pages?); run text recognition (OCR) on it first")
    return Draft(blob.path, text, blob.raw, PDF, known, places, blob.part)


def _metadata(sheet: PdfSheet) -> Metadata:
    title, author = (" ".join(words.split()) for words in (sheet.title, sheet.author))
    return Metadata(
        title=None if _UNTITLED.fullmatch(title) else title[:500], authors=(author,) if 3 < len(author) < 100 else ()
    )


def _running(pages: Sequence[list[PdfLine]]) -> set[str]:
    """Heads, feet and page numbers: lines at the edge of most pages that differ in figures only."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_frame(line.text) for line in _edges(page)})
    return {frame for frame, count in counts.items() if count >= 2 and 2 * count > len(pages)}


def _edges(page: list[PdfLine]) -> list[PdfLine]:
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]]


def _frame(text: str) -> str:
    return _NUMBER.sub("#", " ".join(text.split()))


def _paragraphs(pages: Sequence[list[PdfLine]]) -> Iterator[list[tuple[int, str]]]:
    """Each paragraph as (page from 1, text of its lines) runs; a paragraph may go on over a page."""
    running = _running(pages)
    leading = typical_leading(pages)
    paragraph: list[tuple[int, str]] = []
    aside: list[tuple[int, str]] = []
    last: PdfLine | None = None
    for number, page in enumerate(pages, start=1):
        edges = {id(line) for line in _edges(page)}
        flow = [line for line in page if not (id(line) in edges and _frame(line.text) in running)]
        kept = {id(line) for line in flow}
        aside += [(number, line.text) for line in page if id(line) not in kept]
        for place, line in enumerate(flow):
            following = flow[place + 1] if place + 1 < len(flow) else None
            if last is None or begins_paragraph(last, line, following, leading):
                if paragraph:
                    yield paragraph
                yield from ([own] for own in aside)
                paragraph, aside = [], []
            paragraph.append((number, line.text))
            last = line
    if paragraph:
        yield paragraph
    yield from ([own] for own in aside)


def _joined(paragraphs: list[list[tuple[int, str]]]) -> tuple[str, tuple[RawPlace, ...]]:
    """The text, a paragraph a line, and the page of each run of it."""
    compounds = {word for paragraph in paragraphs for _, line in paragraph for word in _COMPOUND.findall(line.casefold())}
    pieces: list[str] = []
    places: list[RawPlace] = []
    size = 0
    for number, paragraph in enumerate(paragraphs):
        for run, (page, line) in enumerate(paragraph):
            before = "" if run == 0 else pieces[-1]
            glue = ("\n" if number else "") if run == 0 else " "
            if run and (before.endswith(tuple(_SOFT)) or _BROKEN.search(before)):
                pieces[-1], glue = before[:-1] + _hyphen(before[:-1], line, compounds), ""
                size += len(pieces[-1]) - len(before)
            own = glue + _mended(line, compounds)
            places.append(RawPlace(Span(size, size + len(own)), page=page))
            pieces.append(own)
            size += len(own)
    return "".join(pieces), _by_page(places)


def _mended(line: str, compounds: set[str]) -> str:
    """A line without the hyphens of printed line ends inside it, and with ligatures spelt out."""
    parts = _INNER.split(line)
    text = parts[0]
    for part in parts[1:]:
        text += _hyphen(text, part, compounds) + part
    return text.translate(_LIGATURES).replace("\x00", "")


def _hyphen(before: str, after: str, compounds: set[str]) -> str:
    """ "-" if the two belong to a compound: before a capital or figure, or where the text has the compound elsewhere."""
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if left is None or right is None or not right[0][0].islower():
        return "-"
    return "-" if f"{left[0]}-{right[0]}".casefold() in compounds else ""


def _by_page(places: list[RawPlace]) -> tuple[RawPlace, ...]:
    merged: list[RawPlace] = []
    for place in places:
        if merged and merged[-1].page == place.page:
            merged[-1] = RawPlace(Span(merged[-1].span.start, place.span.end), page=place.page)
        else:
            merged.append(place)
    return tuple(merged)
