"""resolve/name.py: names that may be one, names that are two, and given names that conflict."""

import pytest

from communique.resolve.name import MATCH, parse_name, score_names

SAME = [
    ("Sergei Volkonin", "Sergey Volkonin"),
    ("Сергей Волконин", "Sergei Volkonin"),
    ("Γιώργος Παπανδρέας", "Giorgos Papandreas"),
    ("محمد الراوي", "Mohammed al-Rawi"),
    ("王建明", "Wang Jianming"),
    ("Volodymyr Marchenko", "Vladimir Marchenko"),
    ("Oleksandr Marchenko", "Alexander Marchenko"),
    ("M. Marchenko", "Mykola Marchenko"),
    ("Mike Harland", "Michael Harland"),
    ("HARLAND, Michael", "Michael Harland"),
    ("Abdul Latif Noori", "Abdullatif Noori"),
    ("Cho Min-seok", "Cho Min Seok"),
    ("Anatoly Petrovich Volkonin", "Anatoly Volkonin"),
    ("Minister Edda Marlowe", "Edda Marlowe"),
    ("Edda Marlow", "Edda Marlowe"),
    ("Hsu Chien-ming", "Xu Jianming"),
    ("Tarik el Naggar", "Tarek El-Naggar"),
]
OTHER = [
    ("Edda Marlowe", "Edda Marsten"),
    ("Celia Marsten", "Armand Marsten"),
    ("Ahmad bin Hasan al-Rawi", "Hasan bin Ahmad al-Rawi"),
    ("Marlowe", "Edda Marlowe"),
    ("Kim Yong-chol", "Kim Chang-su"),
    ("王建明", "王建国"),
    ("", "Edda Marlowe"),
    ("Viktor Horban", "Viktor Horbach"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_may_be_one(a, b):
    assert score_names(a, b).value >= MATCH
    assert score_names(b, a).value == pytest.approx(score_names(a, b).value)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_are_two_by_spelling(a, b):
    assert score_names(a, b).value < MATCH


def test_given_name_that_differs_is_a_conflict_not_a_match():
    score = score_names("Celia Marsten", "Armand Marsten")
    assert score.given_conflict
    assert "given_name_differs" in [reason.code for reason in score.reasons]
    assert not score_names("Celia Marsten", "Celia Marlowe").given_conflict


def test_reasons_say_why():
    codes = [reason.code for reason in score_names("M. Harland", "Mike Harland").reasons]
    assert codes == ["word_equal", "word_initial"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Northern Fishing Council", "The Northern Fishing Council Ltd.", True),
        ("NFC", "Northern Fishing Council", True),
        ("Northern Fund II", "Northern Fund III", False),
        ("Northern Bank", "Northern Bank Chile", False),
        ("Siemenko AG", "SiemenkoAG", True),
    ],
)
def test_organisations(a, b, same):
    assert (score_names(a, b, "organisation").value >= MATCH) is same


def test_titles_and_order_are_taken_off():
    assert parse_name("Prime Minister Edda Marlowe").words == ("edda", "marlowe")
    assert parse_name("MARLOWE, Edda").words == ("edda", "marlowe")
    assert parse_name("J.P. Marlowe").words == ("j", "p", "marlowe")


@pytest.mark.parametrize("junk", ["...", "\u200b", "-", "''", ",,,", "1 2 3", "a" * 2000])
def test_junk_neither_crashes_nor_matches(junk):
    assert score_names(junk, "Edda Marlowe").value < MATCH
    score_names(junk, junk, "organisation")
