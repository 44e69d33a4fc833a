"""Time expressions of English text, normalised against the day of writing (TIMEX3 values, EDTF intervals)."""

from communique.annotate.time.context import Context, is_narrative, reference_moment
from communique.annotate.time.expression import expression
from communique.annotate.time.moment import Found, Moment
from communique.annotate.time.print_day import before_print, dated_by_print
from communique.annotate.time.range import join_ranges
from communique.annotate.time.reader import read_all
from communique.annotate.time.speech import move_into_speech
from communique.annotate.time.stamp import find_stamps
from communique.annotate.time.tense import Direction, by_syntax, by_words
from communique.annotate.time.token import Tokens, tokenise
from communique.model import Analysis, DateValue, TimeExpression

__all__ = ["find_times", "find_times_in_text"]


def find_times(analysis: Analysis) -> tuple[TimeExpression, ...]:
    """The time expressions of an article.

    Args:
        analysis: with tokens and syntax; the tense of the governing verb says whether "Tuesday" is past or to come.
            The day of writing is `analysis.document.published`.

    Returns:
        In text order, none overlapping, spans into the text. A weekday without a day of writing has `date.start` None.
    """
    document = analysis.document
    tokens = tokenise(analysis.text)
    direction = by_syntax(analysis, tokens) if analysis.starts else by_words(tokens)
    stamp = next(find_stamps(tokens), None) if document.published is None else None
    moment = reference_moment(document.published) if stamp is None else stamp[2]
    found = _read(tokens, moment, direction, ranges=True)
    times = tuple(expression(tokens, row, document.id, document.text) for row in found)
    return tuple(before_print(time) for time in times) if dated_by_print(analysis.clean) else times


def find_times_in_text(text: str, reference: DateValue | None = None, *, ranges: bool = True) -> tuple[TimeExpression, ...]:
    """The time expressions of bare text; tense is read from the words around.

    Args:
        text: any text.
        reference: when it was written; None if not known. A line near the top that is nothing but a full date
            ("Posted: May 2, 2031, 5:03 pm") goes before it: it is the local day, and it is in the text.
        ranges: True gives "17-18 February" as one expression, False as two, as TIMEX3 has it.

    Returns:
        In text order; the evidence names the document "".
    """
    tokens = tokenise(text)
    stamp = next(find_stamps(tokens, reference_moment(reference)), None)
    moment = reference_moment(reference) if stamp is None else stamp[2]
    found = _read(tokens, moment, by_words(tokens), ranges=ranges)
    return tuple(expression(tokens, row, "", text) for row in found)


def _read(tokens: Tokens, moment: Moment | None, direction: Direction, *, ranges: bool) -> list[Found]:
    found = read_all(Context(tokens, moment, is_narrative(tokens, moment), direction))
    found = move_into_speech(tokens, found)
    return join_ranges(tokens, found) if ranges else found
