"""What was found becomes `TimeExpression`s with evidence."""

from dataclasses import replace

from communique.annotate.time.moment import Found
from communique.annotate.time.token import Tokens
from communique.model import DateValue, Duration, Evidence, Span, TimeExpression, TimeKind

OPEN = ".."


def expression(tokens: Tokens, found: Found, document: str, original: str) -> TimeExpression:
    """The expression with its words.

    Args:
        tokens: of the clean text.
        found: one reading.
        document: id for the evidence.
        original: text of the document, as long as the clean text.
    """
    span = Span(tokens.starts[found.first], tokens.ends[found.last - 1])
    evidence = (Evidence(document, span, original[span.start : span.end]),)
    duration = None
    if found.minutes is not None:
        duration = Duration(*found.minutes, evidence)
    date = None
    if (found.kind in (TimeKind.DATE, TimeKind.TIME) and not found.timex.endswith("_REF")) or found.start is not None:
        value = DateValue(
            found.start, found.end, found.precision if found.start else None, found.window, found.basis, evidence
        )
        date = _opened(tokens, found, value)
    return TimeExpression(span, found.kind, found.timex, date, duration)


def _opened(tokens: Tokens, found: Found, value: DateValue) -> DateValue:
    """ "since 2021" has no end, "until Friday" and "by Friday" no start, unless an event follows."""
    lead = tokens.words[found.first - 1] if found.first else ""
    if value.start is None or tokens.classes[found.last : found.last + 1] == "'":
        return value
    if lead == "since":
        return replace(value, end=OPEN, window=False)
    if lead in ("until", "till", "by"):
        return replace(value, start=OPEN, end=value.end or value.start, window=lead == "by")
    return value
