"""Readers of calendar dates: days, months, years, seasons, decades, centuries, holidays."""

import re

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, Moment, at_moment, moment_of, unknown, with_time, within
from communique.annotate.time.read_clock import clock_letters
from communique.annotate.time.word import MONTHS, SHORT_MONTHS
from communique.lexicon.calendar import bounds, holiday, plus_days, plus_months
from communique.lexicon.numeral import ordinal_value, word_set
from communique.model import DateBasis

Match = re.Match[str]
COUNTED = word_set(
    "people men troops soldiers dollars euros pounds tons tonnes km kilometers kilometres miles metres meters feet "
    "killed dead prisoners civilians casualties tanks aircraft members delegates hours days weeks months years "
    "percent per ships hectares residents refugees workers police officers votes seats units words pages"
)
OLD_REACH = 60
LEAP = 4
DAY_LEADS = word_set("on until by from to before since between till through")
DAY_FOLLOWS = re.compile(r"(?:[R&]r?to)?(?:[!,)(\nr]|&(?!t?o)|$)")
YEAR_LEADS = word_set("in of since by until till from early late mid before after to and during summer winter spring")


def word(context: Context, match: Match, name: str) -> str:
    """The words of a group, lower case, joined by blanks; "" if it took no part."""
    first, last = match.span(name)
    return " ".join(context.tokens.words[first:last]) if first >= 0 else ""


def month_number(context: Context, match: Match, name: str) -> int:
    name = word(context, match, name).split()[0]
    return MONTHS.get(name) or SHORT_MONTHS[name]


def day_number(text: str) -> int:
    value = int(text) if text.isdigit() else ordinal_value(text) or 0
    return value if 1 <= value <= 31 else 0


def era(context: Context, match: Match, year: int) -> int:
    """Astronomical year of a year with or without an era."""
    return 1 - year if word(context, match, "era").startswith("b") else year


def read_iso(context: Context, match: Match) -> list[Found]:
    text = word(context, match, "iso")
    numbers = [int(part) for part in re.split(r"[-/.t:z+]", text)[:3]]
    moment = Moment(*numbers) if text[:4].isdigit() else _numeric(context, *numbers)
    if not moment.is_valid:
        return []
    found = at_moment(match.start(), match.end(), moment)
    context.note(moment, match.start(), True)
    letters = clock_letters(context, match, "lead") or clock_letters(context, match, "clock")
    return [with_time(found, letters)] if letters else [found]


def _numeric(context: Context, one: int, two: int, year: int) -> Moment:
    """Day first or month first: what is a date at all, then what is nearer to the day of writing, then month first."""
    year += 0 if year > 99 else 1900 if year >= 70 else 2000
    choices = [moment for moment in (Moment(year, one, two), Moment(year, two, one)) if moment.is_valid]
    today = context.today
    if len(choices) == 2 and today:
        choices.sort(key=lambda moment: abs((moment.date - today).days) if moment.date else 0)
    return choices[0] if choices else Moment(year, 0, 0)


def read_day(context: Context, match: Match) -> list[Found]:
    """ "14 May 2031", "Monday, May 14", "17-18 February", "the 5th of May at 3 p.m."."""
    side = "1" if match["mon1"] else "2"
    month, day = month_number(context, match, "mon" + side), day_number(word(context, match, "day" + side))
    said = word(context, match, "year" + side)
    other = day_number(word(context, match, "to1" if side == "1" else "from2"))
    if not day or (side == "2" and match["from2"] and not other) or _is_loose_list(context, match, said):
        return []
    start = match.start("mon1") if side == "1" else match.start("day2")
    year = era(context, match, int(said)) if said else context.year_for(month, day, start)
    if match["that" + side] and context.anchor:
        year = context.anchor.year
    days = [Moment(LEAP if year is None else year, month, number) for number in (day, other) if number]
    if not all(moment.is_valid for moment in days):
        return []
    if year is None:
        timex = "/".join(f"XXXX-{month:02d}-{number:02d}" for number in sorted({day, other} - {0}))
        return [unknown(match.start(), match.end(), timex, DateBasis.EXPLICIT)]
    context.note(days[0], start, bool(said))
    if len(days) == 2 and side == "1":
        context.note(days[1], start, bool(said))
        return [at_moment(match.start(), match.end("day1"), days[0]), at_moment(match.start("to1"), match.end(), days[1])]
    found = at_moment(match.start("day2") if len(days) == 2 else match.start(), match.end(), days[0])
    if match["clock"] or match["tail"]:
        found = with_time(found, clock_letters(context, match, "clock") or clock_letters(context, match, "tail"))
    return [at_moment(match.start(), match.end("from2"), days[1]), found] if len(days) == 2 else [found]


def _is_loose_list(context: Context, match: Match, said: str) -> bool:
    """ "May 4 and 20 soldiers": the second number belongs to what follows."""
    follows = context.tokens.classes[match.end() : match.end() + 1]
    return match["link1"] == "&" and not said and follows not in ("!", ",", ")", "r", "f", "\n", "")


def read_days(context: Context, match: Match) -> list[Found]:
    """ "4 May to 6 June 1980", "May 4 - June 6, 1980": the year holds for both."""
    year, ends = int(word(context, match, "year")), []
    for side in "12":
        moment = Moment(year, month_number(context, match, "mon" + side), day_number(word(context, match, "day" + side)))
        if not moment.day or not moment.is_valid:
            return []
        ends.append(moment)
    context.note(ends[1], match.start(), True)
    return [
        at_moment(match.start(), match.start("link"), ends[0]),
        at_moment(match.end("link"), match.end(), ends[1]),
    ]


def read_months(context: Context, match: Match) -> list[Found]:
    """ "February-March 1794"."""
    year = int(word(context, match, "year"))
    ends = [Moment(year, month_number(context, match, "mon" + side)) for side in "12"]
    context.note(ends[1], match.start(), True)
    return [at_moment(match.start(), match.start("link"), ends[0]), at_moment(match.end("link"), match.end(), ends[1])]


def read_ordinal_day(context: Context, match: Match) -> list[Found]:
    """ "on the 20th", "from the 10th to the 12th": of the month told last in the paragraph or in a narrative, else the
    occurrence nearest to the day of writing on the side that the tense asks for."""
    text, at = word(context, match, "day"), match.start()
    lead = context.tokens.words[at - 1] if at else ""
    if not text[0].isdigit() or lead not in DAY_LEADS or not DAY_FOLLOWS.match(context.tokens.classes, match.end()):
        return []
    moment = _numbered_day(context, day_number(text), at)
    if moment is None:
        return []
    context.note(moment, at, False)
    return [at_moment(at, match.end(), moment, DateBasis.RELATIVE)]


def _numbered_day(context: Context, day: int, at: int) -> Moment | None:
    """The day of the month told last, if that was told in the paragraph; else the nearest to the day of writing."""
    anchor, today = context.anchor, context.today
    if anchor is not None and anchor.month is not None:
        near = "\n" not in context.tokens.classes[max(0, context.anchor_at) : at]
        if near or context.narrative or today is None:
            moment = Moment(anchor.year, anchor.month, day)
            return moment if day and moment.is_valid else None
    if today is None or not day:
        return None
    ahead = context.direction(at) > 0
    for months in (0, 1, 2) if ahead else (0, -1, -2):
        moment = Moment(*plus_months(today.year, today.month, months), day)
        found = moment.date if moment.is_valid else None
        if found is not None and (found >= today if ahead else found <= today):
            return moment
    return None


def read_month_of(context: Context, match: Match) -> list[Found]:
    month, base = month_number(context, match, "mon"), context.base
    if match["that"] and context.anchor:
        base = context.anchor
    if base is None:
        return [unknown(match.start(), match.end(), f"XXXX-{month:02d}", DateBasis.RELATIVE)]
    shift = {"l": -1, "x": 1}.get((match["shift"] or "h")[0], 0)
    moment = Moment(base.year + shift, month)
    context.note(moment, match.start(), True)
    return [_edged(context, at_moment(match.start(), match.end(), moment, DateBasis.RELATIVE), match)]


def read_month(context: Context, match: Match) -> list[Found]:
    month, at = month_number(context, match, "mon"), match.start("mon")
    letters, said = context.tokens.classes, word(context, match, "year") or word(context, match, "old")
    name = context.tokens.text[context.tokens.starts[at] : context.tokens.ends[at]]
    lead = letters[match.start() - 1] if match.start() else "\n"
    doubtful = not said and (name in ("May", "March", "Mar") or letters[at] == "m")
    backed = lead in "rijbfR&v" or match["edge"] or match["rel"] or (lead == "," and name == "March")
    if doubtful and not backed:
        return []
    if match["rel"] and not said:
        return _related_month(context, match, month)
    year = era(context, match, int(said)) if said else context.year_for(month, None, at)
    last = match.end() if said or match["era"] else match.end("mon")
    if year is None:
        return [unknown(match.start(), last, f"XXXX-{month:02d}", DateBasis.EXPLICIT)]
    moment = Moment(year, month)
    context.note(moment, at, bool(said))
    return [_edged(context, at_moment(match.start(), last, moment), match)]


def _related_month(context: Context, match: Match, month: int) -> list[Found]:
    """ "last March", "next May", "the previous April"."""
    base, last = context.base, match.end("mon")
    if base is None:
        return [unknown(match.start(), last, f"XXXX-{month:02d}", DateBasis.RELATIVE)]
    way = {"l": -1, "x": 1}.get(match["rel"][-1], 0)
    own, year = base.month or 1, base.year
    year += -1 if way < 0 and month >= own else 1 if way > 0 and month <= own else 0
    moment = Moment(year, month)
    context.note(moment, match.start(), False)
    return [_edged(context, at_moment(match.start(), last, moment, DateBasis.RELATIVE), match)]


def _edged(context: Context, found: Found, match: Match) -> Found:
    """The part of a month or year that "early", "mid-", "the end of" leave."""
    edge = word(context, match, "edge")
    part = edge_part(edge)
    days = bounds(found.start) if found.start else None
    if part is None or days is None or found.moment is None:
        return found
    length = (days[1] - days[0]).days + 1
    low, high = round(length * part[0]), round(length * part[1])
    return within(found, plus_days(days[0], low), plus_days(days[0], high - 1), found.precision or "month")


def edge_part(edge: str) -> tuple[float, float] | None:
    """Share of a period that an edge word means."""
    words = set(edge.split())
    if "half" in words:
        return (0.5, 1) if words & {"second", "latter", "last"} else (0, 0.5)
    if words & {"early", "earlier", "beginning", "start", "outset"}:
        return 0, 1 / 3
    if words & {"mid", "middle"}:
        return 1 / 3, 2 / 3
    if words & {"late", "end", "close", "later"}:
        return 2 / 3, 1
    return None


def read_holiday(context: Context, match: Match) -> list[Found]:
    first, last = match.span("hol")
    name = " ".join(context.tokens.words[first:last]).replace("’", "'").replace(" '", "'")
    said = word(context, match, "year")
    sample = holiday(name, context.today.year if context.today else 2000)
    if sample is None:
        return []
    year = int(said) if said else context.year_for(sample.month, sample.day, first)
    if year is None:
        fixed = f"XXXX-{sample.month:02d}-{sample.day:02d}" if "easter" not in name else "XXXX"
        return [unknown(match.start(), match.end(), fixed, DateBasis.EXPLICIT)]
    day = holiday(name, year) if 1 <= year <= 9999 else None
    if day is None:
        return []
    context.note(moment_of(day), first, bool(said))
    return [at_moment(match.start(), match.end(), moment_of(day))]


def read_year(context: Context, match: Match) -> list[Found]:
    first, last = match.span("num")
    letters, words = context.tokens.classes, context.tokens.words
    value = int(words[first])
    lead = words[match.start() - 1] if match.start() else ""
    follow = words[last] if last < len(words) else ""
    joined = lead in ("'", "’") or letters[match.start() - 1 : match.start()] in ("$", "-")
    if not 1000 <= value <= 2199 or joined or follow in COUNTED:
        return []
    if (value < 1500 or value > 2059) and lead not in YEAR_LEADS and not match["edge"]:
        return []
    moment = Moment(value)
    context.note(moment, first, True)
    start = first if match["about"] and words[match.start()] not in ("about", "around", "circa", "ca") else match.start()
    return [_edged(context, at_moment(start, match.end(), moment), match)]


def read_era_year(context: Context, match: Match) -> list[Found]:
    text = word(context, match, "num").replace(",", "")
    if not text.isdigit() or not 1 <= int(text) <= 9999:
        return []
    moment = Moment(era(context, match, int(text)))
    context.note(moment, match.start(), True)
    return [at_moment(match.start(), match.end(), moment)]


def read_old_year(context: Context, match: Match) -> list[Found]:
    """A bare number after "in", "of", "by" in a text on years before Christ."""
    text, at = word(context, match, "num"), match.start()
    lead = context.tokens.words[at - 1] if at else ""
    if not context.anchor or context.anchor.year > 0 or not text.isdigit() or len(text) != 3:
        return []
    moment = Moment(1 - int(text))
    if (
        lead not in ("in", "by", "since", "until", "from", "early", "late")
        or abs(moment.year - context.anchor.year) > OLD_REACH
    ):
        return []
    context.note(moment, at, True)
    return [at_moment(at, match.end(), moment)]


def read_short_year(context: Context, match: Match) -> list[Found]:
    at = match.start("num")
    value = int(re.sub(r"\D", "", context.tokens.words[at]))
    base = context.base
    century = base.year // 100 * 100 if base else 1900
    if base and century + value > base.year + 10:
        century -= 100
    moment = Moment(century + value)
    context.note(moment, at, True)
    return [at_moment(match.start(), match.end(), moment)]
