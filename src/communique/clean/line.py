"""The lines of a text: what an author or typesetter put on one, joined again where a file was wrapped at a width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.lexicon.boilerplate import words_of

BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = re.compile(r"[\s\u200b\u2060\ufeff\u00a0]+")
_CLOSING = "\"'”’»“)]}*_ \u00a0"
_FINAL = tuple(".!?…。！？؟۔।॥")
_FINAL_CREDIT = re.compile(r"[.!?…][\"”’»]?\s*(?:[(\[][^()\[\]]{2,60}[)\]]|(?:--|[—–])\s?[A-Z][\w /]{1,30})\.?$")
_BULLET = re.compile(r"(?:[-–—•·*▪►●○◦‣■□✓>]|\(?[\dа-яa-z]{1,3}[.)])\s")
_MAX_WIDTH, _MIN_WIDTH, _MIN_JOINS = 120, 50, 3
_SLACK, _LOWER_SHARE = 6, 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or several that a wrapped file makes of one.

    Attributes:
        start, end: characters of `Document.text`, without outer white space.
        text: its words with single blanks.
        words: lower case.
        gap: whether a blank line, or the beginning, stands before it.
        soft: line breaks inside it that only wrap.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    gap: bool
    soft: tuple[int, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether it ends as sentences do."""
        return self.text.rstrip(_CLOSING).endswith(_FINAL) or _FINAL_CREDIT.search(self.text[-80:]) is not None

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence, however short, or is too long to be anything but prose."""
        return (self.is_final and len(self.words) >= 4) or self.is_long

    @property
    def is_long(self) -> bool:
        """Whether only prose is that long."""
        return len(self.words) >= 45

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph: a sentence of some length."""
        ends = self.is_final or self.text.endswith((":", "："))
        return (ends and len(self.words) >= 12) or self.is_long

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet, dash or number."""
        return _BULLET.match(self.text) is not None


def find_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that hold anything, in order."""
    spans = _spans(text)
    joined = _joins(text, spans)
    lines: list[Line] = []
    last_end = -1
    group: list[tuple[int, int]] = []
    for number, span in enumerate(spans):
        group.append(span)
        if number in joined:
            continue
        start, end = group[0][0], group[-1][1]
        gap = last_end < 0 or len(BREAK.findall(text, last_end, start)) > 1
        breaks = (BREAK.finditer(text, one[1], two[0]) for one, two in pairwise(group))
        soft = tuple(place for found in breaks for match in found for place in range(match.start(), match.end()))
        plain = _BLANK.sub(" ", text[start:end]).strip()
        lines.append(Line(start, end, plain, tuple(word for _, _, word in words_of(plain)), gap, soft))
        last_end = end
        group = []
    return tuple(lines)


def _spans(text: str) -> list[tuple[int, int]]:
    """Trimmed (start, end) of every line that is not blank."""
    spans = []
    start = 0
    for match in [*BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(stripped)))
        start = match.end() if match else end
    return spans


def _joins(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Numbers of lines that go on in the next: in a wrapped file, those into which the next word hardly fitted.

    A file counts as wrapped when many such lines go on in lower case.
    """
    widths = [end - start for start, end in spans]
    width = max(widths, default=0)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return set()
    found = set()
    lower = 0
    for number in range(len(spans) - 1):
        (_, end), (start, stop) = spans[number], spans[number + 1]
        direct = len(BREAK.findall(text, end, start)) == 1
        first = text[start:stop].split(None, 1)[0]
        if direct and widths[number] + 1 + len(first) > width - _SLACK and not _BULLET.match(text, start, stop):
            found.add(number)
            lower += first[:1].islower()
    return found if len(found) >= _MIN_JOINS and lower >= _LOWER_SHARE * len(found) else set()
