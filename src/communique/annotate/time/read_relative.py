"""Readers of expressions that count from the day of writing or from the last date told."""

import re
from dataclasses import replace
from datetime import date, timedelta

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, Moment, at_moment, moment_of, unknown, with_time, within
from communique.annotate.time.read_clock import clock_letters
from communique.annotate.time.read_date import edge_part, month_number, word
from communique.annotate.time.read_duration import comparator, unit_count
from communique.annotate.time.word import DAY_WORDS, PARTS, WEEKDAYS, unit_of
from communique.lexicon.calendar import bounds, plus_days, plus_months
from communique.lexicon.numeral import ordinal_value
from communique.model import DateBasis, TimeKind

Match = re.Match[str]
RELATIVE, WEEKDAY = DateBasis.RELATIVE, DateBasis.WEEKDAY
SHIFTS = {"l": -1, "x": 1, "h": 0, "H": 0}
TOLD = frozenset("following previous preceding same that".split())
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1_200}


def read_deictic(context: Context, match: Match) -> list[Found]:
    name, today = word(context, match, "word"), context.today
    letters = clock_letters(context, match, "part") or ("TNI" if name == "tonight" else "")
    if name == "today" and context.narrative:
        return [unknown(match.start(), match.end(), "PRESENT_REF", RELATIVE)]
    if today is None:
        kind = TimeKind.TIME if letters else TimeKind.DATE
        found = unknown(match.start(), match.end(), "XXXX-XX-XX" + letters, RELATIVE, kind)
        return [replace(found, offset=DAY_WORDS[name])]
    day = plus_days(today, DAY_WORDS[name])
    return [_day(context, match, day, RELATIVE, letters, DAY_WORDS[name])]


def _day(
    context: Context, match: Match, day: date | None, basis: DateBasis, letters: str = "", offset: int | None = None
) -> Found:
    if day is None:
        return unknown(match.start(), match.end(), "XXXX-XX-XX" + letters, basis)
    found = replace(at_moment(match.start(), match.end(), moment_of(day), basis), offset=offset)
    context.note(moment_of(day), match.start(), False)
    return with_time(found, letters) if letters else found


def read_day_beyond(context: Context, match: Match) -> list[Found]:
    """ "the day before yesterday", "the day after tomorrow"."""
    way, name = word(context, match, "dir"), word(context, match, "word")
    shift = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get((way, name))
    if shift is None:
        return []
    if context.today is None:
        return [replace(unknown(*match.span(), "XXXX-XX-XX", RELATIVE), offset=shift)]
    return [_day(context, match, plus_days(context.today, shift), RELATIVE, "", shift)]


def read_from_now(context: Context, match: Match) -> list[Found]:
    """ "two weeks from now", "a month from today"."""
    count, unit = unit_count(word(context, match, "num")), unit_of(word(context, match, "unit"))
    if word(context, match, "word") not in ("now", "today") or unit in ("TS", "TM", "TH"):
        return []
    return _ahead(context, match, count, unit)


def _ahead(context: Context, match: Match, count: float | None, unit: str) -> list[Found]:
    if context.reference is None or count is None or not _in_reach(context.reference, count, unit):
        return [unknown(*match.span(), _vague("later", unit), RELATIVE)]
    return [_shifted(context, match, context.reference, (count, unit), comparator(word(context, match, "about")))]


def read_in_units(context: Context, match: Match) -> list[Found]:
    """ "in two weeks" of things to come."""
    count, unit = unit_count(word(context, match, "num")), unit_of(word(context, match, "unit"))
    lead = context.tokens.words[match.start() - 1] if match.start() else ""
    if lead != "in" or count is None or unit.startswith("T") or context.narrative or context.direction(match.start()) <= 0:
        return []
    return _ahead(context, match, count, unit) if context.today else []


def read_part_of_day(context: Context, match: Match) -> list[Found]:
    """ "this morning", "last night", "that afternoon", "the next evening", "the morning"."""
    which, part = word(context, match, "which"), word(context, match, "part")
    letters, key = PARTS[part], match["which"]
    first = which.split()[-1]
    if key == "h" or which == "last":
        shift = -1 if which == "last" else 0
        day = plus_days(context.today, shift) if context.today and not context.narrative else context.day
    elif first in ("next", "following", "previous", "preceding") and context.told_day():
        told = context.told_day()
        day = told and plus_days(told, 1 if SHIFTS[key[-1]] > 0 else -1)
    else:
        day = context.told_day()
    if day is None:
        return [unknown(match.start(), match.end(), "XXXX-XX-XX" + letters, RELATIVE, TimeKind.TIME)]
    found = at_moment(match.start(), match.end(), moment_of(day), RELATIVE)
    return [with_time(found, letters)]


def read_weekday(context: Context, match: Match) -> list[Found]:
    name = word(context, match, "wd")
    number = WEEKDAYS[name]
    letters = clock_letters(context, match, "clock") or clock_letters(context, match, "part")
    letters = letters or clock_letters(context, match, "tail") or clock_letters(context, match, "edge")
    first = match.start("rel") if match["rel"] == "a" else match.start()
    relation = word(context, match, "rel").split()[-1:] or [""]
    week = word(context, match, "week").split()[:1] or [""]
    day = _weekday(context, number, relation[0], week[0], match.start("wd"))
    if day is None:
        timex = f"XXXX-WXX-{number + 1}{letters}"
        return [unknown(first, match.end(), timex, WEEKDAY, TimeKind.TIME if letters else TimeKind.DATE)]
    found = _day(context, match, day, WEEKDAY, letters)
    return [replace(found, first=first)]


def _weekday(context: Context, number: int, relation: str, week: str, at: int) -> date | None:
    today = context.today
    if context.narrative and context.day and relation != "this":
        today = context.day
    if today is None:
        return None
    if week:
        monday = today - timedelta(days=today.weekday())
        shift = -7 if week in ("last", "past", "previous") else 7 if week in ("next", "coming", "following") else 0
        return plus_days(monday, number + shift)
    ahead = (number - today.weekday()) % 7
    if relation in ("next", "coming", "upcoming", "following"):
        return plus_days(today, ahead or 7)
    if relation in ("last", "past", "previous", "preceding"):
        return plus_days(today, ahead - 7)
    if relation == "this":
        return plus_days(today, ahead if context.direction(at) >= 0 else (ahead - 7 if ahead else 0))
    return context.weekday(number, at) if today == context.today else plus_days(today, ahead)


def read_offset(context: Context, match: Match) -> list[Found]:
    """ "three days ago", "a little more than a week later", "two months before"."""
    way, unit = word(context, match, "dir"), unit_of(word(context, match, "unit"))
    count = unit_count(word(context, match, "num"))
    if unit in ("TM", "TH") and (unit == "TH" or count is not None):
        return [_within_day(context, match)]
    if way == "after" or (way in ("before", "prior") and not _ends_clause(context, match.end())):
        return []
    sign = 1 if way in ("later", "hence", "afterwards", "afterward") else -1
    base = context.today if way in ("ago", "hence") and not context.narrative else context.told_day()
    anchor = moment_of(base) if base else (context.base if way == "ago" else context.anchor or context.base)
    if anchor is None or count is None or not _in_reach(anchor, count, unit):
        return [unknown(match.start(), match.end(), _vague(way, unit), RELATIVE)]
    about = word(context, match, "about")
    if about == "exactly" and unit == "Y" and anchor.day is not None:
        return [_exact_years(match, Moment(anchor.year + sign * int(count), anchor.month, anchor.day))]
    return [_shifted(context, match, anchor, (sign * count, unit), comparator(about))]


def _in_reach(anchor: Moment, count: float, unit: str) -> bool:
    """Whether the years of the result can be written with four digits."""
    years = count * MONTHS_IN.get(unit, 0 if unit != "ML" else 12_000) / 12
    return abs(anchor.year) + years < 9_000


def _exact_years(match: Match, moment: Moment) -> Found:
    """ "exactly two years ago": the same day of that year."""
    return at_moment(*match.span(), moment if moment.is_valid else Moment(*moment[:2]), RELATIVE)


def _within_day(context: Context, match: Match) -> Found:
    """ "several hours after": the day told last, else that of writing; the hour stays open."""
    way = word(context, match, "dir")
    day = context.today if way == "ago" and not context.narrative else context.told_day()
    if day is None:
        return unknown(*match.span(), "XXXX-XX-XXTXX:XX", RELATIVE, TimeKind.TIME)
    return with_time(at_moment(*match.span(), moment_of(day), RELATIVE), "TXX:XX")


def _ends_clause(context: Context, at: int) -> bool:
    return context.tokens.classes[at : at + 1] in ("", "!", ",", "\n", ".", ")", ":")


def _vague(way: str, unit: str) -> str:
    if unit in ("D", "W"):
        return "XXXX-XX-XX" if unit == "D" else "XXXX-WXX"
    return "PAST_REF" if way in ("ago", "earlier", "before") else "FUTURE_REF"


def _shifted(context: Context, match: Match, anchor: Moment, step: tuple[float, str], sign: str) -> Found:
    """The date a number of units from `anchor`, as coarse as the unit is."""
    count, unit = step
    first, last = match.span()
    base = anchor.date
    if unit in ("TS", "TM", "TH"):
        return at_moment(first, last, anchor, RELATIVE) if base else unknown(first, last, "XXXX-XX-XX", RELATIVE)
    if unit in ("D", "N", "W", "WE"):
        if base is None:
            return unknown(first, last, _vague("", "D"), RELATIVE)
        return _days_on(context, match, base, (round(count * (7 if unit in ("W", "WE") else 1)), unit), sign)
    months = round(count * MONTHS_IN.get(unit, 12_000))
    if MONTHS_IN.get(unit, 12) < 12 and anchor.month is not None:
        moment = Moment(*plus_months(anchor.year, anchor.month, months))
    else:
        moment = Moment(anchor.year + int(months / 12))
    context.note(moment, first, False)
    return at_moment(first, last, moment, RELATIVE)


def _days_on(context: Context, match: Match, base: date, step: tuple[int, str], sign: str) -> Found:
    number, unit = step
    day = plus_days(base, number)
    if day is None:
        return unknown(*match.span(), "XXXX-XX-XX", RELATIVE)
    found = at_moment(*match.span(), moment_of(day), RELATIVE)
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        found = within(replace(found, timex=f"{year:04d}-W{week:02d}"), plus_days(day, -3), plus_days(day, 3))
    if sign in (">", "<"):
        slack = (6 if unit in ("W", "WE") else 1) * (1 if number > 0 else -1) * (1 if sign == ">" else -1)
        other = plus_days(day, slack)
        found = within(found, *sorted((day, other))) if other else found
    elif sign == "~" and unit not in ("W", "WE"):
        found = replace(found, start=f"{day.isoformat()}~")
    context.note(moment_of(day), match.start(), False)
    return found


def read_next_to(context: Context, match: Match) -> list[Found]:
    """ "the day before", "the week after"."""
    way, unit = word(context, match, "dir"), unit_of(word(context, match, "unit"))
    if way not in ("before", "after", "earlier", "later") or not _ends_clause(context, match.end()):
        return []
    base = context.told_day()
    anchor = moment_of(base) if base else context.anchor
    if anchor is None:
        return [unknown(match.start(), match.end(), _vague(way, unit), RELATIVE)]
    return [_shifted(context, match, anchor, (-1 if way in ("before", "earlier") else 1, unit), "=")]


def read_bare_offset(context: Context, match: Match) -> list[Found]:
    way, unit = word(context, match, "dir"), unit_of(word(context, match, "unit"))
    if way not in ("later", "ago", "earlier"):
        return []
    return [unknown(match.start(), match.end(), _vague(way, unit), RELATIVE)]


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
    return [within(found, *sorted((today, other))) if other else found]


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
    if context.tokens.words[match.start()] == "the" and name in ("last", "past") and not match["edge"] and not context.narrative:
        return _past_period(context, match, unit)
    if name in ("final", "latest"):
        return []
    edge = word(context, match, "edge")
    if unit == "D":
        day = context.told_day() if told or name == "next" else context.today
        return [_day(context, match, day and plus_days(day, shift), RELATIVE)]
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
        return replace(at_moment(*match.span(), Moment(low), RELATIVE), timex=timex, end=Moment(low + size - 1).edtf, window=True)
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
        found, low + timedelta(days=round(length * part[0])), low + timedelta(days=round(length * part[1]) - 1), found.precision or "day"
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
        return [_day(context, match, day, RELATIVE)]
    if unit == "W":
        return [_week(context, match, 0, unit, edge)]
    if unit not in ("M", "Y", "DE", "CE"):
        return []
    anchor = context.anchor or context.base
    if anchor is None:
        return [unknown(*match.span(), "XXXX", RELATIVE)]
    return [_unit(context, match, anchor, 0, unit, edge)]


def read_quarter(context: Context, match: Match) -> list[Found]:
    """ "the first quarter" of the year of writing."""
    which = ordinal_value(word(context, match, "which")) or 0
    if unit_of(word(context, match, "part")) != "Q" or not 1 <= which <= 4:
        return []
    base = context.base
    if base is None:
        return [unknown(*match.span(), f"XXXX-Q{which}", RELATIVE)]
    low, high = Moment(base.year, which * 3 - 2), Moment(base.year, which * 3)
    found = at_moment(*match.span(), low, RELATIVE)
    return [replace(found, timex=f"{base.year:04d}-Q{which}", end=high.edtf, window=True)]


def read_vague(context: Context, match: Match) -> list[Found]:
    name = word(context, match, "word")
    if name in ("presently", "formerly", "current") and not context.narrative:
        return []
    timex = "FUTURE_REF" if name == "future" else "PAST_REF" if name in ("recently", "recent", "lately", "formerly") else "PRESENT_REF"
    return [unknown(*match.span(), timex, RELATIVE)]
