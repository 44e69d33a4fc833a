"""extract/quotations/block.py: quoted paragraphs without marks below a colon."""

import pytest

from communique.annotate.syntax import parse
from communique.extract.quotation import find_quotations
from communique.model import CleanText, DocumentActors, Form
from factories import document

LEAD = "Ada Brandt wrote to the council on Monday:\n\n"
WORDS = "We shall not sign before the crew is home. We have waited long enough."


def read(nlp, text):
    doc = document(text)
    found = find_quotations(parse(nlp, CleanText(doc, text, ())), DocumentActors(()))
    return [(own.speaker_words[0].quote, own.content[0].quote, own.form) for own in found if own.speaker_words]


def test_the_paragraph_below_the_colon_is_quoted(nlp):
    text = f"{LEAD}{WORDS}\n\nOur patience is not for ever.\n\nThe council is to meet on Monday."
    assert read(nlp, text) == [("Ada Brandt", f"{WORDS}\n\nOur patience is not for ever.", Form.DIRECT)]


def test_words_that_are_announced_need_no_first_person(nlp):
    text = "The ministry wrote as follows on Monday:\n\nThe port is shut until the crew is home.\n\nBoats lay idle."
    assert read(nlp, text.replace("The ministry", "Ada Brandt")) == [
        ("Ada Brandt", "The port is shut until the crew is home.", Form.DIRECT)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}The port is shut and the boats are out.",
        "Ada Brandt said that there were three points to watch:\n\nWe list them here for our readers.",
        f"Points to watch:\n\n{WORDS}",
        f"Nobody said so on Monday:\n\n{WORDS}",
    ],
)
def test_what_the_paper_tells_below_a_colon_is_not(nlp, text):
    assert all(form is not Form.DIRECT for *_, form in read(nlp, text))
