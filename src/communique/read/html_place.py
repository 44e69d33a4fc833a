"""Where the words of an extracted text stand in the bytes of its page.

No extractor says it, so the words are looked up again: the words of the page with their offsets, in order; each line of the
text at the first place, after the line before, where three of its words follow one another; then word by word.
"""

import html
import re
from bisect import bisect_left
from dataclasses import dataclass

from communique.model import RawPlace, Span

_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(?:script|style|noscript|template)\b.*?(?:</(?:script|style|noscript|template)\s*>|\Z)|<[/!?a-zA-Z][^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_RAW_WORD = re.compile(r"(?:\w|&#?\w{1,31};)+")
_WORD = re.compile(r"\w+")
_RUN = 3
_LOOK_AHEAD = 12
_TRIES, _CANDIDATES, _PROOF, _SHORT_REACH = 200, 6, 10, 600


@dataclass(frozen=True, slots=True)
class _Page:
    """Visible words, the byte at which each begins, and the places of every run of three of them."""

    raw: bytes
    words: list[str]
    offsets: list[int]
    runs: dict[tuple[str, ...], list[int]]


def find_html_places(text: str, raw: bytes, encoding: str) -> tuple[RawPlace, ...]:
    """Places of `text` in `raw`, monotone: one at least for each line, one more wherever tags or entities shift the offset.

    Args:
        text: lines as extracted.
        raw: the page, in an encoding that contains ASCII.
        encoding: of the page.
    """
    words, offsets = _page_words(raw, encoding)
    page = _Page(raw, words, offsets, _runs(words))
    places: list[RawPlace] = []
    at = 0
    offset = 0
    start = 0
    for line in text.split("\n"):
        end = min(start + len(line) + 1, len(text))
        if start < end:
            at, found = _line_places(line, start, page, at, encoding)
            for place_start, place_offset in found or [(start, offset)]:
                offset = max(offset, place_offset)
                places.append(RawPlace(Span(place_start, end), offset))
        start = end
    return tuple(places)


def _page_words(raw: bytes, encoding: str) -> tuple[list[str], list[int]]:
    """Visible words of the page, folded, and the byte at which each begins."""
    words: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in [*_TAG.finditer(raw), None]:
        stop = match.start() if match else len(raw)
        if position < stop:
            _node_words(raw[position:stop], position, encoding, words, offsets)
        position = match.end() if match else stop
    return words, offsets


def _node_words(node: bytes, offset: int, encoding: str, words: list[str], offsets: list[int]) -> None:
    text = node.decode(encoding, errors="replace")
    simple = text.isascii()
    done = size = 0
    for match in _RAW_WORD.finditer(text):
        size += match.start() - done if simple else len(text[done : match.start()].encode(encoding, errors="replace"))
        done = match.start()
        piece = html.unescape(match[0]) if "&" in match[0] else match[0]
        for word in _WORD.findall(piece):
            words.append(word.casefold())
            offsets.append(offset + size)


def _runs(words: list[str]) -> dict[tuple[str, ...], list[int]]:
    index: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(words)):
        index.setdefault(tuple(words[number : number + _RUN]), []).append(number)
    return index


def _line_places(line: str, start: int, page: _Page, at: int, encoding: str) -> tuple[int, list[tuple[int, int]]]:
    """Word of the page after the line, and (text offset, byte offset) from which the two run alike; () if not found."""
    own = [(match.start(), match[0].casefold()) for match in _WORD.finditer(line)]
    entry = _entry([word for _, word in own], page, at)
    if entry is None:
        return at, []
    number, here = entry
    found: list[tuple[int, int]] = []
    last = (0, -1)
    for position, word in own[number:]:
        match = next(
            (near for near in range(here, min(here + _LOOK_AHEAD, len(page.words))) if page.words[near] == word), None
        )
        if match is None:
            continue
        here = match + 1
        run = len(line[last[0] : position].encode(encoding, errors="replace"))
        if not found or page.offsets[match] - last[1] != run:
            found.append((start + position, page.offsets[match]))
        last = (position, page.offsets[match])
    return here, _from_start(line, start, found, page, encoding)


def _from_start(line: str, start: int, found: list[tuple[int, int]], page: _Page, encoding: str) -> list[tuple[int, int]]:
    """The places of a line with its first characters, which may be marks that are no word."""
    position, offset = found[0]
    lead = line[: position - start].encode(encoding, errors="replace")
    if not lead:
        return found
    if page.raw[max(offset - len(lead), 0) : offset] == lead:
        return [(start, offset - len(lead)), *found[1:]]
    return [(start, offset), *found]


def _entry(own: list[str], page: _Page, at: int) -> tuple[int, int] | None:
    """(word of the line, word of the page) at which they first agree, not before `at`."""
    if not own:
        return None
    if len(own) < _RUN:
        stop = min(at + _SHORT_REACH, len(page.words) - len(own) + 1)
        return next(((0, near) for near in range(at, stop) if page.words[near : near + len(own)] == own), None)
    for number in range(min(len(own) - _RUN + 1, _TRIES)):
        found = page.runs.get(tuple(own[number : number + _RUN]), [])
        first = bisect_left(found, at)
        for near in found[first : first + _CANDIDATES]:
            if _agreement(own[number : number + _PROOF], page.words, near) >= 0.6:
                return number, near
    return None


def _agreement(own: list[str], words: list[str], near: int) -> float:
    """Share of `own` that stands on the page from `near` on."""
    return len(set(own) & set(words[near : near + len(own) + 4])) / len(set(own))
