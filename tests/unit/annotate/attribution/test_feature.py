from communique.annotate.attribution.feature import (
    FIRST_OF_LINE,
    FIRST_OF_PARAGRAPH,
    INITIAL,
    LOWER,
    MIXED,
    UPPER,
    WITHIN,
    case_of,
    read_sequence,
)
from communique.annotate.attribution.wordpiece import WordPiece

TOKENIZER = WordPiece(["[PAD]", '"', "we", "no", "“"])


def test_lines_and_paragraphs_are_counted() -> None:
    sequence = read_sequence("We no\nwe\n\nno we", TOKENIZER)
    assert sequence.place == [FIRST_OF_PARAGRAPH, WITHIN, FIRST_OF_LINE, FIRST_OF_PARAGRAPH, WITHIN]
    assert sequence.paragraph == [0, 0, 1, 2, 2]


def test_marks_of_every_style_become_the_straight_one() -> None:
    sequence = read_sequence("“we” ‘no,’ we", TOKENIZER)
    assert [sequence.pieces[at] for at in (0, 2, 3, 6)] == [(1,)] * 4


def test_cases() -> None:
    cases = [case_of(word) for word in ("talks", "Talks", "UN", "A", "iPhone", "12", "eU")]
    assert cases == [LOWER, INITIAL, UPPER, INITIAL, MIXED, LOWER, MIXED]


def test_empty_text() -> None:
    assert len(read_sequence("", TOKENIZER)) == 0
