"""The timeline as a drawing: one mark an encounter while they fit, columns a period where there are more."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from communique.model import DateValue
from communique.query.timeline import TimelineRow
from communique.query.wording import duration_words
from communique.web.drawing.scale import MONTHS, MOST_DAYS_IN_HOURS, Axis, Tick, day_bounds

WIDTH, LEFT, TOP, LANE = 1120.0, 16.0, 34.0, 26.0
HEAD, GAP = 20.0, 8.0  # height of the name of a track, and room after a track
MOST_MARKS = 48
LONGEST = 54  # letters of a label
DAY_IN_LABEL = re.compile(r", [^,]*\b\d{4}$")
LETTER = 6.3  # width of a letter of a label, about
AHEAD = frozenset({"planned", "expected", "rumoured"})
OFF = frozenset({"denied", "cancelled"})


@dataclass(frozen=True, slots=True)
class Bar:
    """One encounter. `vague`: the date is known to the month or as a window only; `anchor`: side that the label is on;
    `inside`: the label stands on the bar."""

    x: float
    y: float
    width: float
    status: str
    vague: bool
    label: str
    label_x: float
    anchor: str
    inside: bool
    link: str


@dataclass(frozen=True, slots=True)
class Track:
    """A heading over the bars of one track. `y`: of its words; "" names what is on no track."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Column:
    """One period with its number of encounters, split in held, ahead and called off."""

    x: float
    width: float
    parts: tuple[tuple[str, float, float], ...]
    label: str
    period: str
    total: int


@dataclass(frozen=True, slots=True)
class Chronology:
    """The drawing. Either `bars` or `columns` is filled; `first`, `last`: the days of the axis; `hours`: it shows hours."""

    first: str
    last: str
    hours: bool
    height: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]
    undated: int
    tracks: tuple[Track, ...] = ()


Bounds = tuple[float, float]


def draw_chronology(
    rows: Sequence[TimelineRow], window: tuple[int, int] | None = None, tracks: Mapping[str, str] = MappingProxyType({})
) -> Chronology | None:
    """The drawing of dated encounters; None if none has a date.

    Args:
        window: first and last day (ordinals) to draw; None = as far as the encounters reach.
        tracks: encounter (id) to the name of its track: each track is drawn apart, the busiest first.
    """
    dated = [(bounds, row) for row in rows if (bounds := day_bounds(row.encounter.date))]
    if not dated:
        return None
    axis = _axis(dated, window)
    undated = len(rows) - len(dated)
    days = date.fromordinal(axis.first).isoformat(), date.fromordinal(axis.last).isoformat()
    hours = axis.days <= MOST_DAYS_IN_HOURS
    if len(dated) > MOST_MARKS:
        return Chronology(*days, hours, 300.0, axis.ticks(), (), _columns(axis, dated), undated)
    groups: dict[str, list[tuple[Bounds, TimelineRow]]] = {}
    for pair in dated:
        groups.setdefault(tracks.get(pair[1].encounter.id, ""), []).append(pair)
    y = TOP
    bars: list[Bar] = []
    heads: list[Track] = []
    for name in sorted(groups, key=lambda own: (own == "", -len(groups[own]), own)):
        if len(groups) > 1:
            heads.append(Track(name, round(y + 12, 1)))
            y += HEAD
        drawn, lanes = _bars(axis, groups[name], y)
        bars.extend(drawn)
        y += LANE * lanes + (GAP if len(groups) > 1 else 0)
    return Chronology(*days, hours, y + 14, axis.ticks(), tuple(bars), (), undated, tuple(heads))


def _axis(dated: Sequence[tuple[Bounds, TimelineRow]], window: tuple[int, int] | None) -> Axis:
    if window:
        return Axis(*window, LEFT, WIDTH - 2 * LEFT)
    first, last = int(min(low for (low, _), _ in dated)), int(max(high for (_, high), _ in dated))
    pad = max(3, (last - first) // 30)
    return Axis(first - pad, max(first, last) + pad, LEFT, WIDTH - 2 * LEFT)


def _extent(axis: Axis, bounds: Bounds, row: TimelineRow) -> tuple[float, float, bool]:
    """Where a bar begins and ends, and whether the day, or on an axis of hours the hour, is not known."""
    low, high = bounds
    found = row.encounter
    vague = high > low + 1 or bool(found.date and found.date.window)
    timed = low != int(low)
    if timed and found.duration and found.duration.min_minutes:
        high = low - 1 + found.duration.min_minutes / 1440
    if axis.days <= MOST_DAYS_IN_HOURS:
        vague = not timed
    x, end = axis.x(max(low, axis.first)), axis.x(min(high, axis.last) + 1)
    return x, max(10.0, end - x), vague


def _bars(axis: Axis, dated: Sequence[tuple[Bounds, TimelineRow]], top: float) -> tuple[tuple[Bar, ...], int]:
    free: list[float] = []  # where each lane is free again
    bars = []
    for bounds, row in sorted(dated, key=lambda pair: (pair[0], pair[1].encounter.id)):
        own = row.encounter
        x, width, vague = _extent(axis, bounds, row)
        label = DAY_IN_LABEL.sub("", own.label)  # the axis tells the day
        label = label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"
        if axis.days <= MOST_DAYS_IN_HOURS and own.duration:
            label += f" · {duration_words(own.duration)}"
        long = len(label) * LETTER
        left, inside = x + width + 6 + long > WIDTH, width > long + 24
        if inside:
            place, anchor, begin, until = x + 12, "start", x, x + width + 8
        elif left:
            place, anchor, begin, until = x - 6, "end", x - 6 - long, x + width + 8
        else:
            place, anchor, begin, until = x + width + 6, "start", x, x + width + 14 + long
        lane = next((number for number, edge in enumerate(free) if edge <= begin), len(free))
        free[lane : lane + 1] = [until]
        bars.append(
            Bar(x, top + LANE * lane, round(width, 1), own.status, vague, label, round(place, 1), anchor, inside,
                f"/encounters/{own.id}")
        )  # fmt: skip
    return tuple(bars), len(free)


def _columns(axis: Axis, dated: Sequence[tuple[Bounds, TimelineRow]]) -> tuple[Column, ...]:
    size = 10 if axis.days <= 62 else 7 if axis.days <= 1500 else 4  # letters of the date: a day, a month, a year
    counts: dict[str, Counter[str]] = {}
    for (low, _), row in dated:
        status = row.encounter.status
        part = "planned" if status in AHEAD else "cancelled" if status in OFF else "held"
        day = date.fromordinal(min(max(int(low), axis.first), axis.last))
        counts.setdefault(day.isoformat()[:size], Counter())[part] += 1
    most = max(sum(found.values()) for found in counts.values())
    columns = []
    for period in sorted(counts):
        bounds = day_bounds_of(period)
        x, end = axis.x(max(bounds[0], axis.first)), axis.x(min(bounds[1], axis.last) + 1)
        y, parts = 272.0, []
        for part in ("held", "planned", "cancelled"):
            height = round(counts[period][part] / most * 220, 1)
            if height:
                y -= height
                parts.append((part, round(y, 1), height))
        total = sum(counts[period].values())
        columns.append(
            Column(x, round(max(2.0, end - x - 2), 1), tuple(parts), f"{_period(period)}: {total}", period, total)
        )  # fmt: skip
    return tuple(columns)


def day_bounds_of(period: str) -> tuple[int, int]:
    """First and last day of "2025", "2025-03" or "2025-03-24"."""
    found = day_bounds(DateValue(period))
    assert found is not None
    return int(found[0]), int(found[1])


def _period(period: str) -> str:
    parts = period.split("-")
    return " ".join(
        ([str(int(parts[2]))] if len(parts) > 2 else [])
        + ([MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else [])
        + parts[:1]
    )
