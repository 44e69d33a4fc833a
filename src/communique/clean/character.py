"""Characters made uniform, one for one, so that no offset moves."""

import re

from communique.clean.line import Line

_OPEN, _CLOSE = "“", "”"
_ALWAYS_OPEN = "„‟«「『《〝"
_ALWAYS_CLOSE = "»」』》〞〟"
_MARK = re.compile("[“”„‟«»「」『』《》〝〞〟″＂]")
_APOSTROPHES = {ord(mark): "'" for mark in "‘’‚‛′ʼʻ`´＇"}
_WORD_INNER = frozenset("\u00ad\u200c\u200d\u2060")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_BLANKS = dict.fromkeys((9, 13, 160, 5760, 6158, *range(8192, 8203), 8239, 8287, 12288), " ")
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_TABLE = _BLANKS | _BREAKS | _APOSTROPHES
_BEFORE_OPENING = frozenset("([{—–-‘'/|:")
_AFTER_CLOSING = frozenset(")]},.;:?!—–-…'’|/")


def uniform(text: str) -> str:
    """`text` with the same length: blanks " ", line ends one "\\n" each, double quotation marks “ ” or straight, single ones "'".

    Curly marks that stand the wrong way round are turned where blanks or the marks before them tell; guillemets and low
    marks become “ and ”. Straight marks stay. Signs without width become blanks, unless they stand inside a word.
    """
    plain = re.sub(r"\r(?!\n)", "\n", text) if "\r" in text else text
    plain = plain.translate(_TABLE)
    plain = _INVISIBLE.sub(lambda match: _invisible(match, plain), plain)
    return "\n".join(_turned(line) if _MARK.search(line) else line for line in plain.split("\n"))


def _invisible(match: re.Match[str], text: str) -> str:
    mark = match[0]
    inside = mark in _WORD_INNER and 0 < match.start() < len(text) - 1
    return mark if inside and text[match.start() - 1].isalpha() and text[match.end()].isalpha() else " "


def _turned(line: str) -> str:
    """Double marks of one line in the right direction."""
    marks = list(line)
    depth = 0
    for match in _MARK.finditer(line):
        place = match.start()
        if match[0] in "″＂":
            marks[place] = '"'
            continue
        opens = _opens(line, place, depth)
        depth = depth + 1 if opens else max(depth - 1, 0)
        marks[place] = _OPEN if opens else _CLOSE
    return "".join(marks)


def _opens(line: str, place: int, depth: int) -> bool:
    """Whether the mark at `place` opens: by what touches it, else by whether a quotation is open, else by its own form."""
    before = line[place - 1] if place else " "
    after = line[place + 1] if place + 1 < len(line) else " "
    free_before = before.isspace() or before in _BEFORE_OPENING or before in _ALWAYS_OPEN + _OPEN
    free_after = after.isspace() or after in _AFTER_CLOSING or after in _ALWAYS_CLOSE + _CLOSE
    if free_before != free_after:
        return free_before
    mark = line[place]
    if mark in _ALWAYS_OPEN or mark in _ALWAYS_CLOSE:
        return mark in _ALWAYS_OPEN
    if depth:
        return mark == _OPEN and not (before.isspace() and after.isspace())
    return mark == _OPEN or before.isspace()


def blanked(text: str, start: int, end: int) -> str:
    """The characters [start, end) as blanks, line breaks kept."""
    return "".join("\n" if mark == "\n" else " " for mark in text[start:end])


def joined(text: str, lines: tuple[Line, ...]) -> str:
    """`text` with a blank for every line break that only wraps a paragraph."""
    soft = [place for line in lines for place in line.soft]
    if not soft:
        return text
    marks = list(text)
    for place in soft:
        marks[place] = " "
    return "".join(marks)
