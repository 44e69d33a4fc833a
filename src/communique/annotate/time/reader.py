"""One pass over the class letters: find a rule, read it, go on behind it."""

import re
from collections.abc import Callable
from dataclasses import replace

from communique.annotate.time import read_clock, read_date, read_duration, read_period, read_relative, read_unit
from communique.annotate.time.context import Context
from communique.annotate.time.grammar import ANY, RULES
from communique.annotate.time.moment import Found
from communique.annotate.time.zone import in_utc
from communique.model import TimeKind

Reader = Callable[[Context, re.Match[str]], list[Found]]
READERS: dict[str, Reader] = {
    "iso": read_date.read_iso,
    "days_dmy": read_date.read_days,
    "days_mdy": read_date.read_days,
    "months": read_date.read_months,
    "day": read_date.read_day,
    "month_of": read_date.read_month_of,
    "month": read_date.read_month,
    "season": read_period.read_season,
    "year_season": read_period.read_season,
    "part_of_year": read_period.read_part_of_year,
    "short_quarter": read_period.read_short_quarter,
    "quarter": read_period.read_quarter,
    "century": read_period.read_century,
    "era_year": read_date.read_era_year,
    "decade": read_period.read_decade,
    "holiday": read_date.read_holiday,
    "day_beyond": read_relative.read_day_beyond,
    "deictic": read_relative.read_deictic,
    "part_of_day": read_relative.read_part_of_day,
    "weekday": read_relative.read_weekday,
    "offset": read_relative.read_offset,
    "from_now": read_relative.read_from_now,
    "next_to": read_relative.read_next_to,
    "bare_offset": read_relative.read_bare_offset,
    "coming": read_unit.read_coming,
    "first_units": read_duration.read_first_units,
    "last_week_of": read_unit.read_last_week_of,
    "relative": read_unit.read_relative,
    "edge_of_unit": read_unit.read_edge_of_unit,
    "weekend": read_unit.read_weekend,
    "ordinal_day": read_date.read_ordinal_day,
    "quarter_hour": read_duration.read_quarter_hour,
    "half": read_duration.read_half,
    "and_half": read_duration.read_and_half,
    "units_and_half": read_duration.read_and_half,
    "two_units": read_duration.read_two_units,
    "span_of_units": read_duration.read_span_of_units,
    "set": read_duration.read_set,
    "in_units": read_relative.read_in_units,
    "duration": read_duration.read_duration,
    "iso_clock": read_clock.read_clock,
    "noon": read_clock.read_noon,
    "years": read_period.read_years,
    "year": read_date.read_year,
    "short_year": read_date.read_short_year,
    "old_year": read_date.read_old_year,
    "vague": read_relative.read_vague,
    "some_units": read_duration.read_some_units,
}


ORDER = tuple(READERS)
PLACE = {name: number for number, name in enumerate(ORDER)}


def read_all(context: Context) -> list[Found]:
    """Every time expression of a text, in text order, none overlapping."""
    found: list[Found] = []
    classes = context.tokens.classes
    at = 0
    while (place := ANY.search(classes, at)) is not None:
        rows = _read_at(context, place.start(), PLACE[place.lastgroup or ORDER[0]])
        found.extend(rows)
        at = max((row.last for row in rows), default=place.start() + 1)
    return found


def _read_at(context: Context, at: int, rule: int) -> list[Found]:
    """What the first rule from `rule` on reads at a token; () where all refuse."""
    for name in ORDER[rule:]:
        match = RULES[name].match(context.tokens.classes, at)
        rows = READERS[name](context, match) if match else []
        if rows:
            return [_zoned(context, row) for row in rows]
    return []


def _zoned(context: Context, row: Found) -> Found:
    """The TIMEX3 value of a clock time with a zone in UTC; the date stays the local one."""
    if row.kind is not TimeKind.TIME or "Z" not in context.tokens.classes[row.first : row.last]:
        return row
    zone = context.tokens.words[context.tokens.classes.index("Z", row.first)]
    return replace(row, timex=in_utc(row.timex, zone))
