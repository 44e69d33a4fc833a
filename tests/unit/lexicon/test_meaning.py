"""lexicon/meaning.py: how near two words are."""

import pytest

from communique.lexicon.meaning import KIND, NONE, SAME, SENSE, nearness

PAIRS = [
    ("bridge", "bridge", SAME),
    ("began", "commences", SENSE),
    ("decided", "decision", SENSE),
    ("captives", "prisoner", SENSE),
    ("overcoats", "coat", KIND),
    ("planned", "plans", SENSE),
    ("bridge", "harbour", NONE),
    ("open", "closed", NONE),
    ("it", "he", NONE),
    ("qwxz", "zxwq", NONE),
]


@pytest.mark.parametrize(("one", "two", "value"), PAIRS)
def test_nearness_is_that_of_the_nearest_senses(one, two, value):
    assert nearness(one, two) == nearness(two, one) == value
