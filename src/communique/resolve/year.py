"""The year of "18 February" where no article of the coverage says it.

A reader of undated articles finds the year from the calendar: the day that one article calls a Tuesday is the 18 February of
another, no year before the last one that the articles speak of as past fits but one. That is an inference, marked as such
(`DateBasis.INFERRED`), and it is made only where at least one weekday pins it down; without one the date stays open.
Where some articles are dated, the others' days and months take the year nearest to the coverage.

Source: gold rule 6 ("day and month explicit, year by context"); the weekday test is ours.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.lexicon.calendar import is_day, partial
from communique.model import DateBasis, DateValue, EncounterMention, Evidence

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "sept", "october", "november", "december"),
)
NAMES = "|".join((*LONG, *MONTHS))
ORDINAL = r"(?:st|nd|rd|th)?"
MONTH_DAY = re.compile(
    rf"\b(?P<month>{NAMES})\.? (?P<day>\d\d?){ORDINAL}(?:(?:\s?[-–]\s?| and )(?P<last>\d\d?){ORDINAL})?\b", re.I
)
DAY_MONTH = re.compile(
    rf"\b(?P<day>\d\d?){ORDINAL}(?:(?:\s?[-–]\s?| and )(?P<last>\d\d?){ORDINAL})? (?:of )?(?P<month>{NAMES})\b", re.I
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.I)
PAST_YEAR = re.compile(r"(\w{1,40})?\W{1,8}((?:19|20)\d\d)\b")  # bounded: a long blank takes linear time
AHEAD = frozenset(
    [
        "by",
        "until",
        "till",
        "to",
        "through",
        "before",
        "after",
        "beyond",
        "toward",
        "towards",
        "target",
        "goal",
        "vision",
        "agenda",
        "for",
    ]
)
REACH = 6  # years: 28 February weekdays come round after five, six or eleven years


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """ "17-18 February": month, first and last day."""

    month: int
    day: int
    last: int


def day_of_year(words: str) -> DayOfYear | None:
    """The month and day that `words` name; None if they name none, or a year too."""
    match = MONTH_DAY.search(words) or DAY_MONTH.search(words)
    if match is None or re.search(r"\b\d{4}\b", words):
        return None
    month = MONTHS.index(match["month"][:3].lower()) + 1
    day, last = int(match["day"]), int(match["last"] or match["day"])
    return DayOfYear(month, day, last) if is_day(2024, month, day) and is_day(2024, month, last) and day <= last else None


def infer_years(
    mentions: Sequence[EncounterMention], groups: Iterable[tuple[str, ...]], days: Sequence[str], texts: Iterable[str]
) -> tuple[EncounterMention, ...]:
    """The mentions, with a year for those whose words give month and day alone.

    Args:
        mentions: of all documents, in any order.
        groups: ids of mentions that are the same encounter.
        days: publication days of the dated documents ("2025-02-19"; a month or year alone is passed over).
        texts: bodies of the documents, to find the last past year that they speak of; read only if nothing is dated.

    Returns:
        The mentions in their order.
    """
    known = sorted(found for found in (as_day(day) for day in days) if found)
    known += sorted(found for mention in mentions if (found := _stated(mention)))
    if not known:
        year = _pinned_year(mentions, groups, texts)
        if year is None:
            return tuple(mentions)
        return tuple(_with_year(mention, (), year) for mention in mentions)
    known.sort()
    return tuple(_with_year(mention, known, None) for mention in mentions)


def dated_near(value: DateValue | None, days: Sequence[str]) -> DateValue | None:
    """A date whose words give month and day alone, with the year nearest to `days`; any other as it is.

    Args:
        value: with its words as evidence.
        days: known days of the coverage, as ISO dates.
    """
    if value is None or value.start is not None:
        return value
    known = sorted(near for day in days if (near := as_day(day)))
    named = next((found for words in value.evidence if (found := day_of_year(words.quote))), None)
    year = nearest_year(named, known) if named is not None and known else None
    if named is None or year is None or not is_day(year, named.month, named.day):
        return value
    start, end = partial(year, named.month, named.day), partial(year, named.month, named.last)
    return DateValue(start, end if end != start else None, "day", value.window, DateBasis.INFERRED, value.evidence)


def as_day(value: str) -> date | None:
    """The day of an ISO date; None for any other value."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _stated(mention: EncounterMention) -> date | None:
    found = mention.date
    if found is None or found.start is None or found.precision != "day":
        return None
    return as_day(found.start)


def _with_year(mention: EncounterMention, known: Sequence[date], year: int | None) -> EncounterMention:
    if mention.date is None or mention.date.start is not None:
        return mention
    named = next((found for words in mention.date.evidence if (found := day_of_year(words.quote))), None)
    if named is None:
        return mention
    own = year if year is not None else nearest_year(named, known)
    if own is None or not is_day(own, named.month, named.day):
        return mention
    start, end = partial(own, named.month, named.day), partial(own, named.month, named.last)
    value = DateValue(start, end if end != start else None, "day", False, DateBasis.INFERRED, mention.date.evidence)
    return replace(mention, date=value)


def nearest_year(named: DayOfYear, known: Sequence[date]) -> int | None:
    """The year that puts the day nearest to a known one, within half a year of it."""
    best: tuple[int, int] | None = None
    for year in sorted({around for own in known for around in (own.year - 1, own.year, own.year + 1)}):
        if not is_day(year, named.month, named.day):
            continue
        day = date(year, named.month, named.day)
        place = bisect_left(known, day)
        gap = min(abs((day - own).days) for own in known[max(0, place - 1) : place + 1])
        if gap <= 183 and (best is None or gap < best[0]):
            best = gap, year
    return best[1] if best else None


def _pinned_year(
    mentions: Sequence[EncounterMention], groups: Iterable[tuple[str, ...]], texts: Iterable[str]
) -> int | None:
    """The first year, from the last past one that the texts name on, in which every weekday fits; None without a weekday."""
    tests = tuple(_weekday_tests({mention.id: mention for mention in mentions}, groups))
    floor = max((year for text in texts for year in _past_years(text)), default=None)
    if not tests or floor is None:
        return None
    for year in range(floor, floor + REACH):
        fitting = (
            any(
                is_day(year, named.month, day) and date(year, named.month, day).weekday() in week
                for day in (named.day, named.last)
            )
            for named, week in tests
        )
        if all(fitting):
            return year
    return None


def _weekday_tests(
    by_id: Mapping[str, EncounterMention], groups: Iterable[tuple[str, ...]]
) -> Iterator[tuple[DayOfYear, set[int]]]:
    """(day of the year, weekdays that sources give it) for encounters that have both."""
    for group in groups:
        words = [found for own in group if own in by_id for found in _date_words(by_id[own])]
        named = next((found for own in words if (found := day_of_year(own.quote))), None)
        week = {WEEKDAYS.index(match[1].lower()) for own in words if (match := WEEKDAY.search(own.quote))}
        if named and week:
            yield named, week


def _date_words(mention: EncounterMention) -> tuple[Evidence, ...]:
    return mention.date.evidence if mention.date else ()


def _past_years(text: str) -> Iterator[int]:
    """Years that a text names, without those that lie ahead of it ("by 2030")."""
    for match in PAST_YEAR.finditer(text):
        if (match[1] or "").lower() not in AHEAD:
            yield int(match[2])
