"""Readers of whole units counted from a day: "last year", "later this week", "the coming days of March"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, Moment, at_moment, moment_of, unknown, within
from communique.annotate.time.read_date import edge_part, month_number, word
from communique.annotate.time.read_duration import unit_count
from communique.annotate.time.read_relative import RELATIVE, SHIFTS, TOLD, on_day
from communique.annotate.time.word import unit_of
from communique.lexicon.calendar import bounds, plus_days, plus_months
from communique.lexicon.numeral import ordinal_value
from communique.model import TimeKind

Match = re.Match[str]


def read_coming(context: Context, match: Match) -> list[Found]:
    """ "the coming days (of March)", "the last two weeks", "recent months"."""
    unit, number = unit_of(word(context, match, "unit")), word(context, match, "num")
    count = unit_count(number) if number else None
    name = word(context, match, "rel").split()[-1]
    if match["rel"] == "H" or (match["rel"] == "P" and name not in ("recent", "current")):
        return []
    digits = "X" if count is None else f"{count:g}"
    timex = f"PT{digits}{unit[1]}" if unit.startswith("T") else f"P{digits}{unit}"
    found = Found(*match.span(), TimeKind.DURATION, timex, basis=RELATIVE)
    way = 1 if match["rel"][-1] == "x" else -1
    if match["mon"]:
        return [_coming_of_month(context, match, way)]
    today = context.today
    if today is None or count is None or unit not in ("D", "W", "M"):
        return [found]
    other = plus_days(today, way * round(count * {"D": 1, "W": 7, "M": 30}[unit]))
    return [within(found, min(today, other), max(today, other)) if other else found]


def _coming_of_month(context: Context, match: Match, way: int) -> Found:
    month = month_number(context, match, "mon")
    year = int(word(context, match, "year")) if match["year"] else context.year_for(month, None, match.start())
    if year is None:
        return unknown(*match.span(), f"XXXX-{month:02d}", RELATIVE)
    moment = Moment(year, month)
    found = replace(at_moment(*match.span(), moment, RELATIVE), window=True)
    days, today = bounds(moment.edtf), context.today
    if days and today and days[0] <= today <= days[1]:
        return within(found, *((today, days[1]) if way > 0 else (days[0], today)))
    return found


def read_last_week_of(context: Context, match: Match) -> list[Found]:
    """ "the first week of May", "the last days of April"."""
    unit, month = unit_of(word(context, match, "unit")), month_number(context, match, "mon")
    which = word(context, match, "which")
    year = int(word(context, match, "year")) if match["year"] else context.year_for(month, None, match.start("mon"))
    if unit not in ("W", "D", "WE") or year is None:
        return []
    days = bounds(Moment(year, month).edtf)
    number = -1 if which in ("last", "final") else (ordinal_value(which) or 1) - 1
    if days is None:
        return []
    size = 1 if unit == "D" and match["unit"] == "u" else 7
    low = plus_days(days[1], 1 - size) if number < 0 else plus_days(days[0], number * size)
    high = low and plus_days(low, size - 1)
    context.note(Moment(year, month), match.start(), bool(match["year"]))
    found = at_moment(*match.span(), Moment(year, month), RELATIVE)
    return [within(found, low, high)]


def read_relative(context: Context, match: Match) -> list[Found]:
    """ "last year", "later this week", "the same day", "the end of next month"."""
    unit, key = unit_of(word(context, match, "unit")), match["rel"]
    name = context.tokens.words[match.start("rel")]
    shift = SHIFTS[key]
    told = name in TOLD or context.narrative
    if unit in ("TS", "TM", "TH", "ML", "N"):
        return []
    if (
        context.tokens.words[match.start()] == "the"
        and name in ("last", "past")
        and not match["edge"]
        and not context.narrative
    ):
        return _past_period(context, match, unit)
    if name in ("final", "latest"):
        return []
    edge = word(context, match, "edge")
    if unit == "D":
        day = context.told_day() if told or name == "next" else context.today
        return [on_day(context, match, day and plus_days(day, shift), RELATIVE)]
    if unit in ("W", "WE"):
        return [_week(context, match, shift, unit, edge, context.day if told else None)]
    anchor = (context.anchor if told else None) or context.base
    if anchor is None:
        return [unknown(*match.span(), "XXXX", RELATIVE)]
    return [_unit(context, match, anchor, shift, unit, edge)]


def _past_period(context: Context, match: Match, unit: str) -> list[Found]:
    """ "the past week": the time up to now."""
    found = Found(*match.span(), TimeKind.DURATION, f"P1{unit}", basis=RELATIVE)
    today, days = context.today, {"D": 1, "W": 7, "M": 30, "Y": 365}.get(unit)
    return [within(found, plus_days(today, -days), today) if today and days else found]


def _week(context: Context, match: Match, shift: int, unit: str, edge: str, told: date | None = None) -> Found:
    week = context.week(shift, told)
    if week is None:
        return unknown(*match.span(), "XXXX-WXX" + ("-WE" if unit == "WE" else ""), RELATIVE)
    low, high = week
    year, number, _ = low.isocalendar()
    timex = f"{year:04d}-W{number:02d}" + ("-WE" if unit == "WE" else "")
    today = context.today
    if unit == "WE":
        low = high - timedelta(days=1)
    elif edge.startswith("later") and not shift and today:
        low = min(today + timedelta(days=1), high)
    elif edge.startswith("earlier") and not shift and today:
        high = max(today - timedelta(days=1), low)
    elif (part := edge_part(edge)) and not edge.startswith(("later", "earlier")):
        low, high = low + timedelta(days=round(7 * part[0])), low + timedelta(days=round(7 * part[1]) - 1)
    found = within(at_moment(*match.span(), moment_of(low), RELATIVE), low, high)
    return replace(found, timex=timex, moment=None)


def _unit(context: Context, match: Match, anchor: Moment, shift: int, unit: str, edge: str) -> Found:
    """A month, quarter, year, decade or century counted from `anchor`."""
    if unit == "M" and anchor.month is not None:
        moment = Moment(*plus_months(anchor.year, anchor.month, shift))
    elif unit == "Y":
        moment = Moment(anchor.year + shift)
    elif unit in ("DE", "CE"):
        size = 10 if unit == "DE" else 100
        low = (anchor.year // size + shift) * size
        timex = Moment(low).timex[: -1 if unit == "DE" else -2]
        return replace(
            at_moment(*match.span(), Moment(low), RELATIVE), timex=timex, end=Moment(low + size - 1).edtf, window=True
        )
    elif unit == "Q" and anchor.month is not None:
        year, index = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + shift, 4)
        low_month = Moment(year, index * 3 + 1)
        found = at_moment(*match.span(), low_month, RELATIVE)
        return replace(found, timex=f"{year:04d}-Q{index + 1}", end=Moment(year, index * 3 + 3).edtf, window=True)
    else:
        return unknown(*match.span(), "XXXX", RELATIVE)
    context.note(moment, match.start(), False)
    return part_of(context, at_moment(*match.span(), moment, RELATIVE), edge)


def part_of(context: Context, found: Found, edge: str) -> Found:
    """What "early", "later", "the end of" leave of a month or year; "later" and "earlier" split at the day of writing."""
    days, part = bounds(found.start or ""), edge_part(edge)
    if days is None or part is None:
        return found
    low, high = days
    today = context.today
    if edge.startswith(("later", "earlier")):
        if today is None or not low <= today <= high:
            return replace(found, window=True)
        if edge.startswith("later"):
            return within(found, min(today + timedelta(days=1), high), high, found.precision or "day")
        return within(found, low, max(today - timedelta(days=1), low), found.precision or "day")
    length = (high - low).days + 1
    return within(
        found,
        low + timedelta(days=round(length * part[0])),
        low + timedelta(days=round(length * part[1]) - 1),
        found.precision or "day",
    )


def read_weekend(context: Context, match: Match) -> list[Found]:
    """ "the weekend": the last one, or the one to come by the tense."""
    if unit_of(word(context, match, "unit")) != "WE":
        return []
    today = context.today
    shift = 0 if today is None or context.direction(match.start()) > 0 or today.weekday() >= 5 else -1
    return [_week(context, match, shift, "WE", "")]


def read_edge_of_unit(context: Context, match: Match) -> list[Found]:
    """ "the end of the month", "later in the year", "earlier in the day"."""
    unit, edge = unit_of(word(context, match, "unit")), word(context, match, "edge")
    if unit == "D":
        day = context.told_day()
        return [on_day(context, match, day, RELATIVE)]
    if unit == "W":
        return [_week(context, match, 0, unit, edge)]
    if unit not in ("M", "Y", "DE", "CE"):
        return []
    anchor = context.anchor or context.base
    if anchor is None:
        return [unknown(*match.span(), "XXXX", RELATIVE)]
    return [_unit(context, match, anchor, 0, unit, edge)]
