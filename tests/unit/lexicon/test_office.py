"""lexicon/office.py, body.py, word_set.py: heads of titles, known bodies, and tables that are well formed."""

import pytest

from communique.lexicon.body import bodies, body_by_name
from communique.lexicon.country import country_by_code
from communique.lexicon.office import office_head, title_groups, title_head, title_nouns
from communique.lexicon.word_set import word_set


@pytest.mark.parametrize(
    ("title", "noun", "group"),
    [
        ("Foreign Minister", "minister", "minister"),
        ("prime minister", "minister", "leader"),
        ("President Sorel's negotiator", "negotiator", "envoy"),
        ("head of the president's office", "head", "head"),
        ("Deputy Assistant Secretary of State", "secretary", "minister"),
        ("press secretary", "secretary", "minister"),
        ("Putative thing", None, None),
    ],
)
def test_head_of_a_title(title, noun, group):
    head = title_head(title)
    assert (head.noun if head else None, head.group if head else None) == (noun, group)


def test_joined_offices_have_two_heads():
    assert title_nouns("journalist and opposition leader") == {"journalist", "leader"}
    assert title_groups("minister of trade and industry") == {"minister"}


def test_plural_and_gender():
    assert office_head("ministers").plural and office_head("ministers").noun == "minister"
    assert office_head("spokeswoman").gender == "f"
    assert office_head("table") is None


def test_bodies_are_found_by_any_name_and_case_counts():
    assert body_by_name("IAEA") is body_by_name("International Atomic Energy Agency")
    assert body_by_name("iaea") is None
    assert body_by_name("African Union").subtype == "bloc"


def test_table_of_bodies_is_well_formed():
    names = [body.name for body in bodies()]
    assert len(set(names)) == len(names)
    for body in bodies():
        assert body.subtype, body.name
        assert body.country is None or country_by_code(body.country), body.name
        assert all(head == head.lower() for head in body.heads), body.name


def test_unknown_word_set_is_an_error():
    assert "of" not in word_set("institution_words")
    with pytest.raises(KeyError):
        word_set("no such set")
