"""Readers of seasons, quarters, halves, decades and centuries."""

import re
from dataclasses import replace

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, Moment, at_moment, unknown
from communique.annotate.time.read_date import era, word
from communique.annotate.time.word import DECADES, SEASON_MONTHS, SEASONS, unit_of
from communique.lexicon.calendar import plus_months
from communique.lexicon.numeral import ordinal_value
from communique.model import DateBasis

Match = re.Match[str]
RELATIVE = DateBasis.RELATIVE


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
    if (
        name in ("fall", "spring")
        and not (said or groups.get("that") or groups.get("shift"))
        and (lead not in "rif" and groups.get("det", "") in ("t", None))
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
    which = ordinal_value(word(context, match, "which")) or {"latter": 2, "last": 12 // (size or 6)}.get(
        word(context, match, "which"), 0
    )
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
        if (
            not match["edge"]
            and context.tokens.words[match.start()] != "the"
            and context.tokens.words[match.start() - 1] != "the"
        ):
            return []
    else:
        low = int(digits) if len(digits) == 4 else (1900 if int(digits) > 20 else 2000) + int(digits)
    if not 1000 <= low <= 2090:
        return []
    context.note(Moment(low), match.start(), False)
    found = at_moment(match.start(), match.end(), Moment(low))
    return [_spread(found, str(low)[:3], f"{low:04d}", f"{low + 9:04d}", "year")]


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
