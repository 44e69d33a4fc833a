""" "Today" inside a quotation that is dated otherwise: counted from the day of the quotation, not of the article."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date

from communique.annotate.time.moment import Found, moment_of
from communique.annotate.time.token import Tokens
from communique.lexicon.calendar import plus_days
from communique.model import DateBasis, TimeKind

QUOTED = re.compile(r"“[^“”\n]{1,4000}[”“]|(?<!\w)\"[^\"\n]{1,4000}\"")
BRACKET_REACH = 8


def move_into_speech(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The same expressions; those that count from the day of speaking take the day of their quotation or bracket.

    A quotation is dated by the last full, explicit day before it in its paragraph, or by one behind it in its sentence.
    "Today (April 11)" is dated by the bracket.
    """
    deictic = [number for number, row in enumerate(found) if row.offset is not None]
    if not deictic:
        return found
    quotes = [match.span() for match in QUOTED.finditer(tokens.text)]
    starts = [start for start, _ in quotes]
    moved = list(found)
    for number in deictic:
        day = _bracket(tokens, found, number)
        if day is None:
            at = bisect_right(starts, tokens.starts[found[number].first]) - 1
            if at >= 0 and tokens.starts[found[number].first] < quotes[at][1]:
                day = _quotation_day(tokens, found, number, quotes[at])
                day = plus_days(day, found[number].offset or 0) if day else None
        if day is not None:
            moved[number] = _on(found[number], day)
    return moved


def _on(row: Found, day: date) -> Found:
    moment = moment_of(day)
    letters = row.timex[10:] if row.kind is TimeKind.TIME else ""
    return replace(
        row, timex=moment.timex + letters, start=moment.edtf, end=None, precision="day", moment=moment, basis=DateBasis.RELATIVE
    )


def _is_stated(row: Found) -> bool:
    return row.basis is DateBasis.EXPLICIT and row.moment is not None and row.moment.day is not None


def _bracket(tokens: Tokens, found: list[Found], number: int) -> date | None:
    """The day of a bracket close behind: "Today at the port (April 11)"."""
    if number + 1 >= len(found):
        return None
    row, other = found[number], found[number + 1]
    if not _is_stated(other) or other.first - row.last > BRACKET_REACH or tokens.classes[other.first - 1] != "(":
        return None
    between = tokens.classes[row.last : other.first]
    return other.moment.date if other.moment and not set(between) & set("!\n") else None


def _quotation_day(tokens: Tokens, found: list[Found], number: int, quote: tuple[int, int]) -> date | None:
    paragraph = tokens.text.rfind("\n", 0, quote[0]) + 1
    for other in range(number - 1, -1, -1):
        start = tokens.starts[found[other].first]
        if start < paragraph:
            break
        if start < quote[0] and _is_stated(found[other]):
            return found[other].moment.date if found[other].moment else None  # type: ignore[union-attr]
    behind = bisect_left(tokens.starts, quote[1])
    stop = next((at for at in range(behind, min(behind + 30, len(tokens.classes))) if tokens.classes[at] in "!\n"), behind + 30)
    for row in found[number + 1 :]:
        if row.first >= stop:
            break
        if row.first >= behind and _is_stated(row):
            return row.moment.date if row.moment else None
    return None
