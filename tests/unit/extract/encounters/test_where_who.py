"""Talks told by their city, places of the headline and of the talks, who meets by the grammar of the verb; all invented."""

import pytest

from communique.extract.encounter_detail import add_details


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("Chile and Peru differ on fish. In Oslo and Geneva, they had offered Bolivia nine tonnes.", {"Oslo", "Geneva"}),
        ("Chile, Peru and Bolivia signed a fisheries arrangement in Oslo on Wednesday.", {"Oslo"}),
        ("The ceasefire concluded in Oslo on 12 May entered into force at midnight.", {"Oslo"}),
    ],
)
def test_talks_told_by_their_city(read, text, cities):
    found = read(text)
    assert {own.place.city for own in found.found if own.place is not None} == cities
    assert {own.kind.value for own in found.found} == {"round"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru agreed on a post. Chile and Peru will open it. They had offered nine tonnes in Lima.",
        "A shop in Oslo offered two fish for one.",
        "The poet signed his book in Oslo.",
        "They will sign the accord in Oslo in June.",
    ],
)
def test_no_talks(read, text):
    assert all(own.kind.value != "round" for own in read(text).found)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Omar Haddad of Jordan, who received envoy Lena Brandt in Oslo on Monday, smiled.", {"Omar Haddad", "Lena Brandt"}),
        (
            "Minister Omar Haddad thanked Lena Brandt, with whom envoy Rosa Vidal spoke by telephone.",
            {"Lena Brandt", "Rosa Vidal"},
        ),
        (
            "General Omar Haddad and General Pablo Soto are old friends. They met on a bridge on 6 May.",
            {"Omar Haddad", "Pablo Soto"},
        ),
    ],
)
def test_who_meets_by_the_verb(read, text, people):
    assert read(text).people() == people


def test_who_receives_is_the_host(read):
    found = read("President Omar Haddad received envoy Lena Brandt in Oslo on Monday.")
    roles = {found.names[own.actor]: own.role.value for own in found.found[0].participants}
    assert roles["Omar Haddad"] == "host"


def test_both_sides_of_nobody_are_no_participants(read):
    assert read("In Oslo both parties met on Monday.").people() == set()


def test_present_during_the_conversation(read):
    text = (
        "Lena Brandt had a telephone conversation with Omar Haddad on Monday. The border commission, which last met in Oslo "
        "in 2029, was not discussed. Minister Rosa Vidal was also present during the conversation."
    )
    found = read(text)
    assert "Rosa Vidal" in found.people(0)
    assert all("Rosa Vidal" not in found.people(number) for number in range(1, len(found.found)))


def test_there_is_the_place_told_before(read):
    found = read("Minister Omar Haddad will visit Oslo on 20 May. He is to meet envoy Lena Brandt there.")
    assert found.cities() == ["Oslo", "Oslo"]
    assert found.dates() == ["2031-05-20", "2031-05-20"]


def test_the_summit_beside_which_they_met_is_none_of_theirs(read):
    found = read("Omar Haddad met Lena Brandt on the sidelines of the African summit in Accra in early May.")
    assert found.cities() == ["Accra"]
    assert found.people() == {"Omar Haddad", "Lena Brandt"}


def test_the_city_of_the_headline(read_titled):
    body = "Chile and Peru held seven hours of talks on Tuesday. Envoy Lena Brandt told reporters in Oslo that it was over."
    assert read_titled("What was agreed in Oslo", body).cities() == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("A new round of talks between Chile and Peru has been proposed for February.", ["2032-02"]),
        ("A first meeting of experts, planned for March in Oslo, never took place.", ["2031-03"]),
    ],
)
def test_months_without_a_year(read, text, dates):
    assert read(text).dates() == dates


def test_talks_through_the_night(read):
    found = read("Chile and Peru agreed early on 14 May to swap envoys, ending talks that ran through the night in Oslo.")
    assert any(own.date.edtf == "2031-05-13/2031-05-14" for own in add_details(found.analysis, found.actors, found.found))


def test_agreed_after_so_many_hours(read):
    found = read("After nine hours behind closed doors, Chile and Peru agreed on Tuesday to open the post.")
    assert [own.kind.value for own in found.found] == ["round"]
    assert found.found[0].duration.min_minutes == 540
    assert found.people() == {"Chile", "Peru"}


def test_a_meeting_during_talks_is_where_the_talks_are(read):
    text = (
        "Three days of talks between Lena Brandt and Omar Haddad in Oslo ended on 9 May. "
        "Lena Brandt met Omar Haddad for an hour over breakfast on 8 May."
    )
    found = read(text)
    detailed = add_details(found.analysis, found.actors, found.found)
    assert [own.place.city for own in detailed] == ["Oslo", "Oslo"]


def test_officials_of_coordinated_nationalities(read):
    found = read("Talks between senior Kenyan, Peruvian and Norwegian officials were held in Quito on 9 May.")
    assert found.people() == {"Kenyan officials", "Peruvian officials", "Norwegian officials"}
    spans = {part.evidence[0].quote for part in found.found[0].participants}
    assert spans == {"Kenyan", "Peruvian", "Norwegian officials"}


def test_a_state_by_its_letters_beside_a_nationality(read):
    assert read("US and Chilean officials met in Quito on 9 May.").people() == {"United States", "Chilean officials"}


def test_what_failed_at_a_meeting_is_past(read):
    found = read("Lena Brandt and Omar Haddad failed to agree during a meeting in Oslo on Sunday.")
    assert found.statuses() == ["held"]
    assert found.found[0].date.start == "2031-05-11"


def test_who_gives_in_is_not_who_visits(read):
    found = read("Omar Haddad finally gave in, but when Lena Brandt visited Peru in March 2030, he was caught off guard.")
    assert "Omar Haddad" not in found.people()
    assert "Lena Brandt" in found.people()


LEADERS = "President Lena Brandt of Chile spoke. President Omar Haddad of Peru listened. President Ada Moen of Kenya slept. "


def test_leaders_of_named_states(read):
    found = read(LEADERS + "The leaders of Chile and Peru met in Oslo on 9 May.")
    assert found.people() == {"Lena Brandt", "Omar Haddad"}


def test_leaders_of_a_church_are_not_those_of_states(read):
    found = read(LEADERS + "Lena Brandt described the Jewish leaders' meeting with Omar Haddad in Oslo.")
    assert "Ada Moen" not in found.people()


def test_talking_past_each_other(read):
    assert read("The leaders of Chile and Peru talked past each other for years.").triggers() == []


def test_the_sessions_that_one_did_not_attend_are_others(read):
    text = "Lena Brandt met Omar Haddad in Oslo on 9 May. I cannot speak for the sessions that she missed, or the ones she didn't attend."
    found = read(text)
    assert all(part.present for own in found.found for part in own.participants if found.names[part.actor] == "Lena Brandt")


def test_ministers_of_another_field(read):
    text = "Prime Ministers Lena Brandt and Omar Haddad spoke. The May session between the transport and economy ministers was short."
    assert not read(text).people() & {"Lena Brandt", "Omar Haddad"}


def test_pencilled_in_for_a_month_lies_ahead(read):
    found = read("A meeting of foreign ministers in Oslo is pencilled in for September.")
    assert found.found[0].date.start == "2031-09"


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("Ada Moreno met Jonas Berg in the resort of Bad-Kirvesk on Monday.", ["Bad-Kirvesk"]),
        ("Talks in Kirvan Dosk, Switzerland, between Ada Moreno and Jonas Berg failed on Monday.", ["Kirvan Dosk"]),
        ("Marathon talks between Ada Moreno and Jonas Berg collapsed on Monday.", [None]),
        ("Oslo talks between Ada Moreno and Jonas Berg collapsed on Monday.", ["Oslo"]),
        ("Ada Moreno met Jonas Berg in Addis on Monday. She had come to Addis Ababa by car.", ["Addis Ababa"]),
        ("Ada Moreno met Jonas Berg on Monday to talk about peace in Mali.", [None]),
    ],
)
def test_towns_that_no_gazetteer_holds(read, text, cities):
    assert read(text).cities() == cities


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Moreno hosted a private dinner for Jonas Berg and Omar Haddad.", {"Ada Moreno", "Jonas Berg", "Omar Haddad"}),
        ("Chile dispatched envoy Ada Moreno to meet Jonas Berg in Oslo.", {"Ada Moreno", "Jonas Berg"}),
        (
            "President Ada Moreno and the rebel leader Jonas Berg met envoy Omar Haddad. Moreno and Berg smiled. The two rivals "
            "will meet again in Oslo.",
            {"Ada Moreno", "Jonas Berg"},
        ),
    ],
)
def test_who_comes_to_a_table(read, text, people):
    assert read(text).people(-1) == people
