"""The timeline as a drawing: one mark an encounter while they fit, columns a period where there are more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.query.timeline import TimelineRow
from communique.web.drawing.scale import MONTHS, Axis, Tick, day_bounds

WIDTH, LEFT, TOP, LANE = 1120.0, 16.0, 34.0, 26.0
MOST_MARKS = 48
LETTER = 6.3  # width of a letter of a label, about
AHEAD = frozenset({"planned", "expected", "rumoured"})
OFF = frozenset({"denied", "cancelled"})


@dataclass(frozen=True, slots=True)
class Bar:
    """One encounter. `vague`: the date is known to the month or as a window only; `anchor`: side that the label is on."""

    x: float
    y: float
    width: float
    status: str
    vague: bool
    label: str
    label_x: float
    anchor: str
    link: str


@dataclass(frozen=True, slots=True)
class Column:
    """One period with its number of encounters, split in held, ahead and called off."""

    x: float
    width: float
    parts: tuple[tuple[str, float, float], ...]
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """The drawing. Either `bars` or `columns` is filled."""

    height: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]
    undated: int


def draw_chronology(rows: Sequence[TimelineRow]) -> Chronology | None:
    """The drawing of dated encounters; None if none has a date."""
    dated = [(bounds, row) for row in rows if (bounds := day_bounds(row.encounter.date))]
    if not dated:
        return None
    first, last = min(low for (low, _), _ in dated), max(high for (_, high), _ in dated)
    pad = max(1, (last - first) // 30)
    axis = Axis(first - pad, last + pad, LEFT, WIDTH - 2 * LEFT)
    undated = len(rows) - len(dated)
    if len(dated) > MOST_MARKS:
        return Chronology(300.0, axis.ticks(), (), _columns(axis, dated), undated)
    bars, lanes = _bars(axis, dated)
    return Chronology(TOP + LANE * lanes + 14, axis.ticks(), bars, (), undated)


def _bars(axis: Axis, dated: Sequence[tuple[tuple[int, int], TimelineRow]]) -> tuple[tuple[Bar, ...], int]:
    free: list[float] = []  # where each lane is free again
    bars = []
    for (low, high), row in sorted(dated, key=lambda pair: (pair[0], pair[1].encounter.id)):
        own = row.encounter
        x, end = axis.x(low), axis.x(high + 1)
        width = max(10.0, end - x)
        label = own.label if len(own.label) <= 48 else own.label[:47] + "…"
        long = len(label) * LETTER
        left = x + width + 6 + long > WIDTH
        begin, until = (x - 6 - long, x + width + 8) if left else (x, x + width + 14 + long)
        lane = next((number for number, edge in enumerate(free) if edge <= begin), len(free))
        free[lane : lane + 1] = [until]
        bars.append(
            Bar(x, TOP + LANE * lane, round(width, 1), own.status, high > low + 1 or bool(own.date and own.date.window),
                label, round(x - 6 if left else x + width + 6, 1), "end" if left else "start", f"/encounters/{own.id}")
        )  # fmt: skip
    return tuple(bars), len(free)


def _columns(axis: Axis, dated: Sequence[tuple[tuple[int, int], TimelineRow]]) -> tuple[Column, ...]:
    days = axis.last - axis.first
    size = 10 if days <= 62 else 7 if days <= 1500 else 4  # letters of the date: a day, a month, a year
    counts: dict[str, Counter[str]] = {}
    for (low, _), row in dated:
        status = row.encounter.status
        part = "planned" if status in AHEAD else "cancelled" if status in OFF else "held"
        counts.setdefault(date.fromordinal(low).isoformat()[:size], Counter())[part] += 1
    most = max(sum(found.values()) for found in counts.values())
    columns = []
    for period in sorted(counts):
        bounds = day_bounds_of(period)
        x, end = axis.x(bounds[0]), axis.x(bounds[1] + 1)
        y, parts = 272.0, []
        for part in ("held", "planned", "cancelled"):
            height = round(counts[period][part] / most * 220, 1)
            if height:
                y -= height
                parts.append((part, round(y, 1), height))
        total = sum(counts[period].values())
        columns.append(
            Column(x, round(max(2.0, end - x - 2), 1), tuple(parts), f"{_period(period)}: {total}",
                   f"?since={period}&until={period}")
        )  # fmt: skip
    return tuple(columns)


def day_bounds_of(period: str) -> tuple[int, int]:
    """First and last day of "2025", "2025-03" or "2025-03-24"."""
    from communique.model import DateValue

    found = day_bounds(DateValue(period))
    assert found is not None
    return found


def _period(period: str) -> str:
    parts = period.split("-")
    return " ".join(
        ([str(int(parts[2]))] if len(parts) > 2 else [])
        + ([MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else [])
        + parts[:1]
    )
