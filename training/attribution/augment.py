"""Noise for training text that keeps every offset: each change replaces signs one by one."""

import random
import re

_LINE = re.compile(r"[^\n]+")
_STRAIGHT_OPEN = re.compile(r"(?:(?<=[\s(\[—-])|^)\"(?=\S)", re.MULTILINE)
_CURLY_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_BRITISH = str.maketrans("“”", "‘’")
_BRITISH_STRAIGHT = str.maketrans('“”"‘’', "'''''")
_GUILLEMETS = str.maketrans("“”", "«»")
_GERMAN = str.maketrans("“”", "„“")


def augment(text: str, rng: random.Random) -> str:
    """A noisier text of the same length: style of quotation marks, lost marks, capitals, blank lines."""
    text = _marks(text, rng)
    if rng.random() < 0.25:
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
