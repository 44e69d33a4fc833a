"""extract/quotations/carried.py, headed.py and nameless.py: speakers that other words name. Real parser, invented people."""

from dataclasses import replace

import pytest

from communique.annotate.syntax import parse
from communique.extract.actor import find_actors
from communique.extract.nameless import name_speakers
from communique.extract.quotation import find_quotations
from communique.model import Attribution, CleanText, Span
from factories import document


def speakers(nlp, text):
    """Name of the speaker of each quotation, None for nobody known."""
    doc = document(text)
    analysis = parse(nlp, CleanText(doc, text, ()))
    actors = find_actors(analysis)
    actors, found = name_speakers(analysis, actors, find_quotations(analysis, actors))
    called = {own.id: own.name for own in actors.actors}
    return [called.get(own.speaker) for own in found]


ARMY = "Norway's army said that two shells had fallen on the harbour."


def test_it_goes_on_for_the_body_that_spoke_right_before(nlp):
    first, second = speakers(nlp, f"{ARMY} It said that the rebels had fired them.")
    assert first == second is not None
    assert speakers(nlp, f"{ARMY}\n\nThe harbour is old.\n\nIt said that the rebels had fired them.")[-1] is None
    assert speakers(nlp, "Ada Brandt said that it rains. It said that the road is open.")[-1] is None


def test_the_same_statement_is_that_of_who_issued_it(nlp):
    text = "The office of the mediator said that the call was short. The same statement said that the road is open."
    first, second = speakers(nlp, text)
    assert first == second is not None
    assert speakers(nlp, "The same statement said that the road is open.") == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Secretary of State Ada Brandt went to Oslo. Brandt's department said that she was well. The State Department "
            "closed at noon.",
            "State Department",
        ),
        (
            "Ada Brandt, the defence minister of Norway, rests. A statement from her ministry said that she was well. The "
            "Defence Ministry of Norway is shut.",
            "Defence Ministry of Norway",
        ),
    ],
)
def test_the_body_that_a_person_heads(nlp, text, name):
    assert speakers(nlp, text) == [name]


def test_a_personal_office_is_no_ministry(nlp):
    text = "Ada Brandt, the foreign minister of Norway, rests. Her office said that she was well. The Foreign Ministry of Norway is shut."
    assert speakers(nlp, text) != ["Foreign Ministry of Norway"]


def test_the_name_before_a_document_issues_it(nlp):
    text = "The Commission's readout said that the call was warm. The Commission said that the road is open."
    first, second = speakers(nlp, text)
    assert first == second is not None


@pytest.mark.parametrize(
    "after",
    [
        "The harbour is old.\n\nThe statement added that the road is open.",
        "Peru said it was glad.\n\nThe statement on Friday added that the road is open.",
    ],
)
def test_the_statement_of_another_paragraph_is_that_of_the_body_that_issued_it(nlp, after):
    found = speakers(nlp, f"Norway said in a statement that the call was short.\n\n{after}")
    assert found[0] == found[-1] == "Norway"


def test_a_source_is_not_what_was_said(nlp):
    doc = document("A round will be held in May, announced the ministry late on Monday.")
    text = doc.text
    rows = [("the ministry", "announced", "A round will be held in May"), ("A round", "announced", "the ministry")]
    spans = [tuple((Span(text.index(own), text.index(own) + len(own)),) for own in row) for row in rows]
    tagged = tuple(Attribution(source, cue, words, 0.9) for source, cue, words in spans)
    analysis = replace(parse(nlp, CleanText(doc, text, ())), attributions=tagged)
    found = find_quotations(analysis, find_actors(analysis))
    assert [own.content[0].quote for own in found] == ["A round will be held in May"]
