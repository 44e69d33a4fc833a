"""Arithmetic on partial dates (EDTF level 0) and on `DateValue` intervals, and the holidays that hold everywhere.

Source: EDTF, ISO 8601-2:2019, annex A, level 0; years before Christ as astronomical years ("-0240" is 241 BC).
"""

import calendar as months
import re
from datetime import date, timedelta

from communique.model import DateValue

PARTIAL = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?")
OPEN = ".."
_ORDER = {"year": 0, "month": 1, "day": 2}


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a partial date; None for "..", years before 1 or no such day."""
    match = PARTIAL.fullmatch(value)
    if match is None or not 1 <= int(match[1]) <= 9999:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return None if year is None else (date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12:
        return None
    last = months.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, day),) * 2 if 1 <= day <= last else None


def interval(value: DateValue) -> tuple[date | None, date | None]:
    """First and last day that a date can mean, both inclusive.

    Returns:
        None at a side that is open; (None, None) where there is no value.
    """
    if value.start is None:
        return None, None
    first, last = bounds(value.start), bounds(value.start if value.end is None else value.end)
    return first and first[0], last and last[1]


def is_known(value: DateValue | None) -> bool:
    """Whether a date is bounded at one side at least."""
    return value is not None and interval(value) != (None, None)


def intersects(one: DateValue, two: DateValue) -> bool:
    """Whether both can mean the same day; False where one has no value."""
    if not (is_known(one) and is_known(two)):
        return False
    (low, high), (other_low, other_high) = interval(one), interval(two)
    return not _before(high, other_low) and not _before(other_high, low)


def contains(outer: DateValue, inner: DateValue) -> bool:
    """Whether every day of `inner` lies in `outer`; False where one has no value."""
    if not (is_known(outer) and is_known(inner)):
        return False
    (low, high), (inner_low, inner_high) = interval(outer), interval(inner)
    after = low is None or (inner_low is not None and low <= inner_low)
    return after and (high is None or (inner_high is not None and inner_high <= high))


def same_day(one: DateValue, two: DateValue) -> bool:
    """Whether both name the same one day."""
    days = interval(one)
    return days[0] is not None and days[0] == days[1] and days == interval(two)


def same_at_precision(one: DateValue, two: DateValue) -> bool:
    """Whether both are the same at the coarser of their precisions ("2025-02-18" and "2025-02": yes)."""
    if one.start is None or two.start is None or one.precision is None or two.precision is None:
        return False
    size = {"year": 4, "month": 7, "day": 10}[min(one.precision, two.precision, key=_ORDER.__getitem__)]
    ends = [(value.start or "", value.end or value.start or "") for value in (one, two)]
    return ends[0][0][:size] == ends[1][0][:size] and ends[0][1][:size] == ends[1][1][:size]


def distance(one: DateValue, two: DateValue) -> int | None:
    """Days between two dates, 0 where they touch or overlap; None where a needed side is unknown."""
    if intersects(one, two):
        return 0
    (low, high), (other_low, other_high) = interval(one), interval(two)
    gaps = [(b - a).days for a, b in ((high, other_low), (other_high, low)) if a is not None and b is not None and a < b]
    return min(gaps) if gaps else None


def partial(year: int, month: int | None = None, day: int | None = None) -> str:
    """EDTF of a year, month or day. `year`: astronomical (0 = 1 BC)."""
    text = f"{year:05d}" if year < 0 else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day. Years before 1 are taken for leap years."""
    return 1 <= month <= 12 and 1 <= day <= months.monthrange(year if 1 <= year <= 9999 else 4, month)[1]


def plus_days(day: date, number: int) -> date | None:
    """The day `number` days on; None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return None


def plus_months(year: int, month: int, number: int) -> tuple[int, int]:
    """Year and month, `number` months on."""
    year, index = divmod(year * 12 + month - 1 + number, 12)
    return year, index + 1


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "epiphany": (1, 6),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "st valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "may day": (5, 1),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
EASTER_HOLIDAYS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "pentecost": 49,
    "whit monday": 50,
}


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year; None if the name, in lower case with straight marks, is not known here."""
    if name in FIXED_HOLIDAYS:
        return date(year, *FIXED_HOLIDAYS[name])
    return plus_days(easter(year), EASTER_HOLIDAYS[name]) if name in EASTER_HOLIDAYS else None


def _before(one: date | None, two: date | None) -> bool:
    return one is not None and two is not None and one < two
