"""compare/said_day.py: the days that a sentence names."""

import pytest

from communique.compare.said_day import days_named, looks_ahead
from communique.model import Span

WRITTEN = "2031-06-18"  # a Wednesday


def named(text, written=WRITTEN):
    return [(day, text[span.start : span.end]) for day, span in days_named(text, Span(0, len(text)), written)]


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("They crossed at Nemora on Feb. 19.", (2, 19), "Feb. 19"),
        ("They crossed at Nemora on 19 February.", (2, 19), "19 February"),
        ("They crossed at Nemora on Tuesday.", (6, 17), "Tuesday"),
        ("They crossed at Nemora on Wednesday.", (6, 18), "Wednesday"),
        ("They crossed at Nemora last Wednesday.", (6, 11), "last Wednesday"),
        ("They will cross at Nemora on Tuesday.", (6, 24), "Tuesday"),
        ("They have until Friday to cross.", (6, 20), "Friday"),
        ("They had been expected to cross on Monday.", (6, 16), "Monday"),
        ("They crossed at Nemora on the 8th, by night.", (6, 8), "on the 8th"),
        ("They crossed on the thirtieth.", (5, 30), "on the thirtieth"),
        ("They will cross on the tenth and stay.", (7, 10), "on the tenth"),
        ("They crossed yesterday.", (6, 17), "yesterday"),
    ],
)
def test_a_day(text, day, words):
    assert named(text) == [(day, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Mondays are quiet in Nemora.",
        "He came on the second attempt.",
        "The guns spoke 31 times in March 2031.",
        "It was the tenth round.",
    ],
)
def test_no_day(text):
    assert named(text) == []


def test_without_a_day_of_writing_only_months_tell():
    assert named("They crossed on Tuesday, on the 8th and on 9 May.", "") == [((5, 9), "9 May")]


def test_a_weekday_beside_its_date_is_told_once():
    assert named("They cross on Monday, 23 June.") == [((6, 23), "23 June")]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("It opens on Friday", True),
        ("It must stop by Friday", True),
        ("It opened on Friday", False),
        ("It stopped Friday", False),
    ],
)
def test_words_that_look_ahead(text, ahead):
    assert looks_ahead(text, Span(0, len(text)), text.index("Friday")) is ahead
