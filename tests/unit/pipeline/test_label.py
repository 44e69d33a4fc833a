"""What an encounter is called: by what is known of it, never by a stray clause."""

import pytest

from communique.pipeline.encounters import drafted, label_of
from factories import document, meeting


def label(words):
    doc = document(f"Yes, {words} went on.")
    draft = drafted((meeting(doc, 1, words, ()),), {}, {doc.id: doc.id}, {})
    return label_of(draft, {})


@pytest.mark.parametrize(
    ("words", "name"), [("the subsequent talks", "The subsequent talks"), ("two rounds of talks", "Two rounds of talks")]
)
def test_a_noun_phrase_names_it(words, name):
    assert label(words) == name


@pytest.mark.parametrize(
    "words", ["of negotiations", "both sides are extremely pleased with the progress made in the talks"]
)
def test_a_clause_names_nothing(words):
    assert label(words) == "Meeting, no details given"
