"""Releases, delegations and places: who "the minister" of a press release is, who led, what is no actor at all."""

import pytest

RELEASE = (
    "Ministry of Foreign Affairs of the Republic of Peru\n\n"
    "Meeting of the Prime Minister of Peru with the Prime Minister of the Kingdom of Norway\n\n"
    "On 3 June 2031, Ms. Luz Cano, Prime Minister, received Mr. Jonas Berg, Prime Minister of Norway. "
    "The Norwegian Prime Minister spoke of fish. The Prime Minister spoke of copper."
)


def test_the_ministry_that_issues_a_text_is_one_body(read):
    found = read(RELEASE)
    assert "Ministry of Foreign Affairs of the Republic of Peru" in found.names("organisation")
    assert "Foreign Affairs" not in found.names()


def test_an_office_without_a_name_and_a_name_without_a_state_are_one(read):
    assert read(RELEASE).of("Prime Minister of Peru") == "Luz Cano"


def test_the_minister_of_a_release_is_that_of_the_state_that_issues_it(read):
    found = read(RELEASE)
    assert found.of("Norwegian Prime Minister") == "Jonas Berg"
    assert found.of("Prime Minister", 5) == "Luz Cano"


def test_a_title_ends_with_its_line(read):
    assert [title for title, _, _ in read(RELEASE).offices("Jonas Berg")] == [
        "Prime Minister of Norway",
        "Prime Minister of the Kingdom of Norway",
        "Norwegian Prime Minister",
    ]


def test_two_of_one_office_without_a_state_are_left_alone(read):
    found = read("The prime minister of Peru smiled. Luz Cano, prime minister, met Jonas Berg, prime minister.")
    assert found.of("prime minister of Peru") not in ("Luz Cano", "Jonas Berg")


def test_the_head_of_a_delegation_is_who_led_it(read):
    found = read(
        "The Peruvian delegation was led by Jorge Soto. The Chilean delegation headed by So Mateo came late. "
        "The head of the Chilean delegation thanked the head of the Peruvian delegation."
    )
    assert found.of("head of the Chilean delegation") == "So Mateo"
    assert found.of("head of the Peruvian delegation") == "Jorge Soto"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Water from the Ban Tova dam fell. Ban Tova was closed.", "Ban Tova"),
        ("Soldiers hold Den Korso, an island in the river. Den Korso is empty.", "Den Korso"),
        ("The town of Mirsko was shelled. People left Mirsko.", "Mirsko"),
        ("Trucks wait at the Karsa border post. Drivers cursed Karsa.", "Karsa"),
    ],
)
def test_what_is_called_land_water_or_a_structure_acts_nowhere(read, text, name):
    assert name not in read(text).names()


def test_a_field_of_a_ministry_is_no_body(read):
    assert read("Jorge Soto, Minister of Water Resources, spoke.").names() == ["Jorge Soto"]


def test_what_a_foreign_minister_serves_stays_a_body(read):
    text = "Jorge Soto, foreign minister of the Third League, spoke. The Third League protested. The Third League left."
    assert "Third League" in read(text).names("organisation")


def test_a_given_name_that_stands_alone(read):
    assert read("Prime Minister Siravat Tokarn came. Siravat's office was silent. Siravat left.").of("Siravat", 2) == (
        "Siravat Tokarn"
    )


def test_a_family_name_like_a_small_word(read):
    assert "Do Min-ah" in read("It is late, senior secretary Do Min-ah said.").names("person")
    assert "Do" not in read("Do Peruvians like fish? So Chileans say.").names()


def test_the_office_of_a_person_serves_that_person(read):
    found = read("Luz Cano spoke. Cano's office denied it. No comment came from Cano's office.")
    office = found.named["Cano's office"]
    assert (office.kind, office.subtype, found.ids[office.principal]) == ("organisation", "office", "Luz Cano")
    assert found.words("Cano's office") == ["Cano's office", "Cano's office"]


def test_a_family_name_inside_a_name_with_a_small_word(read):
    assert "Cha In-pyo" in read("The leader of the party, Cha In-pyo, was there.").names("person")


def test_who_is_called_by_the_family_name_is_a_person_in_full_too(read):
    found = read("For Torbay it was late. The mediator, the Gambian Awa Torbay, smiled. Torbay said no.")
    assert found.names("organisation") == []
    assert found.of("Torbay", 0) == found.of("Awa Torbay")


def test_an_abbreviated_title_ends_no_sentence(read):
    found = read("It was said by the Foreign Minister, Hon. Jorge Soto, and by Amb. Luz Cano.")
    assert found.names("person") == ["Jorge Soto", "Luz Cano"]
