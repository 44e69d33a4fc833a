"""Date lines that belong to the page, not to the article: "Sunday 9 May 2031 | Late edition | Page 3", or any above the title.

A dateline says where and when a story was written; the date of an issue is furniture, though the article's day is read from it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.lexicon.boilerplate import phrases, words_of
from communique.model import Document, Region, RegionKind

DATE = "date"
_FURNITURE = re.compile(
    r"\b(?:edition|issue|page|pages|price|vol|volume|year [IVXLC]+|established|founded|founding|session|sitting|bulletin|number"
    r"|columns?|final|briefing note|press release|no\. ?\d+|[A-D]\d{1,2})\b|[$€£]\s?\d|\b[A-Z]{2,3}h?[¢$]?\s?\d+[.,]\d\d",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"\W*(?:published|updated|posted|modified|last)\b", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:by|with|hosted|analysis|opinion)\b", re.IGNORECASE)


def as_masthead(document: Document, regions: Sequence[Region]) -> tuple[Region, ...]:
    """The regions, date lines of the page as boilerplate of detail "date"; what names who wrote stays."""
    title = next((number for number, one in enumerate(regions) if one.kind is RegionKind.TITLE), -1)
    body = next((number for number, one in enumerate(regions) if one.kind is RegionKind.BODY), len(regions))
    return tuple(
        replace(one, kind=RegionKind.BOILERPLATE)
        if number < body and _is_page_date(document, one, above=number < title)
        else one
        for number, one in enumerate(regions)
    )


def _is_page_date(document: Document, region: Region, *, above: bool) -> bool:
    if region.kind is not RegionKind.DATELINE or region.detail != DATE:
        return False
    text = document.text[region.span.start : region.span.end]
    if _PEOPLE.search(text):
        return False
    words = [word for _, _, word in words_of(text)]
    stamped = phrases("dated").at(words) > 0
    return (above and not stamped) or (_FURNITURE.search(text) is not None and not _STAMPED.match(text))
