"""Days on a line: dates of any precision as intervals, and where to put ticks."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.model import DateValue

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis."""

    x: float
    label: str


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

    def ticks(self) -> tuple[Tick, ...]:
        """Years, months, weeks or days, at most about fourteen."""
        days = self.last + 1 - self.first
        if days <= 14:
            marks = [(day, _day(date.fromordinal(day))) for day in range(self.first, self.last + 1)]
        elif days <= 75:
            marks = [(day, _day(date.fromordinal(day))) for day in range(self.first, self.last + 1, 7)]
        else:
            marks = list(_months(self.first, self.last, 1 + days // 400) if days <= 2500 else _years(self.first, self.last))
        return tuple(Tick(self.x(day), label) for day, label in marks)


def day_bounds(value: DateValue | None) -> tuple[int, int] | None:
    """First and last day (ordinals) that a date can mean; None where it has no value, or one end is open."""
    if value is None or value.start is None or ".." in (value.start, value.end):
        return None
    low, high = _span(value.start), _span(value.end or value.start)
    return (low[0], max(high[1], low[0])) if low and high else None


def _span(edtf: str) -> tuple[int, int] | None:
    parts = edtf.rstrip("?~%").split("T")[0].split("-")
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
    except (ValueError, TypeError):  # a month or day that no calendar has
        return None


def _day(found: date) -> str:
    return f"{found.day} {MONTHS[found.month - 1]}"


def _months(first: int, last: int, step: int) -> Iterator[tuple[int, str]]:
    found = date.fromordinal(first).replace(day=1)
    while found.toordinal() <= last:
        if found.toordinal() >= first and (found.month - 1) % step == 0:
            yield found.toordinal(), MONTHS[found.month - 1] + (f" {found.year}" if found.month == 1 else "")
        found = (found + timedelta(days=32)).replace(day=1)


def _years(first: int, last: int) -> Iterator[tuple[int, str]]:
    low, high = date.fromordinal(first).year, date.fromordinal(last).year
    for year in range(low + 1, high + 1, 1 + (high - low) // 14):
        yield date(year, 1, 1).toordinal(), str(year)
