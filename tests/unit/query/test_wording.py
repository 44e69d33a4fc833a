"""query/wording.py: dates, durations and names as people write them."""

import pytest

from communique.model import DateValue, Duration, Place
from communique.query import wording
from factories import at, document

DATES = [
    (DateValue("2025-02-18"), "18 February 2025"),
    (DateValue("2025-02"), "February 2025"),
    (DateValue("2025"), "2025"),
    (DateValue("2025-02-17", "2025-02-18"), "17–18 February 2025"),
    (DateValue("2025-02-27", "2025-03-02"), "27 February – 2 March 2025"),
    (DateValue("2024-12-30", "2025-01-02"), "30 December 2024 – 2 January 2025"),
    (DateValue("2025-02-19", "2025-02-23", window=True), "some time in 19–23 February 2025"),
    (DateValue("2024", ".."), "from 2024"),
    (DateValue("..", "2025-02-12"), "before 12 February 2025"),
    (DateValue("2025-03~"), "about March 2025"),
    (DateValue(None), ""),
    (None, ""),
]


@pytest.mark.parametrize(("date", "words"), DATES)
def test_dates(date, words):
    assert wording.date_words(date) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (270, 270, "4 h 30 min"),
        (300, None, "at least 5 h"),
        (None, 90, "at most 1 h 30 min"),
        (2880, 2880, "2 days"),
        (45, 60, "45 min to 1 h"),
    ],
)
def test_durations(low, high, words):
    assert wording.duration_words(Duration(low, high)) == words


def test_places_and_lists():
    assert wording.place_words(Place("Old Harbour Hotel", "Muscat", "Oman", alternatives=("Doha",))) == (
        "Old Harbour Hotel, Muscat or Doha, Oman"
    )
    assert wording.listed(["A"]) == "A"
    assert wording.listed(["A", "B", "C"]) == "A, B and C"
    assert wording.listed("ABCDE", 3) == "A, B, C and 2 more"
    assert wording.count_words(1, "source") == "1 source"
    assert wording.count_words(1200, "source") == "1,200 sources"


def test_what_was_due_before_the_latest_article_is_no_longer_ahead():
    from communique.model import DateValue, Encounter, EncounterKind, EncounterStatus, Record, RecordDocument
    from communique.query.timeline import expected, overdue
    from communique.query.view import View
    from factories import document

    def planned(own, start):
        day = DateValue(start) if start else None
        return Encounter(own, EncounterKind.MEETING, own, EncounterStatus.PLANNED, (), (), day)

    rows = (planned("a", "2024-05-01"), planned("b", "2024-06"), planned("c", "2024-07"), planned("d", None))
    doc = document("x", published=DateValue("2024-06-10"))
    view = View(Record(documents=(RecordDocument(doc, (), doc.id),), encounters=rows))
    assert [own.id for own in expected(view)] == ["a", "b", "c", "d"]
    assert [own.id for own in overdue(view)] == ["a"]
    assert overdue(View(Record(encounters=rows))) == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-13", "13 May 2031"),
        ("2031-05-13/2031-05-14", "13–14 May 2031"),
        ("[2031-05-13..2031-05-20]", "some time in 13–20 May 2031"),
        ("four and a half hours", "four and a half hours"),
        ("--02-12", "--02-12"),
        ("", ""),
    ],
)
def test_values_of_findings(value, words):
    assert wording.value_words(value) == words


def test_a_length_with_one_bound_keeps_the_words_of_its_source():
    told = at(document("It took nearly six hours."), "nearly six hours")
    assert wording.duration_words(Duration(None, 360, (told,))) == "“nearly six hours”"
    assert wording.duration_words(Duration(270, 270, (told,))) == "4 h 30 min"
