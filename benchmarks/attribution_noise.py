"""Noisy copies of a text, with the way back to its offsets: what prints, scans and other houses do to quotation marks."""

import re
from collections.abc import Callable

Variant = Callable[[str], tuple[str, list[int]]]

_MARK = re.compile(r"[“”\"]")
_LINE = re.compile(r"[^\n]+")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def straight(text: str) -> tuple[str, list[int]]:
    """Curly marks made straight."""
    return text.translate(_STRAIGHT), list(range(len(text)))


def one_end_lost(text: str) -> tuple[str, list[int]]:
    """Of each pair of double marks in a line one is deleted: the closing one, then the opening one, in turn."""
    return _lost(text, 1)


def some_ends_lost(text: str) -> tuple[str, list[int]]:
    """The same for every fourth pair."""
    return _lost(text, 4)


def _lost(text: str, every: int) -> tuple[str, list[int]]:
    lost = set()
    pair = 0
    for row in _LINE.finditer(text):
        marks = [row.start() + m.start() for m in _MARK.finditer(row.group())]
        for first in range(0, len(marks) - 1, 2):
            if pair % every == 0:
                lost.add(marks[first + 1 - (pair // every) % 2])
            pair += 1
    back = [at for at in range(len(text)) if at not in lost]
    return "".join(text[at] for at in back), back


def capital_headline(text: str) -> tuple[str, list[int]]:
    """The first line in capitals."""
    first = _LINE.search(text)
    if first is None:
        return text, list(range(len(text)))
    row = "".join(c.upper() if len(c.upper()) == 1 else c for c in first.group())
    return text[: first.start()] + row + text[first.end() :], list(range(len(text)))


def single(text: str) -> tuple[str, list[int]]:
    """British single marks for double ones; straight marks open after a blank and close elsewhere."""
    curly = re.sub(r'(?:(?<=[\s(\[—-])|^)"(?=\S)', "‘", text, flags=re.MULTILINE).replace('"', "’")
    return curly.translate(str.maketrans("“”", "‘’")), list(range(len(text)))


def lower(text: str) -> tuple[str, list[int]]:
    """Everything in small letters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text), list(range(len(text)))


VARIANTS: dict[str, Variant] = {
    "straight marks": straight,
    "a mark of each 4th lost": some_ends_lost,
    "a mark of each pair lost": one_end_lost,
    "headline in capitals": capital_headline,
    "single marks": single,
    "lower case": lower,
}
