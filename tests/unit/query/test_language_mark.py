"""query/overview.py: a document in a language that the models do not know is marked."""

import pytest

from communique.query.overview import _language


@pytest.mark.parametrize(
    ("code", "shown"),
    [("en", "en"), ("en-GB", "en-GB"), (None, ""), ("de", "de (attribution not attempted)")],
)
def test_a_language_that_is_not_read_is_marked(code, shown):
    assert _language(code) == shown
