"""Readers of calendar dates: days, months, years, seasons, decades, centuries, holidays."""

import re
from dataclasses import replace
from datetime import date

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, Moment, at_moment, moment_of, unknown, with_time, within
from communique.annotate.time.read_clock import clock_letters
from communique.annotate.time.word import DECADES, MONTHS, SEASON_MONTHS, SEASONS, SHORT_MONTHS
from communique.lexicon.calendar import bounds, holiday, plus_days, plus_months
from communique.lexicon.numeral import ordinal_value
from communique.model import DateBasis

Match = re.Match[str]
COUNTED = frozenset(
    "people men troops soldiers dollars euros pounds tons tonnes km kilometers kilometres miles metres meters feet killed dead "
    "prisoners civilians casualties tanks aircraft members delegates hours days weeks months years percent per ships hectares "
    "residents refugees workers police officers votes seats units words pages".split()
)
OLD_REACH = 60
YEAR_LEADS = frozenset("in of since by until till from early late mid before after to and during summer winter spring".split())


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
    if len(re.match(r"\d+", text)[0]) == 4:  # type: ignore[index]
        moment = Moment(*numbers)
    else:
        moment = _numeric(context, *numbers)
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
    side = "1" if match["mon1"] else "2"
    month, day = month_number(context, match, "mon" + side), day_number(word(context, match, "day" + side))
    said = word(context, match, "year" + side)
    other = day_number(word(context, match, "to1" if side == "1" else "from2"))
    if not day or (side == "2" and match["from2"] and not other):
        return []
    if match["link1"] == "&" and (not said and context.tokens.classes[match.end() : match.end() + 1] not in tuple("!,)rf\n")):
        return []
    start = match.start("mon1") if side == "1" else match.start("day2")
    year = era(context, match, int(said)) if said else context.year_for(month, day, start)
    if match["that" + side] and context.anchor:
        year = context.anchor.year
    moment = Moment(year or 4, month, day)
    if not moment.is_valid:
        return []
    basis = DateBasis.EXPLICIT
    if year is None:
        return [unknown(match.start(), match.end(), f"XXXX-{month:02d}-{day:02d}", basis)]
    first, last = match.span()
    twin: list[Found] = []
    if other:
        near = Moment(year, month, other)
        if not near.is_valid:
            return []
        if side == "1":
            twin, last = [at_moment(match.start("to1"), match.end(), near)], match.end("day1")
        else:
            twin, first = [at_moment(match.start(), match.end("from2"), near)], match.start("day2")
    context.note(moment, start, bool(said))
    found = at_moment(first, last, moment)
    if match["clock"] or match["tail"]:
        found = with_time(found, clock_letters(context, match, "clock") or clock_letters(context, match, "tail"))
    if twin and side == "1" and twin[0].moment:
        context.note(twin[0].moment, start, bool(said))
    return [found, *twin] if side == "1" else [*twin, found]


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
    """ "on the 20th", of the month told last."""
    text, at = word(context, match, "day"), match.start()
    lead = context.tokens.words[at - 1] if at else ""
    anchor = context.anchor
    follows = context.tokens.classes[match.end() : match.end() + 1]
    if not text[0].isdigit() or lead not in ("on", "until", "by") or follows not in ("!", ",", ")", "\n", "", "r"):
        return []
    if anchor is None or anchor.month is None:
        return []
    moment = Moment(anchor.year, anchor.month, day_number(text))
    if not moment.day or not moment.is_valid:
        return []
    context.note(moment, at, False)
    return [at_moment(at, match.end(), moment, DateBasis.RELATIVE)]


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
    if not said and (name == "May" or letters[at] == "m" or name in ("March", "Mar")):
        if not (lead in "rijbfR&v," or match["edge"] or match["rel"]) or (lead == "," and name != "March"):
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
    if words & {"early", "earlier", "beginning", "start", "outset"}:
        return 0, 1 / 3
    if words & {"mid", "middle"}:
        return 1 / 3, 2 / 3
    if words & {"late", "end", "close", "later"}:
        return 2 / 3, 1
    return None


def read_season(context: Context, match: Match) -> list[Found]:
    name, at = word(context, match, "sea"), match.start("sea")
    groups = match.groupdict()
    code, said = SEASONS[name], word(context, match, "year") or (word(context, match, "old") if groups.get("old") else "")
    letters = context.tokens.classes
    lead = letters[match.start() - 1] if match.start() else "\n"
    if not (said or groups.get("det") or groups.get("that") or groups.get("edge") or lead in "riR"):
        return []
    if letters[match.end() : match.end() + 1] == "f" and not said:
        return []
    if name in ("fall", "spring") and not (said or groups.get("that") or groups.get("shift")) and (
        lead not in "rif" and groups.get("det", "") in ("t", None)
    ):
        return []
    year: int | None = int(said) if said else None
    if said and groups.get("era"):
        year = era(context, match, int(said))
    if year is None:
        base = context.anchor if groups.get("that") and context.anchor else context.base
        shift = {"l": -1, "x": 1}.get((groups.get("shift") or groups.get("det") or "t")[0 if groups.get("shift") else -1], 0)
        if base is None:
            return [unknown(match.start(), match.end(), f"XXXX-{code}", DateBasis.RELATIVE)]
        year = base.year + shift
    moment = Moment(year)
    found = at_moment(match.start(), match.end(), moment, DateBasis.EXPLICIT if said else DateBasis.RELATIVE)
    low, high = (plus_months(year, month, 0) for month in SEASON_MONTHS[code])
    context.note(Moment(*low), at, bool(said))
    return [_spread(found, f"{moment.timex}-{code}", Moment(*low).edtf, Moment(*high).edtf)]


def _spread(found: Found, timex: str, start: str, end: str, precision: str = "month") -> Found:
    return replace(found, timex=timex, start=start, end=end if end != start else None, precision=precision, window=True)


def read_part_of_year(context: Context, match: Match) -> list[Found]:
    """ "the first quarter of 2024", "the second half of last year", "the first quarter"."""
    groups = match.groupdict()
    part = word(context, match, "part")
    size = {"quarter": 3, "half": 6}.get(part)
    which = ordinal_value(word(context, match, "which")) or {"latter": 2, "last": 12 // (size or 6)}.get(word(context, match, "which"), 0)
    if size is None or not 1 <= which <= 12 // size:
        return []
    year: int | None = None
    if groups.get("year"):
        year = era(context, match, int(word(context, match, "year")))
    elif context.base:
        year = context.base.year + {"l": -1, "x": 1}.get((groups.get("rel") or "h")[0], 0)
    letter = "Q" if size == 3 else "H"
    if not groups.get("year") and not groups.get("rel") and size == 6:
        return []
    if year is None:
        return [unknown(match.start(), match.end(), f"XXXX-{letter}{which}", DateBasis.RELATIVE)]
    low, high = Moment(year, (which - 1) * size + 1), Moment(year, which * size)
    context.note(low, match.start(), bool(groups.get("year")))
    found = at_moment(match.start(), match.end(), Moment(year))
    return [_spread(found, f"{Moment(year).timex}-{letter}{which}", low.edtf, high.edtf)]


def read_short_quarter(context: Context, match: Match) -> list[Found]:
    """ "Q2 2030", "H1 2031"."""
    text, year = word(context, match, "part"), int(word(context, match, "year"))
    size, which = (3 if text[0] == "q" else 6), int(text[1])
    if which > 12 // size:
        return []
    low, high = Moment(year, (which - 1) * size + 1), Moment(year, which * size)
    context.note(low, match.start(), True)
    return [_spread(at_moment(*match.span(), Moment(year)), f"{year:04d}-{text.upper()}", low.edtf, high.edtf)]


def read_century(context: Context, match: Match) -> list[Found]:
    which = ordinal_value(word(context, match, "which").replace(" ", "").replace("--", "-"))
    if which is None or not word(context, match, "part").startswith("centur"):
        return []
    old = word(context, match, "era").startswith("b")
    low = 1 - which * 100 if old else (which - 1) * 100 + 1
    timex = f"BC{which - 1:02d}" if old else f"{which - 1:02d}"
    found = at_moment(match.start(), match.end(), Moment(low))
    return [_spread(found, timex, Moment(low).edtf, Moment(low + 99).edtf, "year")]


def read_decade(context: Context, match: Match) -> list[Found]:
    text = word(context, match, "dec")
    digits = re.sub(r"\D", "", text)
    if text in DECADES:
        low = 1900 + 10 * DECADES[text]
        if not match["edge"] and context.tokens.words[match.start()] != "the" and context.tokens.words[match.start() - 1] != "the":
            return []
    else:
        low = int(digits) if len(digits) == 4 else (1900 if int(digits) > 20 else 2000) + int(digits)
    if not 1000 <= low <= 2090:
        return []
    context.note(Moment(low), match.start(), False)
    found = at_moment(match.start(), match.end(), Moment(low))
    return [_spread(found, str(low)[:3], f"{low:04d}", f"{low + 9:04d}", "year")]


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
    if not 1000 <= value <= 2199 or letters[match.start() - 1 : match.start()] in ("$", "-", "'") or follow in COUNTED:
        return []
    if (value < 1500 or value > 2059) and lead not in YEAR_LEADS and not match["edge"]:
        return []
    moment = Moment(value)
    context.note(moment, first, True)
    start = first if match["about"] and words[match.start()] not in ("about", "around", "circa", "ca") else match.start()
    return [_edged(context, at_moment(start, match.end(), moment), match)]


def read_years(context: Context, match: Match) -> list[Found]:
    """ "1915-17", "2014-2018"."""
    words = context.tokens.words
    one, two = int(word(context, match, "num")), word(context, match, "num2")
    other = int(two) if len(two) == 4 else one // 100 * 100 + int(two)
    if not 1000 <= one < other <= 2199 or (len(two) != 4 and (len(two) != 2 or match["link"] != "-")):
        return []
    if match["link"] == "R" and words[match.start("link")] not in ("to", "until", "through", "till"):
        return []
    context.note(Moment(other), match.start(), True)
    return [
        at_moment(match.start(), match.end("num"), Moment(one)),
        at_moment(match.start("num2"), match.end("num2"), Moment(other)),
    ]


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
    if lead not in ("in", "by", "since", "until", "from", "early", "late") or abs(moment.year - context.anchor.year) > OLD_REACH:
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
