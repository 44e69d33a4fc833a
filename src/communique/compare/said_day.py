"""Days that the sentences of a document name: "8 November", "on the 8th", "last Tuesday", "yesterday".

A weekday, a bare number and "yesterday" are read against the day of publication: what is reported lies before it, what is
still to be after it. Without that day only a month and a number tell a day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from communique.lexicon.numeral import ordinal_value
from communique.model import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = r"(?P<m{0}>(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
DAY = re.compile(
    rf"\b(?:{MONTH.format(1)} (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[-–]\d)"
    rf"|(?<![-–\d])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH.format(2)}\b)"
)
WEEKDAY = re.compile(
    rf"\b(?:(?P<how>[Ll]ast|[Nn]ext|this|previous) )?(?P<day>{'|'.join(own.title() for own in WEEKDAYS)})\b"
)
NUMBERED = re.compile(
    r"\b[Oo]n the (?P<day>\d{1,2}(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|twenty-\w+|thirty-first)(?=[,.;:]| (?:and|of this month|but|at|in|to|for)\b)"
)
PAST = re.compile(r"[Yy]esterday|[Ll]ast |previous ")
CALENDAR = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)}|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)s?\b",
    re.IGNORECASE,
)
YESTERDAY = re.compile(r"\b(?:[Yy]esterday|(?<![Tt]he )[Ll]ast night)\b")
COMING = re.compile(
    r"\b(?:will|(?:is|are|was|were) (?:now )?to\b|due (?:to|in|on)|planned|scheduled|set|(?<!been )expected|shall|to be|promised|agreed? to|opens?)\b[^;:]{0,80}$"
    r"|\b(?:until|till|by|from|as of|unless [^.;:]{0,40} by) (?:noon |midnight |\d{1,2}:\d\d )?(?:on )?$"
)


def days_named(text: str, line: Span, published: str) -> Iterator[tuple[tuple[int, int], Span]]:
    """Month and day of each day that a sentence names, with its words, in text order.

    Args:
        published: ISO day of publication; "" if it is not known.
    """
    found = [
        (own.span(), (_month(own["m1"] or own["m2"]), int(own["d1"] or own["d2"])))
        for own in DAY.finditer(text, *_ends(line))
    ]
    day = date.fromisoformat(published[:10]) if len(published) >= len("2000-01-01") else None
    if day is not None:
        for own in WEEKDAY.finditer(text, *_ends(line)):
            if not (
                text[own.end() : own.end() + 1] == "s"
                or re.match(r",? (?:\d|[A-Z][a-z]+\.? \d)", text[own.end() : own.end() + 14])
            ):
                found.append((own.span(), _as_pair(_on_weekday(own, day, looks_ahead(text, line, own.start())))))
        for own in NUMBERED.finditer(text, *_ends(line)):
            near = _numbered(own["day"], day, looks_ahead(text, line, own.start()))
            if near is not None:
                found.append((own.span(), _as_pair(near)))
        found.extend((own.span(), _as_pair(day - timedelta(days=1))) for own in YESTERDAY.finditer(text, *_ends(line)))
    for (start, end), pair in sorted(found):
        if 1 <= pair[1] <= 31:
            yield pair, Span(start, end)


def looks_ahead(text: str, line: Span, start: int) -> bool:
    """Whether the words of a sentence before `start` speak of what is to be."""
    return COMING.search(text[line.start : start]) is not None and PAST.match(text, start) is None


def _ends(line: Span) -> tuple[int, int]:
    return line.start, line.end


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _as_pair(day: date) -> tuple[int, int]:
    return day.month, day.day


def _on_weekday(own: re.Match[str], day: date, ahead: bool) -> date:
    """The nearest day of that name before the day of writing, or after it where the words look ahead."""
    number, how = WEEKDAYS.index(own["day"].lower()), (own["how"] or "").lower()
    if how == "next" or (ahead and how not in ("last", "previous")):
        return day + timedelta(days=(number - day.weekday()) % 7 or 7)
    back = (day.weekday() - number) % 7
    return day - timedelta(days=back or (7 if how in ("last", "previous") else 0))


def _numbered(words: str, day: date, ahead: bool) -> date | None:
    """ "on the tenth": of this month or the one before or after it, on the side to which the words look."""
    number = ordinal_value(words.lower())
    if number is None or not 1 <= number <= 31:
        return None
    step = timedelta(days=1 if ahead else -1)
    for _ in range(31):
        if day.day == number:
            return day
        day += step
    return None
