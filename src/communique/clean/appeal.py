"""Sentences inside a paragraph that are not of it: appeals to the reader at its edges."""

import re

from communique.lexicon.boilerplate import phrases, words_of

_BEGIN = re.compile(r"(?:^|[.!?…])[\"”’»)]?\s*(?=[^\W\d_])")
_STOP = re.compile(r"[.!?…](?=\s|$|[A-ZÀ-Þ])")
_EDGE = 300


def find_appeals(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences at the edges of a paragraph that tell the reader what to do: "Sign up for our newsletter."

    Returns:
        (start, end) of each, in order; never the whole paragraph.
    """
    found: list[tuple[int, int]] = []
    for start in _candidates(text):
        if found and start < found[-1][1]:
            continue
        words = [word for _, _, word in words_of(text[start : start + 80])]
        if not phrases("order").at(words) or _is_quoted(text, start):
            continue
        stop = _STOP.search(text, start)
        end = stop.end() if stop else len(text)
        if end - start <= _EDGE and (start == 0 or len(text) - end <= _EDGE):
            found.append((start, end))
    return tuple(found) if sum(end - start for start, end in found) < 0.9 * len(text) else ()


def _candidates(text: str) -> list[int]:
    """Where sentences begin in the first and last part of a paragraph."""
    tail = max(len(text) - 2 * _EDGE, 0)
    starts = [match.end() for match in _BEGIN.finditer(text, tail)]
    first = re.match(r"\s*(?=[^\W\d_])", text)
    return sorted({*starts, *([first.end()] if first else [])})


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation is open at `place`."""
    before = text[:place]
    return before.count('"') % 2 == 1 or before.count("“") + before.count("«") > before.count("”") + before.count("»")
