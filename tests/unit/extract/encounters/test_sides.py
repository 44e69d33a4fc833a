"""Lists of who came by side, presences ruled out, calls of one another, slips of the parser; all invented."""

import pytest

TALKS = "Foreign Minister Lena Brandt of Norway met Foreign Minister Omar Haddad of Jordan in Oslo on Monday. "


def test_each_side_of_an_attendance(read):
    found = read(
        TALKS + "The talks were attended on the Norwegian side by State Secretary Kari Moen, and on the Jordanian side by "
        "Samir Aziz, the security adviser."
    )
    assert found.people() == {"Lena Brandt", "Omar Haddad", "Kari Moen", "Samir Aziz"}


def test_a_participle_beside_its_noun_dates_it(read):
    found = read("They came on the back of the Lisbon Security Conference held from 1 to 3 March 2031.")
    assert found.dates() == ["2031-03-01/2031-03-03"]


def test_a_visitor_who_meets_others_there_is_at_another_encounter(read):
    found = read(TALKS + "While in Oslo, Haddad discussed with Chilean officials a plan for a port.")
    assert len(found.found) == 2
    assert found.people() == {"Lena Brandt", "Omar Haddad"}


def test_a_clause_whose_verb_looks_like_a_noun(read):
    found = read("Until President Lena Brandt and Norwegian Prime Minister Omar Haddad meet, nothing will be signed.")
    assert found.people() == {"Lena Brandt", "Omar Haddad"}


@pytest.mark.parametrize(
    "text", ["The two had called each other in March.", "Both leaders telephoned one another in March."]
)
def test_a_call_of_one_another(read, text):
    found = read("President Lena Brandt and President Omar Haddad like to talk. " + text)
    assert found.found[-1].kind.value == "call"
    assert found.people(len(found.found) - 1) == {"Lena Brandt", "Omar Haddad"}


def test_names_for_one_another_are_no_call(read):
    assert read("Lena Brandt and Omar Haddad called each other liars.").found == ()


def test_who_is_ruled_out_of_the_next_round(read):
    found = read("Minister Omar Haddad ruled out the participation of Peru in the next round of talks with Chile.")
    assert "Peru" in found.people(present=False)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Some newspapers claimed that Lena Brandt and Omar Haddad had met in Oslo in March.", "rumoured"),
        ("Lena Brandt reportedly met Omar Haddad in Oslo in March.", "rumoured"),
        ("Lena Brandt claimed that she had met Omar Haddad in Oslo in March.", "held"),
    ],
)
def test_what_the_press_tells_with_doubt(read, text, status):
    assert read(text).statuses() == [status]
