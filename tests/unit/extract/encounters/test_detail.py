"""Who, where, when and how long."""

import pytest


def test_people_and_place(read):
    found = read("President Ada Moreno met Prime Minister Jonas Berg in Oslo on Monday.")
    assert found.people() == {"Ada Moreno", "Jonas Berg"}
    assert found.cities() == ["Oslo"]
    assert found.found[0].place.country_code == "NO"
    assert found.dates() == ["2031-05-12"]


def test_words_are_exact(read):
    found = read("President Ada Moreno met Prime Minister Jonas Berg in Oslo on Monday.")
    text = found.analysis.document.text
    for mention in found.found:
        for own in (*mention.evidence, mention.trigger, *mention.place.evidence):
            assert text[own.span.start : own.span.end] == own.quote


def test_between(read):
    found = read("Talks between Ada Moreno and Jonas Berg lasted four and a half hours.")
    assert found.people() == {"Ada Moreno", "Jonas Berg"}
    assert found.found[0].duration.min_minutes == 270


def test_names_before_the_noun(read):
    assert read("Ada Moreno and Jonas Berg flew in. The Moreno-Berg meeting in Oslo was short.").people() == {
        "Ada Moreno", "Jonas Berg",
    }  # fmt: skip


def test_who_reports_is_not_there(read):
    found = read("Clara Diaz described the meeting between Ada Moreno and Jonas Berg as useful.")
    assert "Clara Diaz" not in found.people()


def test_absent(read):
    found = read("Ada Moreno and Jonas Berg met in Oslo. Clara Diaz was not present.")
    assert found.people(present=False) == {"Clara Diaz"}
    found = read("Ada Moreno and Jonas Berg met in Oslo. Clara Diaz did not attend the meeting.")
    assert len(found.found) == 1
    assert found.people(present=False) == {"Clara Diaz"}


def test_nobody_is_absent_because_nobody_names_them(read):
    assert read("Ada Moreno and Jonas Berg met in Oslo. Clara Diaz lives there.").people(present=False) == set()


def test_delegations_and_lists(read):
    found = read(
        "Chile and Peru held talks in Quito on Monday. The Chilean delegation was led by Clara Diaz. "
        "On the Peruvian side: Minister Pablo Rojas and Ambassador Ines Vega."
    )
    assert {"Clara Diaz", "Pablo Rojas", "Ines Vega"} <= found.people()
    roles = {found.names[own.actor]: str(own.role) for own in found.found[0].participants}
    assert roles["Clara Diaz"] == "lead"
    assert roles["Pablo Rojas"] == "member"


def test_alternatives(read):
    found = read("Chile and Peru will hold talks in Quito or Bogota.")
    assert found.found[0].place.city == "Quito"
    assert found.found[0].place.alternatives == ("Bogota",)


def test_day_of_a_report_is_not_the_day_of_the_talks(read):
    found = read("Chile and Peru agreed on Tuesday to hold talks in Quito.")
    assert found.dates() == [None]


def test_first_time_in_years_is_no_length(read):
    assert read("Chile and Peru held talks in Quito for the first time in three years.").found[0].duration is None


def test_capital(read):
    assert read("Ada Moreno and Jonas Berg held talks in the Norwegian capital.").cities() == ["Oslo"]


def test_leaders(read):
    found = read("President Ada Moreno and President Jonas Berg argued. The two presidents will meet in Lima.")
    assert found.people() == {"Ada Moreno", "Jonas Berg"}
    assert str(found.found[0].kind) == "summit"


def test_two_words_for_a_call(read):
    found = read("Ada Moreno and Jonas Berg had a telephone conversation on Monday.")
    assert str(found.found[0].kind) == "call"


def test_travel_of_an_official_is_a_visit(read):
    found = read("Foreign Minister Clara Diaz flew to Oslo on Monday.")
    assert [str(own.kind) for own in found.found] == ["visit"]
    assert found.people() == {"Clara Diaz"}
    assert found.cities() == ["Oslo"]


def test_travel_to_talks_is_the_talks(read):
    found = read("Foreign Minister Clara Diaz flew to Oslo on Monday for talks with Jonas Berg.")
    assert [str(own.kind) for own in found.found] == ["round"]


def test_travel_of_others_is_no_visit(read):
    assert read("Clara Diaz drove to Oslo.").found == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo held a round of talks in Lome on Friday.",
        "Ghana and Togo concluded a second round of talks on Friday.",
        "Ghana and Togo came out of seven hours of talks on Friday with a deal.",
        "Ghana and Togo emerged from two days of talks in Lome without a deal.",
    ],
)
def test_who_held_what_is_counted(read, text):
    assert read(text).people() == {"Ghana", "Togo"}


def test_a_host_and_a_commentator_held_no_round(read):
    found = read("Oman hosted a round of talks in Muscat. Peru's minister Ada Moreno called the round of talks useful.")
    assert found.people() == set()


def test_who_attended_was_at_the_meeting_told_before(read):
    found = read(
        "Envoys Peter Halvorsen and Amina Diallo met in Oslo on 9 May 2031. "
        "Defence Minister Jorge Salcedo attended the meeting. Clara Diaz also took part in the meeting."
    )
    assert [len(own.evidence) for own in found.found] == [3]
    assert {"Jorge Salcedo", "Peter Halvorsen", "Amina Diallo"} <= found.people()


def test_another_meeting_that_somebody_attended(read):
    found = read("Ada Moreno met Jonas Berg in Lima on Friday. Pablo Rojas attended a meeting of ministers in Rome.")
    assert len(found.found) == 2


def test_cities_that_hyphens_hold_together(read):
    found = read("Haiti and Cuba held talks in Port-au-Prince. Egypt and Israel held talks in Sharm el-Sheikh.")
    assert found.cities() == ["Port-au-Prince", "Sharm el-Sheikh"]
