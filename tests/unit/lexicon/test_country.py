"""lexicon/country.py: names, adjectives, peoples, capitals and seats lead to the right state."""

import re

import pytest

from communique.lexicon.country import (
    countries,
    country_by_adjective,
    country_by_capital,
    country_by_code,
    country_by_demonym,
    country_by_name,
    country_by_people,
    country_by_seat,
)


def code(country):
    return country.code if country else None


@pytest.mark.parametrize(
    ("find", "word", "expected"),
    [
        (country_by_name, "the United States", "US"),
        (country_by_name, "U.S.", "US"),
        (country_by_name, "US", "US"),
        (country_by_name, "us", None),
        (country_by_name, "car", None),
        (country_by_name, "Côte d’Ivoire", "CI"),
        (country_by_name, "the Netherlands", "NL"),
        (country_by_name, "Niger", "NE"),
        (country_by_name, "Nigeria", "NG"),
        (country_by_name, "Congo", "CG"),
        (country_by_adjective, "Dutch", "NL"),
        (country_by_adjective, "Burmese", "MM"),
        (country_by_adjective, "US", "US"),
        (country_by_adjective, "us", None),
        (country_by_people, "Turks", "TR"),
        (country_by_people, "Turk", None),
        (country_by_demonym, "Danes", "DK"),
        (country_by_demonym, "Danish", "DK"),
        (country_by_capital, "Kiev", "UA"),
        (country_by_capital, "Kyiv", "UA"),
        (country_by_capital, "The Hague", "NL"),
        (country_by_capital, "Geneva", None),
        (country_by_seat, "the Kremlin", "RU"),
        (country_by_seat, "Élysée", "FR"),
        (country_by_seat, "Blue House", "KR"),
    ],
)
def test_word_leads_to_state(find, word, expected):
    assert code(find(word)) == expected


def test_table_is_well_formed():
    found = countries()
    assert len({country.code for country in found}) == len(found)
    assert len({country.name for country in found}) == len(found)
    for country in found:
        assert re.fullmatch("[A-Z]{2}", country.code)
        assert country.adjectives, country.name
        assert country_by_code(country.code) is country
        for words in (country.names, country.adjectives, country.peoples, country.capitals, country.seats):
            assert all(word == word.strip() and word for word in words)
            assert len(set(words)) == len(words), country.name


def test_every_current_state_of_the_united_nations_is_there():
    current = [country for country in countries() if not country.is_former]
    assert len(current) >= 193
    assert country_by_name("Soviet Union").is_former
    assert not country_by_name("Russia").is_former
