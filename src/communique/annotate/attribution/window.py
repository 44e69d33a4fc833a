"""Cuts a long text into windows that the encoder can read, each word owned by exactly one of them.

A window holds whole paragraphs as far as they fit and some words of what stands before and after as context.
A paragraph that is too long is cut at a sentence end, else anywhere.
"""

from collections.abc import Sequence as Items
from dataclasses import dataclass

_STOPS = frozenset((1012, 1029, 999))  # . ? ! in the uncased BERT vocabulary
_COLON = 1024


@dataclass(frozen=True, slots=True)
class Window:
    """Word ranges, half-open: all words shown to the model, and those it owns (start <= own_start < own_end <= end)."""

    start: int
    end: int
    own_start: int
    own_end: int


@dataclass(frozen=True, slots=True)
class WindowSize:
    """In pieces: those owned and the context at either side."""

    own: int = 224
    before: int = 24
    after: int = 24


def cut_windows(
    pieces: Items[tuple[int, ...]], paragraph: Items[int], size: WindowSize, first: int | None = None
) -> list[Window]:
    """Windows over all words, in order, each word owned once; linear in the number of words.

    Args:
        pieces: of each word.
        paragraph: its number, not falling.
        size: bounds in pieces.
        first: bound of the first window's own pieces, None for the common one (training varies the cuts with it).
    """
    windows: list[Window] = []
    total = len(pieces)
    start = 0
    bound = size.own if first is None else first
    while start < total:
        end = _cut(pieces, paragraph, start, bound)
        windows.append(Window(_reach(pieces, start, -1, size.before), _reach(pieces, end, 1, size.after), start, end))
        start = end
        bound = size.own
    return windows


def _cut(pieces: Items[tuple[int, ...]], paragraph: Items[int], start: int, bound: int) -> int:
    """End of the run of words from `start` that fits: after a paragraph, else a sentence, else a word."""
    total = len(pieces)
    used = 0
    at = start
    paragraph_end = sentence_end = start
    while at < total and (used + len(pieces[at]) <= bound or at == start):
        used += len(pieces[at])
        at += 1
        if at == total or paragraph[at] != paragraph[at - 1]:
            # A paragraph that ends in a colon announces the next one: they stay together where they can.
            if at == total or pieces[at - 1][0] != _COLON or paragraph_end == start:
                paragraph_end = at
        elif pieces[at - 1][0] in _STOPS:
            sentence_end = at
    if at == total:
        return total
    half = start + (at - start) // 2
    if paragraph_end > half or (paragraph_end > start and sentence_end <= paragraph_end):
        return paragraph_end
    if sentence_end > half:
        return sentence_end
    return max(paragraph_end, sentence_end) if max(paragraph_end, sentence_end) > start + (at - start) // 4 else at


def _reach(pieces: Items[tuple[int, ...]], edge: int, step: int, bound: int) -> int:
    """The word boundary reached from `edge` by taking whole words of at most `bound` pieces."""
    used = 0
    at = edge
    while 0 <= (word := at if step > 0 else at - 1) < len(pieces) and used + len(pieces[word]) <= bound:
        used += len(pieces[word])
        at += step
    return at
