"""Content of an attribution: trimmed of outer marks, its quoted parts, and its form."""

from bisect import bisect_right
from dataclasses import dataclass

from communique.extract.quotations.marks import DOUBLE, SINGLE, Quoted
from communique.model import Analysis, Form, Span, trimmed

LONGEST_DATE = 3
MARKS = frozenset(DOUBLE + SINGLE)


@dataclass(frozen=True, slots=True)
class Content:
    """What is reported: its spans without outer marks, the parts between marks, and the form that follows."""

    spans: tuple[Span, ...]
    quoted: tuple[Span, ...]
    form: Form


class Stretches:
    """The quoted stretches of a text, to be looked up by place.

    Args:
        voice: offsets of "I" and "we" outside them that stand for a known person or body: the one who gives the text.
    """

    def __init__(self, quoted: tuple[Quoted, ...], voice: frozenset[int] = frozenset()) -> None:
        self.quoted, self.voice = quoted, voice
        self.starts = [own.outer.start for own in quoted]

    def around(self, span: Span) -> Quoted | None:
        """The stretch that holds `span` wholly, marks left out."""
        at = bisect_right(self.starts, span.start) - 1
        own = self.quoted[at] if at >= 0 else None
        return own if own is not None and own.span.contains(span) else None

    def meeting(self, span: Span) -> tuple[Quoted, ...]:
        """The stretches that share a character with `span`."""
        at = max(0, bisect_right(self.starts, span.start) - 1)
        found = []
        while at < len(self.quoted) and self.quoted[at].outer.start < span.end:
            if self.quoted[at].outer.overlaps(span):
                found.append(self.quoted[at])
            at += 1
        return tuple(found)


def read_content(analysis: Analysis, spans: tuple[Span, ...], cue: tuple[Span, ...], stretches: Stretches) -> Content | None:
    """The content of an attribution; None if nothing is left of it.

    Words that a quoted speaker reports (content and cue in one quoted stretch) are indirect: the marks are the outer
    speaker's.
    """
    if _is_inside(spans, cue, stretches):
        return Content(spans, (), Form.INDIRECT)
    text = analysis.document.text
    kept: list[Span] = []
    quoted: list[Span] = []
    for span in spans:
        own = _trim(text, _without_time(analysis, span, stretches), stretches)
        if own is None:
            continue
        kept.append(own)
        for stretch in stretches.meeting(own):
            part = trimmed(text, max(own.start, stretch.span.start), min(own.end, stretch.span.end))
            if part is not None:
                quoted.append(part)
    kept = _without_deeds(analysis, kept, cue, quoted)
    if not kept:
        return None
    return Content(tuple(kept), tuple(quoted), _form(analysis, kept, quoted))


def _without_deeds(analysis: Analysis, spans: list[Span], cue: tuple[Span, ...], quoted: list[Span]) -> list[Span]:
    """Without unquoted sentences of their own after a quotation and its cue: "..., she said. Then she did just that."."""
    if not quoted or not cue or not all(any(own.overlaps(part) for part in quoted) for own in spans[:1]):
        return spans
    told = {_sentence_of(analysis, own) for own in (*cue, *quoted)}
    return [own for own in spans if any(own.overlaps(part) for part in quoted) or _sentence_of(analysis, own) in told]


def _sentence_of(analysis: Analysis, span: Span) -> int | None:
    tokens = analysis.tokens_in(span)
    return analysis.sentence_of[tokens[0]] if tokens else None


def _without_time(analysis: Analysis, span: Span, stretches: Stretches) -> Span:
    """`span` cut at the end of its last quotation where nothing but a date follows: that is when it was said."""
    last = max((stretch.outer.end for stretch in stretches.meeting(span)), default=span.end)
    if last >= span.end or last <= span.start:
        return span
    rest = [token for token in analysis.tokens_in(Span(last, span.end)) if analysis.pos[token] != "PUNCT"]
    if not rest or len(rest) > LONGEST_DATE:
        return span
    first = bisect_right(analysis.entities, rest[0], key=lambda own: own.first) - 1
    own = analysis.entities[first] if first >= 0 else None
    dated = own is not None and own.label in {"DATE", "TIME"} and own.last > rest[-1]
    return Span(span.start, last) if dated else span


def _is_inside(spans: tuple[Span, ...], cue: tuple[Span, ...], stretches: Stretches) -> bool:
    if not cue:
        return False
    outer = stretches.around(cue[0])
    return outer is not None and all(outer.span.contains(span) for span in spans)


def _trim(text: str, span: Span, stretches: Stretches) -> Span | None:
    """`span` without the marks of a stretch that fills it, and without a lone mark at either end."""
    start, end = span.start, span.end
    for stretch in stretches.meeting(span):
        outside = text[start : max(start, stretch.outer.start)] + text[min(end, stretch.outer.end) : end]
        if not any(char.isalnum() for char in outside):
            return trimmed(text, max(start, stretch.span.start), min(end, stretch.span.end))
    while start < end and (text[start] in ",;" or text[start].isspace()):
        start += 1
    own = trimmed(text, start, end)
    if own is None:
        return None
    inner = text[own.start : own.end]
    if inner.startswith("> "):  # the mark of a block quotation
        own = trimmed(text, own.start + 2, own.end)
        if own is None:
            return None
        inner = text[own.start : own.end]
    if inner[0] in MARKS and not stretches.meeting(Span(own.start, own.start + 1)):
        own = trimmed(text, own.start + 1, own.end)
    if (
        own is not None
        and len(own) > 1
        and text[own.end - 1] in DOUBLE
        and not stretches.meeting(Span(own.end - 1, own.end))
    ):
        own = trimmed(text, own.start, own.end - 1)
    return own


def _form(analysis: Analysis, spans: list[Span], quoted: list[Span]) -> Form:
    if not quoted:
        return Form.INDIRECT
    words = [t for span in spans for t in analysis.tokens_in(span) if analysis.pos[t] not in {"PUNCT", "SYM", "SPACE"}]
    parts = sorted(quoted)
    for token in words:
        at = bisect_right(parts, analysis.starts[token], key=lambda part: part.start) - 1
        if at < 0 or analysis.ends[token] > parts[at].end:
            return Form.MIXED
    return Form.DIRECT
