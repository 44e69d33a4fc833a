import pytest

from communique.lexicon.numeral import cardinal_value, fraction_value, ordinal_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("twenty five", 25),
        ("two hundred and six", 206),
        ("a hundred", 100),
        ("three thousand four hundred", 3400),
        ("1.5 million", 1_500_000),
        ("1,500", 1500),
        ("two dozen", 24),
        ("a", None),
        ("several", None),
        ("", None),
        ("two ships", None),
        ("hundred and", None),
    ],
)
def test_cardinals(words: str, value: float | None) -> None:
    assert cardinal_value(words.split()) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("third", 3), ("5th", 5), ("twenty-first", 21), ("ninetieth", 90), ("twenty-tenth", None), ("three", None)],
)
def test_ordinals(word: str, value: int | None) -> None:
    assert ordinal_value(word) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("one fifth", 0.2), ("half", 0.5), ("three quarters", 0.75), ("a third", 1 / 3), ("fifth", None), ("one ship", None)],
)
def test_fractions(words: str, value: float | None) -> None:
    found = fraction_value(words.split())
    assert found == value if value is None else found == pytest.approx(value)
