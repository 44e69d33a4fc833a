import pytest

from communique.annotate.attribution.quote_mark import CLOSING, INSIDE, OPENING, OUTSIDE, quote_states
from communique.annotate.attribution.wordpiece import WordPiece

SIGN = {OUTSIDE: "o", INSIDE: "i", OPENING: "{", CLOSING: "}"}


def states(text: str) -> str:
    words = WordPiece(["[PAD]"]).words(text)
    return "".join(SIGN[s] for s in quote_states(text, words.starts, words.ends))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” he said", "{iii}oo"),
        ('"We agree," he said', "{iii}oo"),
        ("«We agree» he said", "{ii}oo"),
        ("„We agree“ he said", "{ii}oo"),
        ("``We agree,'' he said", "{iii}oo"),
        ("‘We agree,’ he said", "{iii}oo"),
        ("'We agree,' he said", "{iii}oo"),
        ("”We agree“ he said", "{ii}oo"),
    ],
)
def test_every_style_opens_and_closes(text: str, expected: str) -> None:
    assert states(text) == expected


def test_apostrophes_are_no_marks() -> None:
    assert "{" not in states("The leaders' plan didn't pass; it's the delegates' fault")


def test_years_and_clipped_words_do_not_open() -> None:
    assert "{" not in states("the '90s and rock 'n' roll")


def test_single_marks_inside_double_ones_do_not_close_them() -> None:
    assert states("“He said ‘no’ twice” yesterday") == "{iiiiii}o"


def test_lost_closing_mark_ends_with_the_line() -> None:
    assert states("“We agree\nHe left") == "{iioo"


def test_lost_opening_mark_does_not_turn_the_rest_inside_out() -> None:
    assert states('We agree," he said. "It is done."')[-5:] == "{iiii}"[-5:]
    assert states('We agree," he said.')[4:] == "ooo"


def test_two_hundred_thousand_marks_take_linear_time() -> None:
    assert len(states('"' * 200_000)) == 200_000
    assert len(states("'a " * 60_000)) == 120_000
