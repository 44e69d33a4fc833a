"""lexicon/agency.py: agencies and their names."""

import pytest

from communique.lexicon.agency import agencies, agency_by_name, find_agencies


def test_the_table_is_sorted_and_says_no_name_twice():
    rows = agencies()
    assert [row.name for row in rows] == sorted((row.name for row in rows), key=str.casefold)
    names = [name for row in rows for name in row.names]
    assert len(names) == len(set(names))
    assert all(len(row.country) == 2 and row.country.isupper() for row in rows)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("AP", "Associated Press"),
        ("ТАСС", "TASS"),
        ("ap", None),
        ("Courier", None),
    ],
)
def test_names(name, found):
    agency = agency_by_name(name)
    assert (agency.name if agency else None) == found


def test_agencies_in_a_line():
    text = "(AP, Reuters and dpa-mix)"
    assert [(text[start:end], agency.name) for start, end, agency in find_agencies(text)] == [
        ("AP", "Associated Press"),
        ("Reuters", "Reuters"),
        ("dpa", "DPA"),
    ]
    assert find_agencies("The APs of Chapter one, AFPX") == ()
