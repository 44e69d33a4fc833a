"""The dates that stand in a clause."""

from bisect import bisect_left

from communique.extract.claims.clause import SUBJECT
from communique.model import Analysis, DateValue, Span, TimeExpression, TimeKind

DUE = frozenset({"by", "until", "till", "before", "within"})


def times_in(analysis: Analysis, span: Span) -> tuple[TimeExpression, ...]:
    """Dates and times of day that lie in `span`, in text order."""
    low = bisect_left(analysis.times, span.start, key=lambda time: time.span.start)
    found = []
    for time in analysis.times[low:]:
        if time.span.start >= span.end:
            break
        if time.span.end <= span.end and time.kind in (TimeKind.DATE, TimeKind.TIME):
            found.append(time)
    return tuple(found)


def date_of(analysis: Analysis, time: TimeExpression) -> DateValue:
    """The calendar value of a time expression, with its words."""
    evidence = (analysis.evidence(time.span),)
    if time.date is None:
        return DateValue(None, evidence=evidence)
    return (
        time.date
        if time.date.evidence
        else DateValue(time.date.start, time.date.end, time.date.precision, time.date.window, time.date.basis, evidence)
    )


def is_due(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether "by", "until" or "within" stands before it."""
    tokens = analysis.tokens_in(time.span)
    first = tokens.start
    near = analysis.lemmas[max(0, first - 2) : first + 1]
    return any(lemma in DUE for lemma in near)


def day_taken(analysis: Analysis, head: int, content: Span) -> DateValue | None:
    """When a stance was taken: the first dated expression of its sentence outside the content, unless it is a deadline."""
    sentence = analysis.sentence_span(analysis.sentence_of[head])
    for time in times_in(analysis, sentence):
        dated = time.date is not None and time.date.start is not None
        if not dated or content.overlaps(time.span) or is_due(analysis, time) or told_elsewhere(analysis, head, time):
            continue
        if time.date is not None and time.date.precision == "year" and not _says_when(analysis, head, time):
            continue  # "the line of 1988" dates the line
        return date_of(analysis, time)
    return None


def told_elsewhere(analysis: Analysis, head: int, time: TimeExpression) -> bool:
    """Whether a day belongs to another act, joined to that of `head` with a subject of its own: "X agreed to it, but when Y
    came in March, Z objected"."""
    apart = False
    for above in analysis.ancestors(analysis.tokens_in(time.span).start):
        if above == head:
            return apart
        joined = analysis.deps[above] in ("conj", "parataxis", "relcl")
        apart = apart or (joined and any(analysis.deps[own] in SUBJECT for own in analysis.children(above)))
    return False


def _says_when(analysis: Analysis, head: int, time: TimeExpression) -> bool:
    """Whether a year is that of the act: it hangs on the verb by a preposition ("in 1988 it rejected")."""
    tokens = analysis.tokens_in(time.span)
    return any(
        analysis.deps[analysis.heads[token]] == "prep" and analysis.heads[analysis.heads[token]] == head for token in tokens
    )
