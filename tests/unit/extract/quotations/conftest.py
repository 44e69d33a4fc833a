"""One parser for all tests of this folder."""

import pytest

from communique.annotate.syntax import load_model


@pytest.fixture(scope="session")
def nlp():
    return load_model()
