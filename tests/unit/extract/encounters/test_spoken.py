"""Encounters as people tell them: lists of places and days, "received", "sat together"."""


def test_a_list_of_places_and_days_tells_one_encounter_each(read):
    found = read(
        "Talks on the port have begun. Our delegation took part in two rounds this month, in London from the 3rd to the "
        "5th and in Lisbon from the 9th to the 11th."
    )
    assert [(own.place.city, own.date.edtf, str(own.kind)) for own in found.found if own.place] == [
        ("London", "2031-05-03/2031-05-05", "round"),
        ("Lisbon", "2031-05-09/2031-05-11", "round"),
    ]


def test_the_members_of_a_list_have_its_people_and_their_own_status(read):
    found = read("Ada Moreno and Jonas Berg set two meetings, in Oslo on 3 May and in Geneva on 5 June.")
    assert found.cities() == ["Oslo", "Geneva"]
    assert found.dates() == ["2031-05-03", "2031-06-05"]
    assert found.people(0) == found.people(1) == {"Ada Moreno", "Jonas Berg"}


def test_two_places_with_one_day_are_no_list(read):
    assert len(read("The meetings in Lima and in Quito on 4 May failed.").found) == 1


def test_a_day_by_its_number_dates_what_was_received(read):
    found = read("President Ada Moreno, who received Prime Minister Jonas Berg in Oslo on the 8th, left.")
    assert (found.cities(), found.dates()) == (["Oslo"], ["2031-05-08"])
    assert found.people() == {"Ada Moreno", "Jonas Berg"}


def test_things_received_are_no_encounter(read):
    assert read("President Ada Moreno received the report. The port received two ships.").found == ()


def test_sides_that_sat_together(read):
    assert read("The two delegations sat together in Oslo for an hour.").cities() == ["Oslo"]
    assert read("The two delegations sat in the rain.").found == ()


def test_a_clause_that_says_what_happened_then(read):
    found = read("Nobody had spent so much time there since 2014, when the chiefs of staff met at Lima to sign a protocol.")
    assert [own.date.edtf for own in found.found if own.place] == ["2014"]


def test_who_is_told_of_it_does_not_take_part(read):
    found = read("Ada Moreno told the Tundra Courier that she had met Jonas Berg in Oslo on 3 May.")
    assert found.people() == {"Ada Moreno", "Jonas Berg"}


def test_the_two_presidents_are_those_of_the_states_it_is_about(read):
    found = read(
        "Peru and Chile fight on. Peru blames Chile. President Ada Moreno of Peru is ill. President Jonas Berg of Chile "
        "is not. Luis Cano is the presidential spokesman. President Omar Diaz of Bolivia smiles. "
        "The two presidents met in Oslo on 3 May."
    )
    assert found.people() == {"Ada Moreno", "Jonas Berg"}


def test_the_presidents_of_named_states(read):
    found = read(
        "Chilean President Jonas Berg, Bolivian President Omar Diaz and Peruvian President Ada Moreno are well. "
        "The presidents of Bolivia and Peru met in Oslo on 3 May."
    )
    assert found.people() == {"Ada Moreno", "Omar Diaz"}
