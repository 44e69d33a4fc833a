"""Readers of expressions that count from the day of writing or from the last date told."""

import re
from dataclasses import replace
from datetime import date, timedelta

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, Moment, at_moment, moment_of, unknown, with_time, within
from communique.annotate.time.read_clock import clock_letters
from communique.annotate.time.read_date import word
from communique.annotate.time.read_duration import comparator, unit_count
from communique.annotate.time.word import DAY_WORDS, PARTS, WEEKDAYS, unit_of
from communique.lexicon.calendar import plus_days, plus_months
from communique.lexicon.numeral import word_set
from communique.model import DateBasis, TimeKind

Match = re.Match[str]
RELATIVE, WEEKDAY = DateBasis.RELATIVE, DateBasis.WEEKDAY
SHIFTS = {"l": -1, "x": 1, "h": 0, "H": 0}
TOLD = word_set("following previous preceding same that")
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
    return [on_day(context, match, day, RELATIVE, letters, DAY_WORDS[name])]


def on_day(
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
    return [on_day(context, match, plus_days(context.today, shift), RELATIVE, "", shift)]


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
    at = context.tokens.starts[match.start("part")]
    if key == "t" and context.tokens.text[at].isupper():
        return []  # "the Evening Post"
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
    found = on_day(context, match, day, WEEKDAY, letters)
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
    day = context.today if way == "ago" and not context.narrative else context.clock_day(match.start())
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
    found = at_moment(first, last, moment, RELATIVE)
    return replace(found, start=f"{moment.edtf}~") if unit in ("DE", "CE", "ML") or sign == "~" else found


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
        found = within(found, min(day, other), max(day, other)) if other else found
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


def read_vague(context: Context, match: Match) -> list[Found]:
    name = word(context, match, "word")
    if name in ("presently", "formerly", "current") and not context.narrative:
        return []
    timex = (
        "FUTURE_REF"
        if name == "future"
        else "PAST_REF"
        if name in ("recently", "recent", "lately", "formerly")
        else "PRESENT_REF"
    )
    return [unknown(*match.span(), timex, RELATIVE)]
