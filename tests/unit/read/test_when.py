"""read/when.py: dates of metadata with their precision."""

import pytest

from communique.read.when import metadata_date


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("2031-05-14", "2031-05-14", "day"),
        ("2031-05-14T23:30:00+03:00", "2031-05-14", "day"),
        ("20310514", "2031-05-14", "day"),
        ("2031-05", "2031-05", "month"),
        ("2031", "2031", "year"),
        (2031, "2031", "year"),
        ("2031/5/4", "2031-05-04", "day"),
        ("14.05.2031", "2031-05-14", "day"),
        ("Wed, 14 May 2031 18:05:00 +0200", "2031-05-14", "day"),
        ("May 14, 2031", "2031-05-14", "day"),
        ("14 May 2031", "2031-05-14", "day"),
        ("May 2031", "2031-05", "month"),
    ],
)
def test_dates(words, value, precision):
    found = metadata_date(words)
    assert found is not None
    assert (found.start, found.precision) == (value, precision)


@pytest.mark.parametrize(
    "words", [None, "", "05/06/2031", "yesterday", "2031-13-01", "2031-02-30", "0001-01-01", "12345678901"]
)
def test_what_is_no_date(words):
    assert metadata_date(words) is None
