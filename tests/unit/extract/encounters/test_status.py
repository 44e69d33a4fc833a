"""Whether an encounter takes place, by the words around it."""

import pytest

CASES = [
    ("President Ada Moreno met Prime Minister Jonas Berg in Oslo.", "held"),
    ("President Ada Moreno will meet Prime Minister Jonas Berg in Oslo.", "planned"),
    ("President Ada Moreno is to meet Prime Minister Jonas Berg in Oslo.", "planned"),
    ("President Ada Moreno is due to meet Prime Minister Jonas Berg in Oslo.", "planned"),
    ("President Ada Moreno could meet Prime Minister Jonas Berg in Oslo.", "expected"),
    ("President Ada Moreno hopes to meet Prime Minister Jonas Berg in Oslo.", "expected"),
    ("Talks between Chile and Peru are under way in Quito.", "ongoing"),
    ("Chile and Peru agreed to hold talks in Quito.", "planned"),
    ("Chile cancelled talks with Peru in Quito.", "cancelled"),
    ("Chile called off talks with Peru in Quito.", "cancelled"),
    ("Talks between Chile and Peru have been postponed.", "cancelled"),
    ("Chile denied that talks with Peru had taken place in Quito.", "denied"),
    ("There will be no talks between Chile and Peru in Quito.", "cancelled"),
    ("A planned meeting of Ada Moreno and Jonas Berg drew protests.", "planned"),
    ("Until Ada Moreno meets Jonas Berg in Oslo, nothing will change.", "expected"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status(read, text, status):
    assert read(text).statuses() == [status]


def test_plan_and_outcome_are_one_history(read):
    found = read("Ada Moreno was due to visit Oslo on Friday. The visit was cancelled.")
    assert found.history() == ["planned", "cancelled"]


def test_no_single_encounter_is_no_encounter(read):
    assert read("Ada Moreno does not wait to consult Jonas Berg.").found == ()


def test_a_date_after_publication_is_a_plan(read):
    found = read("The commission has its first meeting in Oslo on June 20.", published="2031-06-01")
    assert found.statuses() == ["planned"]


def test_a_hastily_arranged_visit_that_somebody_arrived_for(read):
    assert read("When Lena Brandt arrived in Oslo for a hastily arranged visit, the mood was sour.").statuses() == ["held"]
    assert read("Lena Brandt spoke of the planned visit to Oslo.").statuses() == ["planned"]


def test_what_is_forthcoming_is_planned_whatever_is_discussed_of_it(read):
    found = read("They discussed preparations for the forthcoming visit of the prime minister to Chile.")
    assert "planned" in found.statuses()


def test_never_on_the_agenda_is_a_denial(read):
    assert read("Lena Brandt's trip to Berlin was never on the agenda.").statuses() == ["denied"]


AFTER_A_BREAK = [  # text, statuses, dates
    ("Ada Moreno and Jonas Berg have not met since July 2029.", ["held"], ["2029-07"]),
    ("Ada Moreno and Jonas Berg have never met.", [], []),
    ("Ada Moreno and Jonas Berg have not yet met.", [], []),
    ("The last time Ada Moreno and Jonas Berg met was in Lima in July 2029.", ["held"], ["2029-07"]),
    ("Ada Moreno and Jonas Berg did not meet in Oslo.", ["cancelled"], [None]),
]


@pytest.mark.parametrize(("text", "statuses", "dates"), AFTER_A_BREAK)
def test_when_they_met_last(read, text, statuses, dates):
    found = read(text, published="2031-06-01")
    assert found.statuses() == statuses
    assert found.dates() == dates


def test_a_draft_that_is_rejected_does_not_deny_the_talks_it_was_for(read):
    found = read("Ada Moreno and Jonas Berg met in Oslo. A draft intended to steer the talks was rejected by both sides.")
    assert found.statuses() == ["held"]


def test_an_initiative_is_no_summit_yet(read):
    assert read(
        "Chile backed the initiative to convene a summit in Quito between Ada Moreno and Jonas Berg."
    ).statuses() == ["expected"]


def test_what_they_will_meet_to_go_on_with_lies_ahead_too(read):
    found = read("Ada Moreno will meet Jonas Berg next week in Oslo to continue their discussions.", published="2031-06-01")
    assert found.statuses() == ["planned"]
