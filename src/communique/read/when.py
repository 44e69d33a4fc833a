"""Publication dates as pages, mails, feeds and sidecars give them."""

import re
from email.utils import parsedate_to_datetime

from communique.lexicon.calendar import is_day, partial
from communique.model import DateBasis, DateValue

_ISO = re.compile(r"\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?=$|[T\s_,+Z]|-\d\d:)")
_SLASHED = re.compile(r"\s*(\d{4})/(\d\d?)/(\d\d?)(?!\d)")
_DOTTED = re.compile(r"\s*(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEARS = range(1800, 2200)


def metadata_date(words: object) -> DateValue | None:
    """The day, month or year that a metadata field names, with the precision it has; None if it is no date.

    ISO 8601, RFC 5322, "2024/05/14", "14.05.2024" and English month names are understood. The day is the one written
    there, whatever the zone. Day and month in figures with slashes ("05/06/2024") are not guessed.
    """
    text = str(words or "").strip()[:80]
    parts = _figures(text) or _mail_date(text) or _words(text)
    if parts is None:
        return None
    year, month, day = parts
    if (
        year not in _YEARS
        or (month is not None and not 1 <= month <= 12)
        or (day and month and not is_day(year, month, day))
    ):
        return None
    precision = "day" if day else "month" if month else "year"
    return DateValue(partial(year, month, day), precision=precision, basis=DateBasis.METADATA)


def _figures(text: str) -> tuple[int, int | None, int | None] | None:
    if match := _SLASHED.match(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DOTTED.match(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _ISO.match(text):
        return int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None
    return None


def _mail_date(text: str) -> tuple[int, int | None, int | None] | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.year, found.month, found.day


def _words(text: str) -> tuple[int, int | None, int | None] | None:
    match = _WORDED.search(text)
    if match is None:
        return None
    day = match[1] or match[3]
    return int(match[4]), _MONTHS.index(match[2][:3].lower()) + 1, int(day) if day else None
