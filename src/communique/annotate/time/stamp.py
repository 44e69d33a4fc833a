"""The publication stamp of a text: a line near the top that says nothing but when it was posted."""

import re
from collections.abc import Iterator

from communique.annotate.time.context import Context
from communique.annotate.time.grammar import ANY, RULES
from communique.annotate.time.moment import Moment
from communique.annotate.time.reader import READERS
from communique.annotate.time.token import Tokens
from communique.lexicon.numeral import word_set

LINES = 12
LONGEST = 24
LEADS = word_set("posted published publication updated last modified first created date on at by hrs hours new")
FILLERS = frozenset(",.:-–—|/()@")
STAMPED = ("iso", "day")


def find_stamps(tokens: Tokens, reference: Moment | None = None) -> Iterator[tuple[int, int, Moment]]:
    """Tokens [first, last) and day of the lines, among the first ones, that are a full date with publication words.

    Args:
        tokens: of the whole text.
        reference: decides "03/04/2031" by nearness.
    """
    start = 0
    for _ in range(LINES):
        stop = tokens.classes.find("\n", start)
        stop = len(tokens.classes) if stop < 0 else stop
        found = _day_of_line(tokens, start, stop, reference) if 0 < stop - start <= LONGEST else None
        if found is not None:
            yield start, stop, found
        start = stop + 1
        if start >= len(tokens.classes):
            return


def _day_of_line(tokens: Tokens, start: int, stop: int, reference: Moment | None) -> Moment | None:
    place = ANY.search(tokens.classes, start, stop)
    if place is None or place.lastgroup not in STAMPED:
        return None
    rest = [*range(start, place.start()), *range(place.end(), stop)]
    if any(not _is_filler(tokens, at) for at in rest):
        return None
    match = RULES[place.lastgroup].match(tokens.classes, place.start(), stop)
    if match is None or (place.lastgroup == "day" and not (match["year1"] or match["year2"])):
        return None
    context = Context(tokens, reference, False, lambda at: 0)
    rows = READERS[place.lastgroup](context, match)
    return rows[0].moment if rows and rows[0].moment and rows[0].moment.date else None


def _is_filler(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return (
        word in LEADS
        or word in FILLERS
        or tokens.classes[at] in "CZWwN"
        or re.fullmatch(r"\d{1,2}|[ap]m?", word) is not None
    )
