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
DAYS = re.compile(r"P(\d{1,4})([DW])")
BRACKET_REACH = 8
LOOK_BACK = 20


def move_into_speech(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The same expressions; those that count from the day of speaking take the day of their quotation or bracket.

    A quotation is dated by the last full, explicit day before it in its paragraph, or by one behind it in its sentence.
    "Today (April 11)" is dated by the bracket.
    """
    found = [_apposed(tokens, found, number) for number in range(len(found))]
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


def _apposed(tokens: Tokens, found: list[Found], number: int) -> Found:
    """ "Three days earlier, on 2 March", "last Tuesday (2 March)": the full day beside it says which is meant."""
    row = found[number]
    if number + 1 >= len(found):
        return row
    other = found[number + 1]
    if (counted := _counted(tokens, row, other)) is not None:
        return counted
    if row.basis not in (DateBasis.RELATIVE, DateBasis.WEEKDAY):
        return row
    if row.kind is not TimeKind.DATE or row.timex.endswith("_REF") or not _is_stated(other) or other.moment is None:
        return row
    if tokens.classes[row.last : other.first] not in (",r", "(", ",(", "(r", ",") or (row.start or "")[:4] == row.start:
        return row
    day = other.moment.date
    return row if day is None or not _can_be(row, other) else _on(row, day)


def _counted(tokens: Tokens, row: Found, other: Found) -> Found | None:
    """ "two days after 3 May", "a few hours before the Monday session": counted from the day behind it."""
    between, base = tokens.classes[row.last : other.first], other.moment and other.moment.date
    if base is None or other.end is not None:
        return None
    if row.timex.endswith("TXX:XX") and between in ("", "t") and tokens.words[row.last - 1] in ("after", "before"):
        return _on(row, base)
    length = DAYS.fullmatch(row.timex)
    if row.kind is not TimeKind.DURATION or between not in ("G", "Gt") or length is None:
        return None
    way = {"after": 1, "before": -1}.get(tokens.words[row.last], 0)
    day = plus_days(base, way * int(length[1]) * (7 if length[2] == "W" else 1))
    if not way or day is None:
        return None
    dated = replace(row, last=row.last + 1, kind=TimeKind.DATE, minutes=None, basis=DateBasis.RELATIVE)
    return _on(dated, day)


def _can_be(row: Found, other: Found) -> bool:
    """A weekday must be that weekday."""
    if row.basis is not DateBasis.WEEKDAY or other.moment is None or other.moment.date is None:
        return row.precision in ("day", None)
    named = (
        int(row.timex[-1]) - 1
        if row.timex.startswith("XXXX")
        else row.moment and row.moment.date and row.moment.date.weekday()
    )
    return named == other.moment.date.weekday()


def _on(row: Found, day: date) -> Found:
    moment = moment_of(day)
    letters = row.timex[10:] if row.kind is TimeKind.TIME else ""
    return replace(
        row, timex=moment.timex + letters, start=moment.edtf, end=None, precision="day", window=False, moment=moment
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
    """The day that a quotation was said; a weekday counts in the sentence of the quotation alone."""
    opens, closes = bisect_left(tokens.starts, quote[0]), bisect_left(tokens.starts, quote[1])
    for other in reversed(found[max(0, number - LOOK_BACK) : number]):
        between = tokens.classes[other.last : opens]
        if "\n" in between:
            break
        if other.last <= opens and (_is_stated(other) or (_is_weekday(other) and "!" not in between)):
            return other.moment.date if other.moment else None
    stop = next(
        (at for at in range(closes, min(closes + 30, len(tokens.classes))) if tokens.classes[at] in "!\n"), closes + 30
    )
    for row in found[number + 1 : number + 1 + LOOK_BACK]:
        if row.first >= stop:
            break
        if row.first >= closes and (_is_stated(row) or _is_weekday(row)):
            return row.moment.date if row.moment else None
    return None


def _is_weekday(row: Found) -> bool:
    return row.basis is DateBasis.WEEKDAY and row.moment is not None and row.moment.day is not None
