"""Properties of the time reader on any text: exact spans, order, no crash, linear cost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.annotate.time import find_times_in_text
from communique.lexicon.calendar import bounds
from communique.model import DateValue

PIECES = (
    "May",
    "March",
    "Feb.",
    "Monday",
    "17",
    "-",
    "–",
    "18",
    "2031",
    "31",
    "99",
    "a",
    "the",
    "of",
    "and",
    "to",
    "from",
    "between",
    "last",
    "next",
    "this",
    "days",
    "weeks",
    "year",
    "century",
    "millennium",
    "later",
    "ago",
    "half",
    "hundred",
    "trillion",
    "million",
    "9,999,999",
    "one",
    "two",
    "first",
    "30th",
    "BC",
    "B.C.",
    "Christmas",
    "Easter",
    "Good Friday",
    "New Year's Eve",
    "today",
    "yesterday",
    "morning",
    "at",
    "3:30 p.m.",
    "EST",
    "0001-01-01",
    "9999-12-31",
    "31/02/2031",
    "1990s",
    "'50s",
    "spring",
    "Q2",
    '"',
    "“",
    "”",
    "(",
    ")",
    ".",
    ",",
    "\n",
    "will",
    "said",
    "since",
    "until",
    "by",
    "\u00a0",
    "🕊",
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
DAYS = st.sampled_from([None, "2031-05-07", "0001-01-01", "9999-12-31", "2031-05", "2031", "2032-02-29"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_spans_are_exact_and_values_are_dates(text: str, day: str | None) -> None:
    reference = None if day is None else DateValue(day, None, "day")
    for ranges in (True, False):
        found = find_times_in_text(text, reference, ranges=ranges)
        assert [t.span.start for t in found] == sorted(t.span.start for t in found)
        assert all(one.span.end <= two.span.start for one, two in pairwise(found))
        for expression in found:
            words = text[expression.span.start : expression.span.end]
            assert words and words == words.strip() and "\n" not in words
            if expression.date is not None:
                assert expression.date.evidence[0].quote == words
                ends = [value for value in (expression.date.start, expression.date.end) if value not in (None, "..")]
                assert all(bounds(value) is not None or value.startswith(("-", "0000")) for value in ends if value)


@pytest.mark.parametrize(
    "unit",
    [
        "one ",
        "May ",
        "17-",
        "a ",
        "the last ",
        "today ",
        '"today ',
        "hundred ",
        "2031 ",
        "1",
        "'",
        "more than ",
        "the end of ",
        "“",
        "May 3 2030 may 5 ",
        "In May 1640 x. ",
        "New Year's ",
        "x ",
        "1,111",
        "3 March (",
    ],
)
def test_cost_grows_with_the_length(unit: str) -> None:
    reference = DateValue("2031-05-07", None, "day")

    def cost(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        best = 1e9
        for _ in range(3):
            begun = time.process_time()
            find_times_in_text(text, reference)
            best = min(best, time.process_time() - begun)
        return best

    small, large = cost(8_000), cost(64_000)
    assert large < 8 * small * 3 + 0.05
