"""Readers of times of day."""

import re
from datetime import date

from communique.annotate.time.context import Context
from communique.annotate.time.moment import Found, at_moment, moment_of, unknown, with_time
from communique.annotate.time.word import DAY_WORDS, PARTS
from communique.lexicon.calendar import plus_days
from communique.model import DateBasis, TimeKind

Match = re.Match[str]
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s?([ap])?")
NOON = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}


def clock_letters(context: Context, match: Match, group: str) -> str:
    """TIMEX3 time of day of a group: "T15:30", "TMO"; "" if it holds none."""
    first, last = match.span(group)
    words = context.tokens.words[first:last] if first >= 0 else []
    for at, word in enumerate(words, first):
        letter = context.tokens.classes[at]
        if letter == "C":
            return clock_value(word)
        if word in PARTS:
            return PARTS[word]
        if word in NOON:
            return NOON[word]
    return ""


def clock_value(word: str) -> str:
    """ "3:30 p.m." -> "T15:30"; "" if there is no such time."""
    parts = CLOCK.match(word)
    if parts is None or int(parts[1]) > 24 or int(parts[2] or 0) > 59:
        return ""
    hour = int(parts[1]) % 12 + (12 if parts[3] == "p" else 0) if parts[3] and int(parts[1]) <= 12 else int(parts[1])
    return f"T{hour % 24:02d}:{int(parts[2] or 0):02d}"


def read_clock(context: Context, match: Match) -> list[Found]:
    """A time of day alone or with "today", "this morning": of the day told last in the paragraph, else of writing."""
    letters = clock_letters(context, match, "clock")
    if not letters:
        return []
    name = context.tokens.words[match.start("word")] if match["word"] else ""
    shift = DAY_WORDS.get(name, 0)
    day = context.today if name in DAY_WORDS else context.clock_day(match.start())
    day = plus_days(day, shift) if day else None
    return [_at(match, day, letters)]


def _at(match: Match, day: date | None, letters: str) -> Found:
    if day is None:
        return unknown(match.start(), match.end(), "XXXX-XX-XX" + letters, DateBasis.RELATIVE, TimeKind.TIME)
    return with_time(at_moment(match.start(), match.end(), moment_of(day), DateBasis.RELATIVE), letters)


def read_noon(context: Context, match: Match) -> list[Found]:
    return [_at(match, context.clock_day(match.start()), clock_letters(context, match, "noon"))]
