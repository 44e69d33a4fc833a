"""lexicon/place.py: cities by any spelling, most populous first."""

import pytest

from communique.lexicon.place import find_place, place_key


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Riyadh", "Riyadh", "SA"),
        ("Er-Rijad", "Riyadh", "SA"),
        ("Эр-Рияд", "Riyadh", "SA"),
        ("الرياض", "Riyadh", "SA"),
        ("Sharm el Sheikh", "Sharm el-Sheikh", "EG"),
        ("Genève", "Geneva", "CH"),
        ("Addis Ababa", "Addis Ababa", "ET"),
        ("N’Djamena", "N'Djamena", "TD"),
    ],
)
def test_spelling_leads_to_city(words, name, country):
    first = find_place(words)[0]
    assert (first.name, first.country) == (name, country)


def test_more_populous_city_first():
    found = find_place("Washington")
    assert found[0].country == "US"
    assert [entry.population for entry in found] == sorted((entry.population for entry in found), reverse=True)


def test_coordinates_are_degrees():
    vienna = find_place("Vienna")[0]
    assert (vienna.latitude, vienna.longitude) == pytest.approx((48.21, 16.37), abs=0.05)


@pytest.mark.parametrize("words", ["", "  ", "-", "Qwertzuiop", "RUH"])
def test_unknown_words_give_nothing(words):
    assert find_place(words) == ()


def test_key_folds_case_accents_hyphens():
    assert place_key("Sharm  el-Sheikh") == place_key("SHARM EL SHEIKH") == "sharm el sheikh"
