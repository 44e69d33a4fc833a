"""Numbers of a bargain without their noun ("they offered fifteen", "settled for 63", "nine was the ceiling"), and ranges.

The unit is that of the last figure told before: "12.6 percent ... Iceland offered fifteen" is fifteen per cent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.bare_number import Quantity
from communique.extract.duration import NUMBER, WORDS, number_value
from communique.model import Analysis, Span

BARGAIN = frozenset(
    {
        "accept",
        "admit",
        "answer",
        "ask",
        "claim",
        "concede",
        "counter",
        "demand",
        "get",
        "insist",
        "offer",
        "open",
        "propose",
    }
    | {"refuse", "reject", "report", "settle", "start", "want", "seek", "give", "allow"}
)
MOVES = frozenset({"cut", "drop", "fall", "lower", "raise", "reduce", "rise", "shrink", "slip", "grow"})
LEVELS = frozenset(
    {"ceiling", "figure", "floor", "limit", "maximum", "minimum", "number", "offer", "demand", "price", "rate"}
)
SELF = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj"})
THROUGH = frozenset({"for", "with", "to", "at", "on", "of"})
FAR = 900  # characters back to the figure that gives the unit
RANGE = re.compile(rf"(?P<between>\bbetween[ ])?(?<![\w.,/-])(?P<low>{NUMBER})[ ](?P<joined>or|and|to)[ ]$", re.IGNORECASE)
REACH = 40
HALF = re.compile(r" and a half\b", re.IGNORECASE)
LEADING = re.compile(rf"\d[\d,]*(?:\.\d+)?|\b(?:{WORDS})\b", re.IGNORECASE)
YEARS = range(1_800, 2_101)


def find_elliptic(analysis: Analysis, found: Sequence[Quantity], dates: Sequence[Span]) -> Iterator[Quantity]:
    """Numbers that a verb or noun of bargaining governs directly, measured in the unit of the last figure before them.

    Args:
        found: the figures with a unit of their own, in text order.
        dates: spans that are dates.
    """
    taken = sorted([*(own.span for own in found), *dates], key=lambda span: span.start)
    at, last = 0, -1
    for token in range(len(analysis)):
        start = analysis.starts[token]
        while at < len(found) and found[at].span.end <= start:
            last = at if _is_measured(found[at]) else last
            at += 1
        if last < 0 or analysis.tags[token] != "CD" or start - found[last].span.end > FAR:
            continue
        half = HALF.match(analysis.text, analysis.ends[token])
        span = Span(start, analysis.ends[token] if half is None else half.end())
        value = number_value(analysis.word(token))
        value = value if value is None or half is None else value + 0.5
        if value is None or value <= 1 or value in YEARS or not _is_bargained(analysis, token):
            continue
        if any(own.start < span.end and span.start < own.end for own in taken[max(0, at - 3) : at + 6]):
            continue
        scale = _scale(analysis, found[last])
        if scale > 0:
            yield Quantity(span, value * scale, found[last].unit, "=", found[last].label)


def _is_measured(own: Quantity) -> bool:
    """A unit that bargaining goes on in: shares, money, measures, lengths of time other than ages."""
    return own.value is not None and own.label != "age" and own.unit not in ("members", "times", "")


def _scale(analysis: Analysis, own: Quantity) -> float:
    """What a bare number is multiplied by to be in the unit of a figure: a million where its sum is in millions, 60 where it is
    in hours; 0 where its words do not begin with a number."""
    if own.unit in ("per cent", "percentage points"):
        return 1.0
    match = LEADING.search(analysis.text, own.span.start, own.span.end)
    leading = number_value(match[0]) if match is not None else None
    return own.value / leading if own.value and leading else 0.0


def _is_bargained(analysis: Analysis, token: int) -> bool:
    """Whether the number itself is what is offered, wanted, or called the limit; "one of", "two sides" are not."""
    if analysis.deps[token] not in SELF or any(
        analysis.deps[own] in ("prep", "nummod", "quantmod", "npadvmod", "appos") for own in analysis.children(token)
    ):
        return False
    if any(0 <= own < len(analysis) and analysis.tags[own] == "CD" for own in (token - 2, token - 1, token + 1, token + 2)):
        return False  # part of a longer number
    following = token + 1
    if following < len(analysis) and (
        analysis.tags[following].startswith("NN") or analysis.word(following) in ("%", ":", "/", "-")
    ):
        return False
    head = analysis.heads[token]
    if analysis.deps[token] in ("nsubj", "nsubjpass"):
        return _is_level(analysis, head) or analysis.lemmas[head] in ("accept", "reject", "offer", "propose")
    if analysis.deps[token] == "dobj":
        return analysis.lemmas[head] in BARGAIN
    if analysis.deps[token] == "pobj" and analysis.lemmas[head] in THROUGH:
        above = analysis.heads[head]
        if analysis.lemmas[above] in LEVELS and analysis.lemmas[head] in ("of", "at"):
            return True
        if analysis.lemmas[head] == "to":
            return analysis.lemmas[above] in MOVES | {"admit"}
        return analysis.lemmas[head] in ("for", "with", "at", "on") and analysis.lemmas[above] in BARGAIN
    return False


def _is_level(analysis: Analysis, verb: int) -> bool:
    """ "nine was the ceiling"."""
    return analysis.lemmas[verb] in ("be", "remain") and any(
        analysis.lemmas[own] in LEVELS for own in analysis.children(verb) if analysis.deps[own] == "attr"
    )


def with_ranges(analysis: Analysis, found: Sequence[Quantity]) -> list[Quantity]:
    """The figures; "between 70 and 75 tons" is one, its value the lower bound; "25 or 40 minutes" is two in one unit."""
    kept = []
    for own in found:
        match = RANGE.search(analysis.text, max(0, own.span.start - REACH), own.span.start)
        low = number_value(match["low"]) if match is not None else None
        plain = match is not None and (match["joined"].lower() == "or" or match["between"] is not None)
        scale = _scale(analysis, own) if plain else 0.0
        if match is None or low is None or own.value is None or scale <= 0 or own.comparator != "=":
            kept.append(own)
            continue
        value = low * scale
        if kept and kept[-1].span.end > match.start("low"):
            kept.pop()
        if not 0 < value < own.value:
            kept.append(own)
        elif match["between"]:
            kept.append(replace(own, span=Span(match.start("between"), own.span.end), value=value))
        else:  # "25 or 40 minutes": two accounts of one thing
            kept += [replace(own, span=Span(*match.span("low")), value=value), own]
    return kept
