"""Days on a line: dates of any precision as intervals, and where to put ticks."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.model import DateValue

MOST_DAYS_IN_HOURS = 3
ROOM = 90  # drawing units that a month with its year takes
YEAR = re.compile(r"\d{4}")
CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis. `since`, `until`: the days (EDTF) that it stands for; "" for an hour."""

    x: float
    label: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days `first` to `last` (inclusive, ordinals) over `width` drawing units from `left`."""

    first: int
    last: int
    left: float
    width: float

    def x(self, day: float) -> float:
        """Where day `day` begins."""
        return round(self.left + (day - self.first) / max(1, self.last + 1 - self.first) * self.width, 1)

    @property
    def days(self) -> int:
        """How many days the axis has."""
        return self.last + 1 - self.first

    def ticks(self) -> tuple[Tick, ...]:
        """Years, months, weeks, days or hours, at most about fourteen; the first one tells the year."""
        if self.days <= MOST_DAYS_IN_HOURS:
            return _with_year(self._hours())
        if self.days <= 75:
            step = 1 if self.days <= 14 else 7
            rows = (date.fromordinal(day) for day in range(self.first, self.last + 1, step))
            return _with_year(self._tick(_day(found), found, found + timedelta(days=step - 1)) for found in rows)
        if self.days <= 2500:
            return _with_year(self._months())
        return tuple(
            Tick(self.x(date(year, 1, 1).toordinal()), str(year), str(year), str(year))
            for year in _years(self.first, self.last)
        )

    def _months(self) -> Iterator[Tick]:
        """Months of which the first day is on the axis, and before them the one in which it begins if there is room."""
        found = [
            self._tick(label, first, _month_end(first))
            for first, label in _months(self.first, self.last, 1 + self.days // 400)
        ]
        begun = date.fromordinal(self.first).replace(day=1)
        if begun.toordinal() < self.first and (not found or found[0].x - self.left >= ROOM):
            last = _month_end(begun)
            yield Tick(self.left, MONTHS[begun.month - 1], begun.isoformat(), last.isoformat())
        yield from found

    def _tick(self, label: str, since: date, until: date) -> Tick:
        return Tick(self.x(since.toordinal()), label, since.isoformat(), until.isoformat())

    def _hours(self) -> Iterator[Tick]:
        for day in range(self.first, self.last + 1):
            found = date.fromordinal(day)
            alone = self.days == 1
            yield self._tick(_day(found), found, found)
            step = 2 if alone else 6
            yield from (Tick(self.x(day + hour / 24), f"{hour}:00") for hour in range(step, 24, step))


def _with_year(rows: Iterable[Tick]) -> tuple[Tick, ...]:
    """The ticks, the first one with its year."""
    found = tuple(rows)
    if not found or YEAR.search(found[0].label):
        return found
    return (replace(found[0], label=f"{found[0].label} {found[0].since[:4]}"), *found[1:])


def day_bounds(value: DateValue | None) -> tuple[float, float] | None:
    """First and last day (ordinals) that a date can mean, with the hour as a fraction where the date has one (a
    stretch from `low` to `high` + 1); None where it has no value, or one end is open."""
    if value is None or value.start is None or ".." in (value.start, value.end):
        return None
    low, high = _span(value.start), _span(value.end or value.start)
    return (low[0], high[1] if high[1] > low[0] - 1 else low[0]) if low and high else None


def _span(edtf: str) -> tuple[float, float] | None:
    day, _, clock = edtf.rstrip("?~%").partition("T")
    bounds = _day_span(day)
    hour = CLOCK.match(clock)
    if bounds is None or hour is None:
        return bounds
    at = bounds[0] + int(hour[1]) / 24 + int(hour[2]) / 1440
    return at, at - 1 + 1 / 24


def _day_span(edtf: str) -> tuple[int, int] | None:
    parts = edtf.split("-")
    if not all(part.isdecimal() for part in parts) or not parts[0]:
        return None
    numbers = [int(part) for part in parts]
    try:
        if len(numbers) == 1:
            return date(numbers[0], 1, 1).toordinal(), date(numbers[0], 12, 31).toordinal()
        if len(numbers) == 2:
            last = monthrange(numbers[0], numbers[1])[1]
            return date(numbers[0], numbers[1], 1).toordinal(), date(numbers[0], numbers[1], last).toordinal()
        day = date(numbers[0], numbers[1], numbers[2]).toordinal()
        return day, day
    except (ValueError, TypeError, OverflowError):  # a year, month or day that no calendar has
        return None


def _day(found: date) -> str:
    return f"{found.day} {MONTHS[found.month - 1]}"


def _month_end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _months(first: int, last: int, step: int) -> Iterator[tuple[date, str]]:
    found = date.fromordinal(first).replace(day=1)
    while found.toordinal() <= last:
        if found.toordinal() >= first and (found.month - 1) % step == 0:
            yield found, MONTHS[found.month - 1] + (f" {found.year}" if found.month == 1 else "")
        found = (found + timedelta(days=32)).replace(day=1)


def _years(first: int, last: int) -> Iterator[int]:
    low, high = date.fromordinal(first).year, date.fromordinal(last).year
    yield from range(low + 1, high + 1, 1 + (high - low) // 14)
