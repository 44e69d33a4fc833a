"""States: names, peoples, governments, and capitals where they act and where they are places."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Moscow said it would wait.", "Moscow", "Russia"),
        ("They met in Moscow on Friday.", "Moscow", None),
        ("He flew to Moscow on Friday.", "Moscow", None),
        ("The Moscow summit ended.", "Moscow", None),
        ("Moscow's demand was rejected.", "Moscow", "Russia"),
        ("Washington and Tehran agreed to talk.", "Tehran", "Iran"),
        ("Sanctions against Tehran remain.", "Tehran", "Iran"),
        ("The text was handed to Tehran.", "Tehran", "Iran"),
        ("The Kremlin declined to comment.", "Kremlin", "Russia"),
        ("They dined at the Kremlin.", "Kremlin", None),
        ("Downing Street confirmed the call.", "Downing Street", "United Kingdom"),
        ("The Norwegians proposed a text.", "Norwegians", "Norway"),
        ("The Chinese rejected it.", "Chinese", "China"),
        ("The Chinese delegation left.", "Chinese delegation", "China"),
        ("Chinese tea was served.", "Chinese", None),
        ("The Egyptian side agreed.", "Egyptian side", "Egypt"),
        ("Fishermen in Côte d'Ivoire waited.", "Côte d'Ivoire", "Ivory Coast"),
    ],
)
def test_reference_to_a_state(read, text, words, expected):
    assert read(text).of(words) == expected


def test_brussels_is_the_union_where_the_union_is_spoken_of(read):
    assert read("The EU met. Brussels pledged more money.").of("Brussels") == "European Union"
    assert read("Belgium voted. Brussels pledged more money.").of("Brussels") == "Belgium"


def test_country_that_is_a_given_name(read):
    found = read("Jordan Pickens said Jordan would host the talks in Amman, the capital of Jordan.")
    assert found.of("Jordan Pickens") == "Jordan Pickens"
    assert found.of("Jordan", 1) == "Jordan"


def test_state_carries_its_code(read):
    state = read("Talks with Oman resumed.").named["Oman"]
    assert (state.kind, state.country) == ("state", "OM")


def test_government_named_after_a_person(read):
    found = read("US President Alan Verhoef won. The Verhoef administration offered talks.")
    assert found.of("Verhoef administration") == "United States"
    unknown = read("Alan Verhoef won. The Verhoef administration offered talks.")
    assert unknown.named["Verhoef administration"].subtype == "government"


def test_states_called_by_the_compass(read):
    found = read(
        "South and North Korea met in Oslo. The South's chief delegate, Seo Han-jun, told the North so. The north wind blew."
    )
    assert found.words("South Korea") == ["South", "South"]
    assert found.words("North Korea") == ["North Korea", "North"]
    assert found.named["Seo Han-jun"].country == "KR"


def test_the_south_of_another_country_is_no_state(read):
    assert "South Korea" not in read("Norway and Peru met in the South of Peru. The South was dry.").names()


def test_national_society_is_not_the_other_ones(read):
    found = read("The Norwegian Red Cross met the Red Cross Society of Peru. The Red Cross said so.")
    assert {actor.country for actor in found.found.actors if "Red Cross" in actor.name} == {"NO", "PE", None}
