"""Which words of a text stand inside quotation marks, whatever the style of the marks.

Straight marks get their direction from the blanks around them, so a lost mark does not turn the rest of the
paragraph inside out. Single marks count only as a pair outside double ones, so apostrophes do not count.
"""

import re
from collections.abc import Sequence

OUTSIDE, INSIDE, OPENING, CLOSING = 0, 1, 2, 3

_ALWAYS_OPEN = frozenset("“„«‟")
_ALWAYS_CLOSE = frozenset("”»")
_STRAIGHT = frozenset(['"', "＂", "″"])
_SINGLE_OPEN = re.compile(
    r"(?<![^\s(\[—–\-\"“])[‘'‚‹](?=[^\W_]|[$£€.…\[(])(?!n[’']|\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b)"
)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'‚])[’'›](?![^\W_])")
_ENDS_SENTENCE = frozenset(".,?!…;:—")
_REACH = 1500


def is_double(mark: str) -> bool:
    """Whether a word is a double quotation mark of any style."""
    return mark in _ALWAYS_OPEN or mark in _ALWAYS_CLOSE or mark in _STRAIGHT or mark in ("``", "''")


def quote_states(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """State of each word: outside, inside, opening mark, closing mark. Every line begins outside.

    Args:
        text: any text.
        starts, ends: offsets of its words, text order.
    """
    singles = _single_pairs(text) if ("‘" in text or "'" in text or "‹" in text or "‚" in text) else {}
    states: list[int] = []
    inside = False
    single = False
    last = 0
    for start, end in zip(starts, ends, strict=True):
        if inside and "\n" in text[last:start]:
            inside = single = False
        last = end
        word = text[start:end]
        state = _direction(text, start, end, inside) if is_double(word) else OUTSIDE
        kind = singles.get(start, OUTSIDE)
        if (kind == OPENING and not inside) or (kind == CLOSING and single):
            state = kind
            single = kind == OPENING
        if state == OPENING:
            inside = True
        elif state == CLOSING:
            inside = single = False
        elif inside:
            state = INSIDE
        states.append(state)
    return states


def _direction(text: str, start: int, end: int, inside: bool) -> int:
    word = text[start:end]
    if word in _ALWAYS_OPEN or word == "``":
        return CLOSING if word == "“" and inside and _glued(text, start, end) == CLOSING else OPENING
    if word in _ALWAYS_CLOSE:
        return OPENING if not inside and _glued(text, start, end) == OPENING else CLOSING
    found = _glued(text, start, end)
    if found == OUTSIDE:
        return CLOSING if inside else OPENING
    return found


def _glued(text: str, start: int, end: int) -> int:
    """Direction by what touches the mark: a word after it only, before it only, or no telling."""
    free_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-‘'"
    free_after = end >= len(text) or text[end].isspace() or text[end] in ")],.;:?!—–-’'"
    if free_before == free_after:
        return OUTSIDE
    return OPENING if free_before else CLOSING


def _single_pairs(text: str) -> dict[int, int]:
    """Offsets of single marks that open or close a quotation; a pair lies in one line, within 1,500 characters."""
    opens = [m.start() for m in _SINGLE_OPEN.finditer(text)]
    closes = [m.start() for m in _SINGLE_CLOSE.finditer(text)]
    pairs: dict[int, int] = {}
    taken = -1
    at = 0
    for number, start in enumerate(opens):
        if start <= taken:
            continue
        while at < len(closes) and closes[at] <= start + 1:
            at += 1
        stop = text.find("\n", start, start + _REACH)
        stop = min(start + _REACH, len(text)) if stop < 0 else stop
        following = opens[number + 1] if number + 1 < len(opens) else stop
        close = _closing(text, closes, at, min(stop, following))
        if close is not None:
            pairs[start] = OPENING
            pairs[close] = CLOSING
            taken = close
    return pairs


def _closing(text: str, closes: list[int], at: int, stop: int) -> int | None:
    """The first closing candidate after a sentence sign, else the first of all; a bound keeps it linear."""
    first: int | None = None
    for position in closes[at : at + 40]:
        if position >= stop:
            break
        if text[position - 1] in _ENDS_SENTENCE:
            return position
        if first is None:
            first = position
    return first
