"""Stretches between quotation marks: every style, marks that face the wrong way, marks that are never closed.

Only shape decides here; whether a stretch is a statement is decided by who is said to have said it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from communique.model import CleanText, Span, trimmed

DOUBLE = '"“”„‟«»＂″'
SINGLE = "'‘’‚‛‹›"
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_WHO = r"(?:he|she|they|(?:[Tt]he )?(?:\w+ ){0,3}[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3}|the (?:\w+ ){0,2}\w+)"
_SAYS = (
    r"(?:said|says|told|tells|added|adds|warned|wrote|writes|asked|replied|answered|tweeted|declared|stressed|noted|explained"
    r"|insisted|argued|concluded|continued)"
)
SAID = re.compile(rf"([,?!]) (?:{_WHO} {_SAYS}|{_SAYS} {_WHO})\b")  # ", Brandt said": the words before are over
OPENS_AFTER = frozenset(" \t\xa0([{—–-:;,/…\u2009\u202f\ufeff") | frozenset(DOUBLE)
CLOSES_BEFORE = frozenset(" \t\xa0)]}—–-:;,./!?…\u2009\u202f") | frozenset(DOUBLE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks.

    Attributes:
        span: the words, without marks and outer blanks.
        outer: with the marks.
        closed: False where the closing mark is missing.
        line: number of the line it stands in, from 0, blank lines not counted.
    """

    span: Span
    outer: Span
    closed: bool
    line: int


def find_quoted(clean: CleanText) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of an article, in text order; boilerplate is passed over.

    Double marks count first; single marks count where they stand outside double ones and look like quotation marks.
    A mark that opens while a quotation is open begins a new one only after a line break: quotation marks face the
    wrong way too often to trust their direction. A quotation that is still open at the end of its line runs to the
    line's end if the line begins with it or a colon introduces it or the next line begins with a mark, else to the
    end of its sentence.
    """
    text = "".join(raw if not own.isspace() else own for raw, own in zip(clean.document.text, clean.text, strict=True))
    lines = [match.span() for match in LINE.finditer(text) if match.group().strip()]
    found: list[Quoted] = []
    for number, (start, end) in enumerate(lines):
        follows = number + 1 < len(lines) and text[lines[number + 1][0] : lines[number + 1][1]].lstrip()[:1] in DOUBLE
        doubles = _doubles(text, start, end, number, follows)
        found.extend(doubles)
        found.extend(_singles(text, start, end, number, doubles))
    return _outermost(found)


def _outermost(found: list[Quoted]) -> tuple[Quoted, ...]:
    """Without stretches that begin inside another one."""
    kept: list[Quoted] = []
    for own in sorted(found, key=lambda quoted: (quoted.outer.start, -quoted.outer.end)):
        if not kept or own.outer.start >= kept[-1].outer.end:
            kept.append(own)
    return tuple(kept)


def _doubles(text: str, start: int, end: int, line: int, follows: bool) -> list[Quoted]:
    found: list[Quoted] = []
    opened: int | None = None
    for at in range(start, end):
        if text[at] not in DOUBLE or _is_inch(text, at, opened):
            continue
        if opened is None:
            if _may_open(text, at, start, end):
                opened = at
        elif _may_close(text, at, opened, end):
            _add(found, text, opened, at, line, closed=True)
            opened = None
    if opened is not None:
        whole = follows or not text[start:opened].strip() or text[start:opened].rstrip().endswith(":")
        stop = end if whole else _sentence_end(text, opened, end)
        cut = None if follows else SAID.search(text, opened + 1, stop)
        _add(found, text, opened, stop if cut is None else cut.end(1), line, closed=False)
    return found


def _is_inch(text: str, at: int, opened: int | None) -> bool:
    """A straight mark after a digit outside a quotation: 6'2"."""
    return opened is None and text[at] in '"″' and at > 0 and text[at - 1].isdigit()


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    return at + 1 < end and (at == start or text[at - 1] in OPENS_AFTER or not text[at + 1].isspace())


def _may_close(text: str, at: int, opened: int, end: int) -> bool:
    """Whether the mark can close: not one that plainly opens a quotation inside the open one."""
    inner_opening = (
        text[at] in "“„«" and text[at - 1].isspace() and at + 1 < end and text[at + 1].isalnum() and at > opened + 1
    )
    return not inner_opening or not _closed_twice(text, at, end)


def _closed_twice(text: str, at: int, end: int) -> bool:
    """Whether two closing marks follow close by, as after a quotation in a quotation with the same marks."""
    first = next((i for i in range(at + 1, min(end, at + 400)) if text[i] in "”»"), None)
    if first is None:
        return False
    second = next((i for i in range(first + 1, min(end, first + 400)) if text[i] in DOUBLE), None)
    return second is not None and text[second] in "”»"


def _sentence_end(text: str, opened: int, end: int) -> int:
    match = SENTENCE_END.search(text, opened + 1, end)
    return match.end() if match else end


def _add(found: list[Quoted], text: str, opened: int, close: int, line: int, *, closed: bool) -> None:
    span = trimmed(text, opened + 1, close)
    if span is not None:
        found.append(Quoted(span, Span(opened, close + 1 if closed else close), closed, line))


def _singles(text: str, start: int, end: int, line: int, doubles: list[Quoted]) -> list[Quoted]:
    """Quotations in single marks outside double ones; an apostrophe is none."""
    if not any(mark in text[start:end] for mark in SINGLE):
        return []
    outer_starts = [quoted.outer.start for quoted in doubles]

    def free(at: int) -> bool:
        before = bisect_right(outer_starts, at) - 1
        return before < 0 or at >= doubles[before].outer.end

    marks = [at for at in range(start, end) if text[at] in SINGLE and free(at)]
    closers = [at for at in marks if _closes_single(text, at, start, end)]
    sure = [at for at in closers if text[at - 1] in ",.?!…"]
    likely = [at for at in closers if text[at - 1] != "s" or at + 1 >= end or not text[at + 1].isspace()]
    found: list[Quoted] = []
    last = start
    for at in marks:
        if at < last or not _opens_single(text, at, start, end):
            continue
        close = min((c for c in (_after(sure, at), _after(likely, at)) if c is not None), default=_after(closers, at))
        if close is not None and close - at > 2:
            _add(found, text, at, close, line, closed=True)
            last = close + 1
    return found


def _after(places: list[int], at: int) -> int | None:
    number = bisect_right(places, at)
    return places[number] if number < len(places) else None


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    return (at == start or text[at - 1] in OPENS_AFTER) and at + 1 < end and text[at + 1].isalpha() and text[at] != "’"


def _closes_single(text: str, at: int, start: int, end: int) -> bool:
    if at == start or text[at] in "‘‚‛" or text[at - 1].isspace():
        return False
    return at + 1 == end or text[at + 1] in CLOSES_BEFORE
