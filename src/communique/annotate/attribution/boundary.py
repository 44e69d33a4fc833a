"""Turns words of a text into spans for the reader: without outer blanks and outer quotation marks."""

from communique.annotate.attribution.feature import Sequence
from communique.annotate.attribution.quote_mark import CLOSING, OPENING
from communique.model.span import Span

_PUNCTUATION = frozenset(".,;:!?—–-")
_ABBREVIATIONS = frozenset(("jr", "sr", "inc", "co", "corp", "ltd", "bros", "esq", "etc", "govt", "dept", "plc"))


def runs(words: list[int]) -> list[tuple[int, int]]:
    """Half-open ranges of consecutive numbers in a rising list."""
    found: list[tuple[int, int]] = []
    for word in words:
        if found and found[-1][1] == word:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return found


def span_of(sequence: Sequence, start: int, end: int) -> Span | None:
    """Span of the words [start, end) without outer quotation marks; None where nothing but marks is left.

    A mark is outer if its mate lies outside or at the very other end: in «“A” and B» none is.
    """
    while start < end:
        state = sequence.quote[start]
        if state == CLOSING or (state == OPENING and _mate(sequence, start, end) in (None, end - 1)):
            if state == OPENING and _mate(sequence, start, end) == end - 1:
                end -= 1
            start += 1
        elif sequence.quote[end - 1] == OPENING or (
            sequence.quote[end - 1] == CLOSING and not _opened(sequence, start, end - 1)
        ):
            end -= 1
        else:
            break
    return Span(sequence.starts[start], sequence.ends[end - 1]) if start < end else None


def name_span(text: str, sequence: Sequence, start: int, end: int) -> Span | None:
    """Span of a source or cue: as `span_of`, and without punctuation at its end that belongs to the sentence.

    A full stop stays after a single letter and after an abbreviation that ends names ("U.S.", "Jr.").
    """
    while end - start > 1:
        last = text[sequence.starts[end - 1] : sequence.ends[end - 1]]
        before = text[sequence.starts[end - 2] : sequence.ends[end - 2]]
        short = len(before) == 1 and before.isupper()
        if last not in _PUNCTUATION or (last == "." and (short or before.lower() in _ABBREVIATIONS)):
            break
        end -= 1
    return span_of(sequence, start, end)


def _mate(sequence: Sequence, start: int, end: int) -> int | None:
    """The closing mark of the one at `start`, before `end`."""
    for word in range(start + 1, end):
        if sequence.quote[word] == CLOSING:
            return word
        if sequence.quote[word] == OPENING:
            return None
    return None


def _opened(sequence: Sequence, start: int, at: int) -> bool:
    """Whether the closing mark at `at` is opened at `start` or after."""
    for word in range(at - 1, start - 1, -1):
        if sequence.quote[word] == OPENING:
            return True
        if sequence.quote[word] == CLOSING:
            return False
    return False
