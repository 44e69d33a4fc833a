"""Lengths of time and ages said in words, as numbers with a unit and a comparator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.lexicon.numeral import CARDINALS, SCALES, SHORT_SCALES, cardinal_value
from communique.model import Duration, Evidence, Span

WORDS = "|".join(sorted(CARDINALS, key=len, reverse=True))
SCALE = "|".join(sorted((*SCALES, *(scale for scale in SHORT_SCALES if len(scale) > 1)), key=len, reverse=True))
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?(?:(?:bn|mn|m|tn|k)\b)?"
    rf"|(?:{WORDS})\b|(?:half[ ]an?|an?)[ ](?:{SCALE})\b)"
    rf"(?:(?:[ \xa0-]|[ ]and[ ])(?:{WORDS}|{SCALE})\b){{0,8}}"
)
ABOUT = (
    r"(?:(?P<about>(?:a[ ](?:little|bit)[ ]|slightly[ ]|no[ ]|not[ ]|well[ ]|just[ ]|far[ ])?"
    r"(?:more[ ]than|less[ ]than|fewer[ ]than|at[ ]least|at[ ]most|up[ ]to|over|under|above|below|nearly|almost|close[ ]to"
    r"|about|around|exactly|precisely|approximately|roughly|some|only|as[ ]many[ ]as|as[ ]much[ ]as|an[ ]estimated|estimated))[ ])?"
)
UNITS = "second|minute|hour|day|night|week|fortnight|month|year|decade|century|centurie"
FACTORS = {
    "second": (1 / 60, "minutes"),
    "minute": (1, "minutes"),
    "hour": (60, "minutes"),
    "day": (1, "days"),
    "night": (1, "days"),
    "week": (7, "days"),
    "fortnight": (14, "days"),
    "month": (1, "months"),
    "year": (1, "years"),
    "decade": (10, "years"),
    "century": (100, "years"),
    "centurie": (100, "years"),
}
LENGTH = re.compile(
    rf"(?<![\w.,$€£-]){ABOUT.replace('some|', 'some|within|', 1)}"
    rf"(?:(?P<number>{NUMBER})|(?P<vague>several|a[ ]few|few|many)|(?P<one>an?)"
    r"|(?P<partof>(?:an?[ ]quarter|one[ ]quarter|three[ -]quarters)[ ]of[ ]an?)|(?P<halfof>half[ ]an?|half))"
    rf"(?P<half>[ -]and[ -]a[ -]half)?[ \xa0-](?:(?:full|whole|long|more|straight|consecutive)[ ])?(?P<unit>{UNITS})s?\b"
    rf"(?P<half2>[ ]and[ ]a[ ]half)?(?P<age>[ -]old\b|[ ]of[ ]age\b)?",
    re.IGNORECASE,
)
MORE = re.compile(rf"(?:,[ ]|[ ]and[ ]|[ ])(?P<number>{NUMBER})[ ](?P<unit>minute|month)s?\b", re.IGNORECASE)
ANNIVERSARY = re.compile(r"\b(?P<number>\d{1,4})(?:st|nd|rd|th)[ ]anniversary\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time. `value` None for "several"; `is_age`: how old somebody is."""

    span: Span
    value: float | None
    unit: str
    comparator: str
    is_age: bool = False


def comparator_of(words: str | None) -> str:
    """What stands before a number, as a comparator: =, <, <=, >, >=, ~."""
    said = (words or "").lower()
    if not said or said in ("only", "exactly", "precisely"):
        return "="
    negated = said.startswith(("no ", "not "))
    if "more than" in said or said.endswith(("over", "above")):
        return "<=" if negated else ">"
    if "less than" in said or "fewer than" in said:
        return ">=" if negated else "<"
    if "at least" in said:
        return ">="
    if said == "within" or "at most" in said or "up to" in said or "as many as" in said or "as much as" in said:
        return "<="
    return "<" if said.endswith(("nearly", "almost", "under", "below", "close to")) else "~"


def number_value(words: str) -> float | None:
    """Value of a number as it is written; None if it is none."""
    row = re.split(r"[ \xa0-]+", re.sub(r"(?<=\d)(?=[a-z])", " ", words.lower()))
    if row[0] == "half" and len(row) > 2:
        value = cardinal_value(row[1:])
        return None if value is None else value / 2
    return cardinal_value(row)


def find_lengths(text: str) -> Iterator[Length]:
    """Lengths of time, ages and anniversaries of a text, in text order within each kind."""
    for match in LENGTH.finditer(text):
        found = _length(text, match)
        if found is not None:
            yield found
    for match in ANNIVERSARY.finditer(text):
        yield Length(Span(*match.span()), float(match["number"]), "years", "=")


def _length(text: str, match: re.Match[str]) -> Length | None:
    name = match["unit"].lower()
    if name == "second" and text[match.end() : match.end() + 4] == " of ":
        return None  # "the twenty-second of January"
    count = _count(match)
    if match["one"] and (_is_rate(text, match) or not (match["about"] or match["half2"] or _is_told(text, match, name))):
        return None
    if match["number"] and count is None:
        return None
    if count == 1 and (name == "second" or (name == "day" and match["number"] and not _is_told(text, match, name))):
        return None
    factor, unit = FACTORS[name]
    value, end = None if count is None else count * factor, match.end()
    more = MORE.match(text, end)
    smaller = more and (name, more["unit"].lower()) in (("hour", "minute"), ("year", "month"))
    if more and smaller and value is not None:
        value, unit = (value * 12, "months") if name == "year" else (value, unit)
        value, end = value + (number_value(more["number"]) or 0), more.end()
    return Length(Span(match.start(), end), value, unit, comparator_of(match["about"]), bool(match["age"]))


def _count(match: re.Match[str]) -> float | None:
    half = 0.5 if match["half"] or match["half2"] else 0.0
    if match["halfof"]:
        return 0.5
    if match["partof"]:
        return 0.75 if match["partof"].lower().startswith("three") else 0.25
    if match["one"]:
        return 1 + half
    number = number_value(match["number"]) if match["number"] else None
    return None if number is None else number + half


def _is_rate(text: str, match: re.Match[str]) -> bool:
    """ "twice a week", "5 per cent a year"."""
    before = text[max(0, match.start() - 12) : match.start()].rstrip().lower()
    return before.endswith(("once", "twice", "times", "cent", "%", "dollars", "barrels", "tons", "tonnes"))


def _is_told(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether "a week" is a length and not "a day of mourning": "a century ago", "lasted an hour", "for a month"."""
    after = text[match.end() : match.end() + 10].lower()
    before = text[max(0, match.start() - 12) : match.start()].lower().rstrip()
    if re.match(r" (?:ago|later|earlier)\b", after):
        return True
    long = unit in ("hour", "century", "decade") or bool(match["number"])
    return long and before.endswith((" lasted", " for", " took", " within", " after", " in", " last", " take"))


def duration_of(length: Length, evidence: tuple[Evidence, ...]) -> Duration | None:
    """The length as a duration in minutes with bounds; None for months and years, whose minutes vary."""
    factor = {"minutes": 1, "days": 1_440}.get(length.unit)
    if factor is None or length.is_age:
        return None
    if length.value is None:
        return Duration(None, None, evidence)
    minutes = length.value * factor
    low = None if length.comparator in ("<", "<=") else minutes
    high = None if length.comparator in (">", ">=") else minutes
    return Duration(low, high, evidence)
