"""lexicon/name.py: given names, genders, short forms, and forms that spellings share."""

import pytest

from communique.lexicon.name import (
    given_name_gender,
    is_family_name,
    is_given_name,
    name_key,
    name_skeleton,
    nicknames,
    same_given,
)


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Olga", "f"),
        ("Sergei", "m"),
        ("Sergey", "m"),
        ("Mohammed", "m"),
        ("Fatima", "f"),
        ("Jean", "u"),
        ("Łukasz", "m"),
        ("Xyzzy", None),
    ],
)
def test_gender_of_a_given_name(word, gender):
    assert given_name_gender(word) == gender


def test_hyphenated_given_name_goes_by_its_first_part():
    assert given_name_gender("Olga-Xyzzy") == given_name_gender("Olga") == "f"


def test_family_name_is_no_given_name():
    assert is_family_name("Gonzalez")
    assert not is_given_name("Gonzalez")
    assert not is_family_name("Olga")


def test_short_forms_go_both_ways():
    assert "michael" in nicknames("Mike")
    assert "mike" in nicknames("Michael")
    assert "volodymyr" in nicknames("Vladimir")
    assert nicknames("Xyzzy") == frozenset()


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sergei", "Sergey", "Sergej", "Сергей"),
        ("Yuri", "Yury", "Yuriy"),
        ("Lavrin", "Lawrin", "Lavryn"),
        ("Ahmad", "Ahmadh"),
        ("Mbwilo", "Mbuilo"),
        ("Chekhin", "Chehin"),
    ],
)
def test_spellings_share_a_skeleton(spellings):
    assert len({name_skeleton(word) for word in spellings}) == 1


def test_other_names_have_other_skeletons():
    assert len({name_skeleton(word) for word in ("Sergei", "Sorin", "Salim", "Kiril", "Konstantin")}) == 5


@pytest.mark.parametrize(("one", "two", "same"), [
    ("S.", "Sergei", True), ("Mike", "Michael", True), ("Yu.", "Yuri", False), ("Kiril", "Kirill", True),
    ("Kiril", "Konstantin", False), ("", "Olga", False), ("Y.", "Jurij", True),
])  # fmt: skip
def test_same_given_name(one, two, same):
    assert same_given(one, two) is same


def test_key_is_plain_letters():
    assert name_key("Şimşek") == name_key("SIMSEK") == "simsek"
