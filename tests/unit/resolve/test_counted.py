"""resolve/encounters/counted.py: which of a series an encounter is."""

import pytest

from communique.resolve.encounters.counted import count_of
from factories import at, document, meeting


def counted(text, words):
    doc = document(text)
    own = meeting(doc, 1, words, ())
    return count_of(type(own)(**{name: getattr(own, name) for name in own.__slots__} | {"evidence": (at(doc, text),)}))


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("The second round of the talks is due in Lima", "talks", 2),
        ("a third round in Oslo", "round", 3),
        ("Round two opened on Monday", "Round", 2),
        ("The Oslo round was the second since April", "round", 2),
        ("their 4th meeting lasted an hour", "meeting", 4),
        ("the first round of talks since the war", "round", 1),
        ("the fifth and final round", "round", 5),
    ],
)
def test_a_number_in_a_series(text, words, count):
    assert counted(text, words) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the second day of talks", "talks"),
        ("the first talks since the war", "talks"),
        ("a first meeting of the ministers", "meeting"),
        ("the second meeting in three years", "meeting"),
        ("the second stage of the talks", "talks"),
        ("the talks ended", "talks"),
    ],
)
def test_no_number_in_a_series(text, words):
    assert counted(text, words) is None


def test_the_number_of_another_encounter_does_not_count():
    assert counted("after the first round the second round failed", "second round") == 2
