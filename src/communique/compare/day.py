"""Days as encounters have them: full dates, and days without a year ("on 12 February") where no document tells the year."""

import re
from dataclasses import dataclass

from communique.compare.stated import Relation
from communique.compare.values import relate_dates
from communique.lexicon import calendar
from communique.model import DateValue

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
ANY_YEAR = "0004"  # a leap year: 29 February must have its day
NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
RANGE = rf"{NUMBER}(?:\s*(?:-|–|—|to|and)\s*{NUMBER})?"
MONTH_FIRST = re.compile(rf"\b({MONTHS})\s+{RANGE}(?!\d)", re.IGNORECASE)
DAY_FIRST = re.compile(rf"\b{RANGE}\s+(?:of\s+)?({MONTHS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its year, if it has one, and the same in no particular year, if it has days."""

    dated: DateValue | None
    yearless: DateValue | None

    @property
    def shown(self) -> str:
        """The EDTF date; for a day without a year month and day as "--02-12"."""
        if self.dated is not None:
            return self.dated.edtf or ""
        return (self.yearless.edtf or "").replace(f"{ANY_YEAR}-", "--") if self.yearless is not None else ""


def day_of(date: DateValue) -> Day | None:
    """The day of a date; None where the words carry neither a date nor a day of a month."""
    if calendar.is_known(date):
        return Day(date, _without_year(date))
    for words in date.evidence:
        yearless = _read(words.quote)
        if yearless is not None:
            return Day(None, yearless)
    return None


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
    """As `relate_dates`; by month and day alone where one has no year."""
    if one.dated is not None and two.dated is not None:
        return relate_dates(one.dated, two.dated)
    if one.yearless is not None and two.yearless is not None:
        return relate_dates(one.yearless, two.yearless)
    return Relation.UNRELATED
