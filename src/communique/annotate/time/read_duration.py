"""Readers of durations and of repeated times."""

import re

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found
from communique.annotate.time.word import FREQUENCIES, MINUTES, unit_of
from communique.lexicon.numeral import cardinal_value, word_set
from communique.model import TimeKind

MOST_UNITS = 1e7
Match = re.Match[str]
Bounds = tuple[float | None, float | None]
OVER = word_set("over more longer")
UNDER = word_set("nearly almost under less fewer within up most")
NEAR = word_set("about around approximately roughly some circa ca")
FROM = word_set("least")
DAY_LEADS = word_set("for in within lasted last take took after than every per")
DAY_FOLLOWS = word_set("after before of - long")
AGES = word_set("old age")


def comparator(words: str) -> str:
    """What the words before a quantity say: ">", "<", ">=", "<=", "~" or "="."""
    row = words.split()
    if "least" in row:
        return ">="
    if "most" in row or "up" in row or "within" in row:
        return "<="
    if any(word in OVER for word in row) or row == ["just", "over"]:
        return ">"
    if any(word in UNDER for word in row):
        return "<"
    return "~" if any(word in NEAR for word in row) else "="


def unit_count(words: str) -> float | None:
    """How many units: 1 for "a", 2 for "a couple of"; None for "several", "a few"."""
    row = words.replace("-", " ").split()
    if row in (["a"], ["an"]):
        return 1.0
    if "couple" in row:
        return 2.0
    value = cardinal_value(row)
    return value if value is not None and value <= MOST_UNITS else None


def minute_bounds(count: float | None, unit: str, sign: str) -> Bounds:
    """Bounds in minutes, inclusive; both None where the words give no number. "about" keeps the number."""
    if count is None:
        return None, None
    minutes = count * MINUTES[unit]
    return (None if sign in ("<", "<=") else minutes), (None if sign in (">", ">=") else minutes)


def period(count: float | None, unit: str) -> str:
    """TIMEX3 value of a duration: (3, "D") -> "P3D", (None, "TH") -> "PTXH"."""
    digits = "X" if count is None else f"{count:g}"
    return f"PT{digits}{unit[1]}" if unit.startswith("T") else f"P{digits}{unit}"


def _found(context: Context, match: Match, count: float | None, unit: str, first: int | None = None) -> Found:
    sign = comparator(" ".join(context.tokens.words[slice(*match.span("about"))]) if match["about"] else "")
    start = match.start() if first is None else first
    return Found(start, match.end(), TimeKind.DURATION, period(count, unit), minutes=minute_bounds(count, unit, sign))


def _words(context: Context, match: Match, name: str) -> str:
    first, last = match.span(name)
    return " ".join(context.tokens.words[first:last]) if first >= 0 else ""


def _is_age(context: Context, at: int) -> bool:
    """ "49-year-old", "26 years of age": how old somebody is, no stretch of time."""
    following = context.tokens.words[at : at + 2]
    return bool(following) and (following[0] == "old" or (following[-1] in AGES and following[0] in ("-", "of")))


def read_duration(context: Context, match: Match) -> list[Found]:
    number, name = _words(context, match, "num"), _words(context, match, "unit")
    unit, count = unit_of(name), unit_count(number)
    words, classes = context.tokens.words, context.tokens.classes
    if _is_age(context, match.end()) or (
        name == "second" and match["unit"] == "S" and (count in (1.0, None) or classes[match.end() - 2] != "-")
    ):
        return []
    if (
        name == "quarters"
        or (name == "quarter" and count in (1.0, 3.0))
        or name == "night"
        or (match.start() and classes[match.start() - 1] == "$")
    ):
        return []
    if (
        number in ("a", "an")
        and name == "day"
        and words[match.start() - 1 : match.start()] in (["once"], ["times"], ["twice"])
    ):
        return []
    lead = words[match.start() - 1] if match.start() else ""
    follows = words[match.end()] if match.end() < len(words) else ""
    if (
        number in ("one", "a")
        and name == "day"
        and not match["about"]
        and lead not in DAY_LEADS
        and follows not in DAY_FOLLOWS
    ):
        return []  # "named a day", "will one day meet"
    if number in ("many", "some") and classes[match.end() - 1] == "u":
        return []
    return [_found(context, match, count, unit)]


def read_quarter_hour(context: Context, match: Match) -> list[Found]:
    """ "a quarter of an hour", "three quarters of an hour"."""
    count = unit_count(_words(context, match, "num"))
    if _words(context, match, "part") not in ("quarter", "quarters") or _words(context, match, "unit") != "hour":
        return []
    return [] if count is None or count > 3 else [_found(context, match, count / 4, "TH")]


def read_half(context: Context, match: Match) -> list[Found]:
    """ "half an hour", "a half-hour", "an hour and a half"."""
    name = next(match.group(key) and key for key in ("unit", "unit2", "unit3", "unit4") if match[key])
    count = 1.5 if name == "unit4" else 0.5
    return [_found(context, match, count, unit_of(_words(context, match, name)))]


def read_and_half(context: Context, match: Match) -> list[Found]:
    """ "four and a half hours", "two-and-a-half-hour", "two hours and a half"."""
    count = unit_count(_words(context, match, "num"))
    return [] if count is None else [_found(context, match, count + 0.5, unit_of(_words(context, match, "unit")))]


def read_two_units(context: Context, match: Match) -> list[Found]:
    """ "two hours and thirty minutes", "one hour 20 minutes"."""
    units = unit_of(_words(context, match, "unit")), unit_of(_words(context, match, "unit2"))
    counts = unit_count(_words(context, match, "num")), unit_count(_words(context, match, "num2"))
    if MINUTES[units[0]] <= MINUTES[units[1]] or counts[0] is None or counts[1] is None or units[0] == "WE":
        return []
    minutes = counts[0] * MINUTES[units[0]] + counts[1] * MINUTES[units[1]]
    sign = comparator(_words(context, match, "about"))
    timex = period(counts[0], units[0]) + (
        period(counts[1], units[1]).removeprefix("P").removeprefix("T" * units[0].startswith("T"))
    )
    return [Found(*match.span(), TimeKind.DURATION, timex, minutes=minute_bounds(minutes, "TM", sign))]


def read_span_of_units(context: Context, match: Match) -> list[Found]:
    """ "two or three days", "four to six weeks", "between 10 and 15 minutes": both bounds."""
    low, high = unit_count(_words(context, match, "num")), unit_count(_words(context, match, "num2"))
    link, unit = _words(context, match, "link"), unit_of(_words(context, match, "unit"))
    between = "between" in context.tokens.words[match.start() : match.start("num")]
    if low is None or high is None or low >= high or link not in ("or", "to", "-", "–", "and") or (link == "and") != between:
        return []
    if max(low, high) > 999:
        return []
    found = Found(
        match.start("num"),
        match.end(),
        TimeKind.DURATION,
        period(None, unit),
        minutes=(low * MINUTES[unit], high * MINUTES[unit]),
    )
    return [found]


def read_first_units(context: Context, match: Match) -> list[Found]:
    """ "the first three years"."""
    count, unit = unit_count(_words(context, match, "num")), unit_of(_words(context, match, "unit"))
    return [Found(*match.span(), TimeKind.DURATION, period(count, unit), minutes=minute_bounds(count, unit, "="))]


def read_set(context: Context, match: Match) -> list[Found]:
    if match["freq"]:
        name = _words(context, match, "freq")
        if name.endswith("long"):
            unit = unit_of(name.removesuffix("long"))
            return [Found(*match.span(), TimeKind.DURATION, period(1, unit), minutes=minute_bounds(1, unit, "="))]
        unit = FREQUENCIES[name]
        return [Found(*match.span(), TimeKind.SET, "XXXX-XX-XX" if unit == "D" else period(1, unit))]
    name = _words(context, match, "unit")
    count = unit_count(_words(context, match, "num")) if match["num"] else 1.0
    unit = "D" if match["unit"] == "p" else unit_of(name)
    if context.tokens.words[match.start()] == "per":
        return [Found(*match.span(), TimeKind.SET, period(count, unit))]
    return [Found(*match.span(), TimeKind.SET, "XXXX-XX-XX" if unit == "D" and count == 1 else period(count, unit))]


def read_some_units(context: Context, match: Match) -> list[Found]:
    """Bare "days", "weeks" after "for", "within", "in", "over", "after"."""
    lead = context.tokens.words[match.start() - 1] if match.start() else ""
    unit = unit_of(_words(context, match, "unit"))
    if lead not in ("for", "within", "in", "over", "after", "took", "lasted", "lasting", "take", "last", "these"):
        return []
    if lead == "these":
        return [] if unit != "D" else [Found(match.start() - 1, match.end(), TimeKind.DATE, "PRESENT_REF")]
    return [Found(*match.span(), TimeKind.DURATION, period(None, unit), minutes=(None, None))]
