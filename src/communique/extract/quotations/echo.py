"""Titles and headings: what they announce the article quotes below, and their words end with them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from communique.extract.quotations.content import Content
from communique.lexicon.function_word import function_words
from communique.model import Analysis, Attribution, RegionKind, Span, trimmed

HEADS = frozenset({RegionKind.TITLE, RegionKind.HEADING})
WORD = re.compile(r"\w+")
ENDS = frozenset(".!?…;,")
MARKS = "\"'“”„‟«»‘’)] \t\xa0"
LONGEST_HEAD = 200
SHARED = 0.5
FEWEST = 2
MOST_PLACES = 40
Row = tuple[Attribution, Content]


def without_echoes(analysis: Analysis, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The statements without those of a title, heading or other line without a full stop that share half of their words or
    more, at least two, with one statement of the running text."""
    heads = [_is_head(analysis, row) for row in rows]
    if not any(heads):
        return tuple(rows)
    places: dict[str, list[int]] = defaultdict(list)
    for number, (row, head) in enumerate(zip(rows, heads, strict=True)):
        for word in _words(analysis, row, whole=True) if not head else ():
            if len(places[word]) < MOST_PLACES:
                places[word].append(number)
    return tuple(
        row for row, head in zip(rows, heads, strict=True) if not head or not _is_told(_words(analysis, row), places)
    )


def cut_at_head(analysis: Analysis, span: Span) -> Span:
    """A span that begins in a title or heading and runs on into the text below, cut where the heading ends."""
    head = _head_at(analysis, span.start)
    if head is None or head.end >= span.end:
        return span
    return trimmed(analysis.text, span.start, head.end) or span


def _head_at(analysis: Analysis, place: int) -> Span | None:
    """The title or heading that holds a place."""
    regions = analysis.clean.regions
    at = bisect_right(regions, place, key=lambda one: one.span.start) - 1
    return regions[at].span if at >= 0 and regions[at].kind in HEADS and regions[at].span.end > place else None


def _is_told(words: frozenset[str], places: dict[str, list[int]]) -> bool:
    """Whether one statement holds half of the words, two at least."""
    shared: dict[int, int] = defaultdict(int)
    for word in words:
        for number in places.get(word, ()):
            shared[number] += 1
    return max(shared.values(), default=0) >= max(FEWEST, SHARED * len(words))


def _words(analysis: Analysis, row: Row, *, whole: bool = False) -> frozenset[str]:
    """The content words of a statement, with those of its source and cue where `whole`."""
    own, content = row
    spans = (*content.spans, *own.cue, *own.source) if whole else content.spans
    text = analysis.document.text
    found = {word.casefold() for span in spans for word in WORD.findall(text[span.start : span.end])}
    return frozenset(word for word in found if word not in function_words() and len(word) > 1)


def _is_head(analysis: Analysis, row: Row) -> bool:
    """Whether a statement with its cue stands in one line that is a title, a heading, or ends without a full stop."""
    own, content = row
    whole = Span(min(s.start for s in (*content.spans, *own.cue)), max(s.end for s in (*content.spans, *own.cue)))
    text = analysis.document.text
    if whole.end - whole.start > LONGEST_HEAD or "\n" in text[whole.start : whole.end]:
        return False
    head = _head_at(analysis, whole.start)
    if head is not None and head.end >= whole.end:
        return True
    stop = text.find("\n", whole.end)
    line = text[whole.end : stop if stop >= 0 else len(text)]
    rest = (text[whole.start : whole.end] + line).rstrip(MARKS)
    return len(line) <= LONGEST_HEAD and rest[-1:] not in ENDS and rest[-1:] != ":"
