from datetime import date

import pytest

from communique.lexicon.calendar import (
    bounds,
    contains,
    distance,
    easter,
    holiday,
    intersects,
    interval,
    is_known,
    partial,
    plus_days,
    plus_months,
    same_at_precision,
    same_day,
)
from communique.model import DateValue

DAY = DateValue("2031-02-18", None, "day")
MONTH = DateValue("2031-02", None, "month")
UNKNOWN = DateValue(None)


def test_interval_of_each_precision() -> None:
    assert interval(DAY) == (date(2031, 2, 18), date(2031, 2, 18))
    assert interval(MONTH) == (date(2031, 2, 1), date(2031, 2, 28))
    assert interval(DateValue("2032~", None, "year")) == (date(2032, 1, 1), date(2032, 12, 31))
    assert interval(DateValue("2031-02-17", "2031-03", "day")) == (date(2031, 2, 17), date(2031, 3, 31))
    assert interval(DateValue("2030", "..", "year")) == (date(2030, 1, 1), None)
    assert interval(DateValue("..", "2030", "year")) == (None, date(2030, 12, 31))
    assert interval(UNKNOWN) == (None, None)


@pytest.mark.parametrize("value", ["..", "-0240", "2031-13", "2031-02-30", "Tuesday", "20310218", ""])
def test_no_bounds(value: str) -> None:
    assert bounds(value) is None


def test_intersects_and_contains() -> None:
    assert intersects(DAY, MONTH) and intersects(MONTH, DAY)
    assert contains(MONTH, DAY) and not contains(DAY, MONTH)
    march = DateValue("2031-03", None, "month")
    assert not intersects(march, DAY) and not contains(march, DAY)
    since = DateValue("2030", "..", "year")
    assert contains(since, DAY) and not contains(DAY, since)
    assert contains(since, DateValue("2031", "..", "year")) and not contains(DateValue("2031", "..", "year"), since)
    assert not intersects(UNKNOWN, DAY) and not contains(UNKNOWN, DAY) and not is_known(UNKNOWN)


def test_same() -> None:
    assert same_day(DAY, DateValue("2031-02-18", "2031-02-18", "day"))
    assert not same_day(MONTH, MONTH)
    assert not same_day(DAY, DateValue("2031-02-18", "2031-02-19", "day"))
    assert same_at_precision(DAY, MONTH) and not same_at_precision(DAY, DateValue("2031-02-19", None, "day"))
    assert not same_at_precision(UNKNOWN, DAY)


def test_distance() -> None:
    assert distance(DAY, MONTH) == 0
    assert distance(DAY, DateValue("2031-03-01", None, "day")) == 11
    assert distance(DateValue("2031-03-01", None, "day"), DAY) == 11
    assert distance(DAY, UNKNOWN) is None


def test_arithmetic() -> None:
    assert plus_months(2031, 11, 3) == (2032, 2)
    assert plus_months(2031, 1, -1) == (2030, 12)
    assert plus_days(date(9999, 12, 31), 1) is None
    assert [partial(2031), partial(2031, 2), partial(-240, 2, 3)] == ["2031", "2031-02", "-0240-02-03"]


def test_holidays() -> None:
    # Dates of Easter from the published tables of the Gregorian calendar.
    assert [easter(year) for year in (1961, 2000, 2024, 2038)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2038, 4, 25),
    ]
    assert holiday("good friday", 2024) == date(2024, 3, 29)
    assert holiday("new year's eve", 2024) == date(2024, 12, 31)
    assert holiday("victory day", 2024) is None
