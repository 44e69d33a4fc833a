"""Days as encounters have them: full dates, and days without a year ("on 12 February") where no document tells the year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.compare.stage import Stage, sentence_around, words_at
from communique.compare.stated import Relation
from communique.compare.values import is_run, relate_dates
from communique.lexicon import calendar
from communique.model import DateValue, EncounterMention, EncounterStatus, Evidence, Span

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
WEEKDAY, DIGIT = re.compile(r"\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b|\bday\b", re.IGNORECASE), re.compile(r"\d")
WEEK, LATEST_NEWS = 7, 14
ANY_YEAR = "0004"  # a leap year: 29 February must have its day
NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
RANGE = rf"{NUMBER}(?:\s*(?:-|–|—|to|and)\s*{NUMBER})?"
MONTH_FIRST = re.compile(rf"\b({MONTHS})\s+{RANGE}(?!\d)", re.IGNORECASE)
DAY_FIRST = re.compile(rf"\b{RANGE}\s+(?:of\s+)?({MONTHS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its year, if it has one, and the same in no particular year, if it has days.

    `in_hours`: the document gives the length of the whole in hours, so that one day is no part of several.
    `planned`: it was still ahead when the document was written.
    """

    dated: DateValue | None
    yearless: DateValue | None
    in_hours: bool = False
    planned: bool = False

    @property
    def shown(self) -> str:
        """The EDTF date; for a day without a year month and day as "--02-12"."""
        if self.dated is not None:
            return self.dated.edtf or ""
        return (self.yearless.edtf or "").replace(f"{ANY_YEAR}-", "--") if self.yearless is not None else ""


def day_of(date: DateValue, in_hours: bool = False, planned: bool = False) -> Day | None:
    """The day of a date; None where the words carry neither a date nor a day of a month."""
    if calendar.is_known(date):
        return Day(date, _without_year(date), in_hours, planned)
    for words in date.evidence:
        yearless = _read(words.quote)
        if yearless is not None:
            return Day(None, yearless, in_hours, planned)
    return None


def day_called_off(mention: EncounterMention, others: Iterable[EncounterMention]) -> DateValue | None:
    """The day for which something called off was set. A weekday may be that of the plan ("was to open on Tuesday") or that of
    the news ("was cancelled on Sunday"): it is taken for the plan's where another account has the day, else left out."""
    own = mention.date
    if own is None or not all(WEEKDAY.search(words.quote) and not DIGIT.search(words.quote) for words in own.evidence):
        return own
    for other in others:
        if other.document == mention.document or other.date is None or other.status is EncounterStatus.CANCELLED:
            continue
        days = calendar.distance(own, other.date) if other.date.precision == "day" and not other.date.window else None
        if days is not None and days % WEEK == 0 and days <= LATEST_NEWS:
            return replace(other.date, evidence=own.evidence)
    return None


def day_words(mention: EncounterMention, day: Day, stage: Stage) -> Iterator[Evidence]:
    """Where else the document gives the same day beside the encounter ("13 and 14 May" under the head "13–14 May")."""
    text = stage.texts.get(mention.document, "")
    for words in mention.evidence:
        around = sentence_around(text, words.span)
        for pattern in (DAY_FIRST, MONTH_FIRST):
            for found in pattern.finditer(text, around.start, around.end):
                read = _read(found[0])
                if read is not None and day.yearless is not None and (read.start, read.end) == _ends(day.yearless):
                    yield words_at(stage, mention.document, Span(found.start(), found.end()))


def _ends(own: DateValue) -> tuple[str | None, str | None]:
    return own.start, own.end


def _without_year(date: DateValue) -> DateValue | None:
    if date.precision != "day" or date.start is None or date.start == ".." or date.end == "..":
        return None
    end = date.end or date.start
    if date.start[:4] != end[:4]:
        return None
    return DateValue(ANY_YEAR + date.start[4:10], ANY_YEAR + end[4:10], "day", date.window)


def _read(words: str) -> DateValue | None:
    first, last = MONTH_FIRST.search(words), DAY_FIRST.search(words)
    if first is not None:
        month, *days = first.groups()
    elif last is not None:
        *days, month = last.groups()
    else:
        return None
    number = MONTHS.split("|").index(month.lower()) + 1
    starts = [int(day) for day in days if day]
    if not all(calendar.is_day(4, number, day) for day in starts) or starts[-1] < starts[0]:
        return None
    begin, end = (f"{ANY_YEAR}-{number:02d}-{day:02d}" for day in (starts[0], starts[-1]))
    return DateValue(begin, end, "day")


def relate_days(one: Day, two: Day) -> Relation:
    """As `relate_dates`; by month and day alone where one has no year. A day of some hours against several days: conflict."""
    if one.dated is not None and two.dated is not None:
        left, right = one.dated, two.dated
    elif one.yearless is not None and two.yearless is not None:
        left, right = one.yearless, two.yearless
    else:
        return Relation.UNRELATED
    if one.planned != two.planned and is_run(left) != is_run(right) and relate_dates(left, right) is not Relation.CONFLICT:
        return Relation.COMPATIBLE
    if (one.in_hours and _is_day(left) and is_run(right)) or (two.in_hours and _is_day(right) and is_run(left)):
        return Relation.CONFLICT
    return relate_dates(left, right)


def _is_day(own: DateValue) -> bool:
    first, last = calendar.interval(own)
    return first is not None and first == last
