"""What a rule of the grammar finds: values of days, months, years and lengths of time in TIMEX3 and EDTF."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from communique.lexicon.calendar import bounds, is_day, partial
from communique.model import DateBasis, TimeKind


class Moment(NamedTuple):
    """A day, month or year; astronomical year (0 = 1 BC)."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        return partial(*self)

    @property
    def timex(self) -> str:
        """TIMEX3 value; years before Christ as "BC0241"."""
        text = f"{self.year:04d}" if self.year > 0 else f"BC{1 - self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        return text if self.day is None else f"{text}-{self.day:02d}"

    @property
    def precision(self) -> str:
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def is_valid(self) -> bool:
        if self.month is None or self.day is None:
            return self.month is None or 1 <= self.month <= 12
        return is_day(*self[:1], self.month, self.day)

    @property
    def date(self) -> date | None:
        """The day as a date; None for months, years and days before Christ (and at the edge of what dates can hold)."""
        return date(self.year, self.month, self.day) if self.month and self.day and 2 <= self.year <= 9998 else None


def moment_of(day: date) -> Moment:
    return Moment(day.year, day.month, day.day)


def last_day(moment: Moment) -> date | None:
    """The last day of a moment."""
    days = bounds(moment.edtf)
    return days and days[1]


@dataclass(frozen=True, slots=True)
class Found:
    """One time expression in tokens [first, last).

    Attributes:
        start, end, precision, window: as in `DateValue`; start None: no value.
        minutes: bounds of a duration.
        moment: what later expressions can hang on ("three days later").
        offset: signed days from the reference for words that count from the day of speaking.
    """

    first: int
    last: int
    kind: TimeKind
    timex: str
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    window: bool = False
    basis: DateBasis = DateBasis.EXPLICIT
    minutes: tuple[float | None, float | None] | None = None
    moment: Moment | None = None
    offset: int | None = None


def at_moment(first: int, last: int, moment: Moment, basis: DateBasis = DateBasis.EXPLICIT) -> Found:
    """A date that is exactly one day, month or year."""
    return Found(first, last, TimeKind.DATE, moment.timex, moment.edtf, None, moment.precision, basis=basis, moment=moment)


def unknown(first: int, last: int, timex: str, basis: DateBasis, kind: TimeKind = TimeKind.DATE) -> Found:
    """Date words that carry no value here."""
    return Found(first, last, kind, timex, basis=basis)


def within(found: Found, low: date | None, high: date | None, precision: str = "day") -> Found:
    """The same words, meaning some time from `low` to `high`."""
    if low is None or high is None:
        return replace(found, start=None)
    return replace(found, start=low.isoformat(), end=high.isoformat(), precision=precision, window=True)


def with_time(found: Found, letters: str) -> Found:
    """The same day at a time of day: "TMO", "T15:00"."""
    return replace(found, kind=TimeKind.TIME, timex=(found.timex + letters) if letters else found.timex)
