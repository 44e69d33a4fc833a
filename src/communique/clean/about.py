"""What cleaning learns about the article: title, place, day, credit, outlet, authors, language."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.clean.language import Detector
from communique.clean.outlet import date_line_parts, find_outlet, is_place, medium
from communique.clean.region import Layout
from communique.lexicon.agency import find_agencies
from communique.lexicon.boilerplate import phrases, words_of
from communique.lexicon.date_line import WrittenDate, find_dates
from communique.model import DateBasis, DateValue, Document, Evidence, Region, RegionKind, Span

_AUTHOR = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*\s){1,3}[A-ZÀ-Þ][\w'’-]+")
_PLACE_BEHIND = re.compile(r"(?:,| in)\s+([A-ZÀ-Þ][\w'’ -]{2,30})$")
_SHORT_LINE = 10
_SIGNED = re.compile(
    r"(?:(?:Done|Given|Issued|Signed|Adopted) (?:at|in|on) )?(?:(?:the )?[A-ZÀ-Þ][\w'’-]+[ ,]{1,2}){1,4}(?:on )?(?=\d|[A-ZÀ-Þ])"
)
_FORMULA = re.compile(r"(?:Done|Given|Issued|Signed|Adopted) (?:at|in|on) ")
_CLOSING = frozenset({RegionKind.BODY, RegionKind.HEADING, RegionKind.NOTE, RegionKind.BYLINE})
_LAST_LINES = 8
_PRINTED = re.compile(r"(?i)\b(?:published|print|edition|posted|appeared|appears)\b")


def complete(document: Document, layout: Layout, detector: Detector) -> Document:
    """`document` with what its regions tell filled in; what metadata told stays.

    Args:
        document: as read.
        layout: its regions and dateline.
        detector: of languages.
    """
    regions = layout.regions
    body = " ".join(document.text[one.span.start : one.span.end] for one in regions if one.kind == RegionKind.BODY)
    bylines = [one for one in regions if one.kind == RegionKind.BYLINE]
    return replace(
        document,
        title=document.title or _words(document, regions, RegionKind.TITLE),
        dateline=_dateline(document, layout),
        published=document.published or _published(document, layout),
        credit=document.credit or _credit(document, layout),
        outlet=document.outlet or find_outlet(document, layout),
        authors=document.authors or tuple(dict.fromkeys(name for one in bylines for name in _names(_text(document, one)))),
        language=detector.language(body) or document.language,
    )


def _text(document: Document, region: Region) -> str:
    return document.text[region.span.start : region.span.end]


def _words(document: Document, regions: Sequence[Region], kind: RegionKind) -> str | None:
    found = next((_text(document, one) for one in regions if one.kind == kind), None)
    return " ".join(found.split()) if found else None


def _dateline(document: Document, layout: Layout) -> str | None:
    """Place of the dateline; else the place in a date line or byline at the top."""
    if layout.dateline is not None and layout.dateline.place:
        return layout.dateline.place
    for region in layout.regions:
        text = _text(document, region)
        if region.kind == RegionKind.DATELINE:
            place = next((part for part in date_line_parts(text) if is_place(part)), None)
            if place is not None:
                return place
        if region.kind == RegionKind.BYLINE and (match := _PLACE_BEHIND.search(text.strip(" \xa0."))) and is_place(match[1]):
            return match[1]
        if region.kind == RegionKind.BODY:
            break
    return None


def _published(document: Document, layout: Layout) -> DateValue | None:
    """The day in the dateline or date line, completed by a year that the rights line alone gives; else a note's."""
    candidates = list(_stated_dates(document, layout))
    for date, offset in candidates:
        if date.value:
            return _day(document, date.value, Span(offset + date.start, offset + date.end))
    year = _rights_year(document, layout.regions)
    for date, offset in candidates:
        if year is not None:
            evidence = (_evidence(document, Span(offset + date.start, offset + date.end)), _evidence(document, year))
            value = f"{document.text[year.start : year.end]}-{date.month:02d}-{date.day:02d}"
            return DateValue(value, precision="day", basis=DateBasis.EXPLICIT, evidence=evidence)
    return _signed_on(document, layout.regions)


def _signed_on(document: Document, regions: Sequence[Region]) -> DateValue | None:
    """The day of the line that closes a declaration: "Done at Lima, 4 May 2031", "Lima, 4 May 2031"."""
    lines = [region for region in regions if region.kind in _CLOSING or _FORMULA.match(_text(document, region))][
        -_LAST_LINES:
    ]
    for region in reversed(lines):
        text = _text(document, region)
        found = _SIGNED.match(text) if len(words_of(text)) <= _SHORT_LINE else None
        for date in find_dates(text):
            if found is not None and date.value and date.start == found.end() and not text[date.end :].strip(" .,"):
                return _day(document, date.value, Span(region.span.start + date.start, region.span.start + date.end))
    return None


def _stated_dates(document: Document, layout: Layout) -> list[tuple[WrittenDate, int]]:
    """Dates of datelines and date lines, then of bylines, of notes on printing, of credits, then of short lines above the
    body; each with the offset of its region."""
    found: list[tuple[int, WrittenDate, int]] = []
    below = False
    for region in layout.regions:
        text = _text(document, region)
        rank = {RegionKind.DATELINE: 0, RegionKind.BYLINE: 1, RegionKind.NOTE: 2, RegionKind.CREDIT: 3}.get(region.kind)
        if region.kind == RegionKind.BOILERPLATE and not below and len(words_of(text)) <= _SHORT_LINE:
            rank = 4
        below = below or region.kind == RegionKind.BODY
        if rank is None or (rank == 2 and not _PRINTED.search(text)):
            continue
        if rank == 0 and phrases("dated").at([word for _, _, word in words_of(text)]) and "pdat" in text[:12].lower():
            rank = 1  # "Updated" gives way to "Published"
        found += [(rank, date, region.span.start) for date in find_dates(text)]
    return [(date, offset) for _, date, offset in sorted(found, key=lambda row: (row[0], row[2], row[1].start))]


def _rights_year(document: Document, regions: Sequence[Region]) -> Span | None:
    """The one year that the rights line names."""
    for region in regions:
        if region.detail == "rights":
            years = list(re.finditer(r"\b(?:19|20)\d\d\b", _text(document, region)))
            if len(years) == 1:
                return Span(region.span.start + years[0].start(), region.span.start + years[0].end())
    return None


def _day(document: Document, value: str, span: Span) -> DateValue:
    return DateValue(value, precision="day", basis=DateBasis.EXPLICIT, evidence=(_evidence(document, span),))


def _evidence(document: Document, span: Span) -> Evidence:
    return Evidence.at(document, span)


def _credit(document: Document, layout: Layout) -> str | None:
    """The agency of the dateline, else of a credit line, else of a rights line that names one."""
    if layout.dateline is not None and layout.dateline.credit:
        return layout.dateline.credit
    for region in layout.regions:
        if region.kind == RegionKind.BYLINE:
            found = find_agencies(_text(document, region))
            whole = [name for name in _names(_text(document, region)) if medium(name)]
            if found or whole:
                return found[0][2].name if found else whole[0]
        if region.kind == RegionKind.CREDIT or region.detail == "rights":
            found = find_agencies(_text(document, region))
            if found:
                return found[0][2].name
    return None


def _names(text: str) -> tuple[str, ...]:
    """Names of authors in a byline."""
    words = words_of(text)
    size = phrases("byline").at([word for _, _, word in words])
    rest = text[words[size - 1][1] :] if size else text
    rest = re.split(r"\s(?:in|from|for|at)\s|\d|\|", rest.replace("\xa0", " "))[0]
    parts = re.split(r",|;|\s(?:and|und|et|y|e|и|та)\s", rest)
    names = (part.strip(" .,:") for part in parts)
    return tuple(name for name in names if _AUTHOR.fullmatch(name) and not _is_role(name))[:6]


def _is_role(name: str) -> bool:
    words = [word for _, _, word in words_of(name)]
    return any(phrases("role").at(words, place) for place in range(len(words)))
