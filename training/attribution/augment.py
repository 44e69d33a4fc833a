"""Noise for training text that keeps every offset: each change replaces signs one by one."""

import random
import re

_DOUBLE = re.compile(r"[“”\"«»„]")
_LINE = re.compile(r"[^\n]+")
_STRAIGHT_OPEN = re.compile(r"(?:(?<=[\s(\[—-])|^)\"(?=\S)", re.MULTILINE)
_CURLY_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_BRITISH = str.maketrans("“”", "‘’")
_BRITISH_STRAIGHT = str.maketrans('“”"‘’', "'''''")
_GUILLEMETS = str.maketrans("“”", "«»")
_GERMAN = str.maketrans("“”", "„“")


def augment(text: str, rng: random.Random, partners: float = 0.0) -> str:
    """A noisier text of the same length: style of quotation marks, lost marks, capitals, blank lines.

    Args:
        text: a training article.
        rng: of this article in this epoch.
        partners: share of articles in which pairs of marks lose one of the two.
    """
    text = _marks(text, rng)
    lose = rng.random()
    if lose < partners:
        text = _lose_partners(text, rng)
    elif lose < partners + 0.25 * (1 - partners):
        text = _lose_marks(text, rng)
    text = _capitals(text, rng)
    if rng.random() < 0.3:
        text = text.replace("\n\n", "\n ")
    return text


def curled(text: str) -> str:
    """Straight double marks made curly, by the blank before them."""
    return _STRAIGHT_OPEN.sub("“", text).replace('"', "”")


def _marks(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.40:
        return text
    if draw < 0.60:
        return text.translate(_CURLY_TO_STRAIGHT)
    text = curled(text)
    if draw < 0.74:
        return text
    if draw < 0.86:
        return text.translate(_BRITISH)
    if draw < 0.92:
        return text.translate(_BRITISH_STRAIGHT)
    if draw < 0.96:
        return text.translate(_GUILLEMETS)
    return text.translate(_GERMAN)


def _lose_marks(text: str, rng: random.Random) -> str:
    """One mark in five lost in lines chosen by chance."""
    signs = list(text)
    for at, sign in enumerate(signs):
        if sign in '“”"«»„' and rng.random() < 0.2:
            signs[at] = " "
    return "".join(signs)


def _lose_partners(text: str, rng: random.Random) -> str:
    """Of three, six or all pairs in ten, line by line, one mark lost: the opening or the closing one by chance."""
    share = rng.choice((0.3, 0.6, 1.0))
    signs = list(text)
    for line in _LINE.finditer(text):
        marks = [line.start() + found.start() for found in _DOUBLE.finditer(line.group())]
        for first in range(0, len(marks) - 1, 2):
            if rng.random() < share:
                signs[marks[first + rng.randrange(2)]] = " "
    return "".join(signs)


def _capitals(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.12:
        lowered = text.lower()
        return lowered if len(lowered) == len(text) else text
    if draw < 0.24:
        first = _LINE.search(text)
        if first is not None:
            upper = first.group().upper()
            if len(upper) == len(first.group()):
                return text[: first.start()] + upper + text[first.end() :]
    return text
