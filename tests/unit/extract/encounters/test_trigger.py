"""Which words name an encounter, and which only look like it."""

import pytest

NAMED = [
    ("The two ministers met in Lima on Monday.", "met"),
    ("President Ada Moreno met with Prime Minister Jonas Berg in Oslo.", "met"),
    ("Envoys of Chile and Peru held talks in Quito.", "talks"),
    ("Ms Moreno phoned Mr Berg on Friday.", "phoned"),
    ("The presidents spoke by telephone on Thursday.", "spoke"),
    ("Moreno had a telephone call with Berg.", "telephone call"),
    ("A second round of negotiations opened in Accra.", "negotiations"),
    ("The delegations sat down at the negotiating table.", "sat down"),
    ("A summit of the five states was postponed.", "summit"),
    ("Moreno visited Oslo in March.", "visited"),
    ("The ministers conferred for an hour.", "conferred"),
]
OTHER = [
    "The report met all the criteria.",
    "The offer was met with silence.",
    "Moreno called for a ceasefire.",
    "They called him a liar.",
    "The minister talked about his childhood.",
    "The board meeting place was empty.",
    "The phone rang twice.",
    "He called the vote a farce.",
]


@pytest.mark.parametrize(("text", "trigger"), NAMED)
def test_encounter_words(read, text, trigger):
    assert trigger in read(text).triggers()


@pytest.mark.parametrize("text", OTHER)
def test_other_senses(read, text):
    assert read(text).triggers() == []


def test_press_conference_is_an_event_but_no_encounter(read):
    found = read("Moreno and Berg gave a press conference in Oslo.")
    assert [event.public for event in found.events] == [True]
    assert found.found == ()


def test_arguments_have_their_roles(read):
    event = read("Moreno met Berg in Oslo on Monday to discuss the fishing quota.").events[0]
    roles = {own.role for own in event.arguments}
    assert {"participants", "places", "times"} <= roles


def test_empty_text(read):
    assert read("").found == ()


def test_a_round_needs_talks_in_the_text(read):
    assert read("Berg lost the sixth round by a knockout.").triggers() == []
    assert "round" in read("Talks opened in Lima. A second round is planned for June.").triggers()


def test_a_contact_that_was_held(read):
    assert "contact" in read("A high-level contact was held at Quito from March 13 to 14.").triggers()


def test_calling_a_thing_by_a_name_in_quotation_marks(read):
    assert read('Yan Shu, who leads the Institute of Trade, calls Peru "a mistake" because few live there.').triggers() == []
