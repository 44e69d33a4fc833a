"""Which stretch of time is shown, and the ways to a wider, an earlier and a later one."""

from dataclasses import dataclass
from datetime import date

from communique.model import DateValue
from communique.web.drawing.scale import day_bounds

FIRST, LAST = date(1, 1, 2).toordinal(), date(9998, 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Step:
    """A way to another stretch of time; both days "" for the whole."""

    label: str
    since: str
    until: str


def window_of(since: str, until: str, extent: tuple[str, str] | None) -> tuple[int, int] | None:
    """First and last day (ordinals) of the chosen stretch; None for the whole, or where the dates are none.

    Args:
        since, until: EDTF days, months or years, "" = open.
        extent: first and last day on record, for an open side.
    """
    low = day_bounds(DateValue(since)) if since else None
    high = day_bounds(DateValue(until)) if until else None
    if (since and low is None) or (until and high is None) or not (low or high) or (extent is None and not (low and high)):
        return None
    first = low[0] if low else date.fromisoformat(extent[0]).toordinal() if extent else 0
    last = high[1] if high else date.fromisoformat(extent[1]).toordinal() if extent else 0
    return (int(first), int(last)) if first <= last else None


def steps(window: tuple[int, int], extent: tuple[str, str]) -> tuple[Step, ...]:
    """Earlier, later, closer and wider than the window, as far as the record reaches."""
    first, last = (date.fromisoformat(day).toordinal() for day in extent)
    low, high = window
    width = high + 1 - low
    found = []
    if low > first:
        found.append(_step("Earlier", low - max(1, width // 2), high - max(1, width // 2)))
    if high < last:
        found.append(_step("Later", low + max(1, width // 2), high + max(1, width // 2)))
    if width > 1:
        third = width // 3
        found.append(_step("Closer", low + third, max(low + third, high - third)))
    if max(low - width, first) > first or min(high + width, last) < last:
        found.append(_step("Wider", low - width, high + width))
    if low > first or high < last:
        found.append(Step("The whole time", "", ""))
    return tuple(found)


def _step(label: str, low: int, high: int) -> Step:
    days = [date.fromordinal(min(max(day, FIRST), LAST)).isoformat() for day in (low, high)]
    return Step(label, *days)
