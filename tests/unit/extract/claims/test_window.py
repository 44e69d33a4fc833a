"""extract/claims/window.py: by when, from the words and the day of the article."""

import pytest

from communique.extract.claims.window import due_of, window_of
from communique.model import (
    Analysis,
    CleanText,
    DateValue,
    Document,
    Duration,
    Span,
    TimeExpression,
    TimeKind,
)

TODAY = DateValue("2031-05-14", None, "day")


def analysis(text: str, words: str, date=None, minutes=None, kind=None, published=TODAY) -> Analysis:
    """One sentence, blanks between the tokens, with one time expression."""
    starts, ends, at = [], [], 0
    for word in text.split(" "):
        starts.append(at)
        ends.append(at + len(word))
        at += len(word) + 1
    first = text.index(words)
    span = Span(first, first + len(words))
    length = None if minutes is None else Duration(None, minutes, ())
    kind = kind or (TimeKind.DATE if minutes is None else TimeKind.DURATION)
    document = Document("d1", "a.txt", "0" * 64, text, published=published)
    count = len(starts)
    return Analysis(
        clean=CleanText(document, text, ()),
        starts=tuple(starts),
        ends=tuple(ends),
        lemmas=tuple(word.lower() for word in text.split(" ")),
        pos=("X",) * count,
        tags=("NN",) * count,
        deps=("dep",) * count,
        heads=(0,) * count,
        sentence_of=(0,) * count,
        sentences=((0, count),),
        times=(TimeExpression(span, kind, "", date, length),),
    )


def read(text, words, date=None, minutes=None, **more):
    own = analysis(text, words, date, minutes, **more)
    found = window_of(own, Span(0, len(text)))
    return None if found is None else (found.start, found.end, found.evidence[0].quote)


@pytest.mark.parametrize(
    ("text", "words", "date", "window"),
    [
        ("It opens by 30 June", "30 June", DateValue("..", "2031-06-30", "day", True), ("2031-05-14", "2031-06-30")),
        ("It opens before July", "July", DateValue("2031-07", None, "month"), ("2031-05-14", "2031-06-30")),
        ("It opens before Easter", "Easter", DateValue("2031-06-01", None, "day"), ("2031-05-14", "2031-06-01")),
        (
            "It opens before the end of June",
            "the end of June",
            DateValue("2031-06-21", "2031-06-30", "month", True),
            ("2031-05-14", "2031-06-30"),
        ),
        ("It does not open until 1 June", "1 June", DateValue("..", "2031-06-01", "day", True), ("2031-06-01", None)),
        ("There is no summit before July", "July", DateValue("2031-07", None, "month"), ("2031-07", "..")),
        ("It opens next week", "next week", DateValue("2031-05-19", "2031-05-25", "day"), ("2031-05-19", "2031-05-25")),
        ("It opens on 2 June", "2 June", DateValue(None), (None, None)),
        ("A march is called for Sunday", "Sunday", DateValue("2031-05-11", None, "day"), ("2031-05-18", None)),
        ("It opens in March", "March", DateValue("2031-03", None, "month"), ("2032-03", None)),
        ("It opens on 3 March", "3 March", DateValue("2031-03-03", None, "day"), ("2032-03-03", None)),
        ("It opens in March 2031", "March 2031", DateValue("2031-03", None, "month"), ("2031-03", None)),
        ("It opens in June", "June", DateValue("2031-06", None, "month"), ("2031-06", None)),
    ],
)
def test_dates(text, words, date, window):
    assert read(text, words, date) == (*window, words)


@pytest.mark.parametrize(
    ("text", "words", "minutes", "end"),
    [
        ("It opens within two weeks", "within two weeks", 20_160, "2031-05-28"),
        ("It opens within 36 hours", "36 hours", 2_160, "2031-05-16"),
        ("It opens in the coming days", "the coming days", None, "2031-05-28"),
    ],
)
def test_lengths_from_the_day_of_the_article(text, words, minutes, end):
    assert read(text, words, None, minutes, kind=TimeKind.DURATION) == ("2031-05-14", end, words)


def test_a_length_that_does_not_look_ahead_gives_nothing():
    assert read("It was open for two weeks", "two weeks", None, 20_160) is None


def test_without_a_day_of_the_article_only_the_words_remain():
    assert read("It opens within two weeks", "within two weeks", None, 20_160, published=None) == (
        None,
        None,
        "within two weeks",
    )


def test_due_is_the_last_day():
    by = analysis("It opens by 30 June", "30 June", DateValue("..", "2031-06-30", "day", True))
    on = analysis("It opens on 30 June", "30 June", DateValue("2031-06-30", None, "day"))
    found = due_of(by, Span(0, 19))
    assert found is not None
    assert (found.start, found.end, found.window) == ("2031-06-30", None, False)
    assert due_of(on, Span(0, 19)) is None


def test_first_of_two_days_opens_the_window():
    found = read("It opens on 2 or 3 June", "3 June", DateValue("2031-06-03", None, "day"))
    assert found == ("2031-06-02", "2031-06-03", "2 or 3 June")
    assert read("It opens on 12 or 3 June", "3 June", DateValue("2031-06-03", None, "day"))[:2] == ("2031-06-03", None)
