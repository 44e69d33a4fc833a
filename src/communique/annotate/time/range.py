"""Two dates that make one stretch: "from 3 to 5 May", "between Monday and Wednesday", "today and yesterday"."""

import re
from dataclasses import replace

from communique.annotate.time.moment import Found
from communique.annotate.time.token import Tokens
from communique.lexicon.calendar import bounds, plus_days
from communique.lexicon.numeral import word_set
from communique.model import DateBasis, TimeKind

LINK = re.compile(r"\s*(?:[-–—]|,?\s(to|through|until|till|and)(?:\s+(?:the|on))?)\s*")
MOVES = word_set("moved postponed rescheduled delayed shifted changed brought pushed put")


def join_ranges(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Joins neighbours that are the ends of a range; all others stay."""
    joined: list[Found] = []
    for row in found:
        both = _join(tokens, joined[-1], row) if joined else None
        if both is None:
            joined.append(row)
        else:
            joined[-1] = both
    return joined


def _join(tokens: Tokens, one: Found, two: Found) -> Found | None:
    if not (_is_date(one) and _is_date(two)) or two.first - one.last > 4 or two.first < one.last:
        return None
    link = LINK.fullmatch(tokens.text, tokens.ends[one.last - 1], tokens.starts[two.first])
    if link is None:
        return None
    ends = sorted((one, two), key=lambda row: row.start or "")
    low, high = ends[0].start or "", ends[1].end or ends[1].start or ""
    if not _fits(tokens, one, two, link[1]) or low > high:
        return None
    return replace(
        one,
        last=two.last,
        kind=TimeKind.DATE,
        timex=f"{ends[0].timex[:10]}/{ends[1].timex[:10]}",
        start=low,
        end=high,
        precision=max(one.precision or "day", two.precision or "day", key=("day", "month", "year").index),
        window=False,
        moment=None,
    )


def _is_date(row: Found) -> bool:
    return row.kind in (TimeKind.DATE, TimeKind.TIME) and row.start is not None and row.moment is not None


def _fits(tokens: Tokens, one: Found, two: Found, link: str | None) -> bool:
    """Whether the words say a range: a dash, "from A to B", "between A and B", or two days in a row."""
    before = tokens.words[one.first - 1] if one.first else ""
    if link is None:
        return one.precision == two.precision and (one.start or "") <= (two.start or "")
    if link == "and":
        return before == "between" or _touch(one, two) or _touch(two, one)
    if link == "through":
        return True
    if set(tokens.words[max(0, one.first - 8) : one.first]) & MOVES:
        return False
    stated = one.basis is two.basis is DateBasis.EXPLICIT and one.precision == two.precision == "day"
    return stated or before in ("from", "between")


def _touch(one: Found, two: Found) -> bool:
    """Whether `two` is the day after `one`."""
    if one.precision != "day" or two.precision != "day" or one.end or two.end:
        return False
    first, second = bounds(one.start or ""), bounds(two.start or "")
    return first is not None and second is not None and plus_days(first[1], 1) == second[0]
