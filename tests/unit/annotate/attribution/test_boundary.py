import pytest

from communique.annotate.attribution.boundary import name_span, runs, span_of
from communique.annotate.attribution.feature import read_sequence
from communique.annotate.attribution.wordpiece import WordPiece

TOKENIZER = WordPiece(["[PAD]", '"'])


def cut(text: str) -> str | None:
    sequence = read_sequence(text, TOKENIZER)
    span = span_of(sequence, 0, len(sequence))
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,”", "We agree,"),
        ("“We agree", "We agree"),
        ("we agree”", "we agree"),
        ("“Peace” and “trust”", "“Peace” and “trust”"),
        ("that “peace” is near", "that “peace” is near"),
        ("they want “peace”", "they want “peace”"),
        ("“", None),
        ("””“", None),
    ],
)
def test_outer_marks_are_dropped_and_inner_ones_kept(text: str, expected: str | None) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the ministry.", "the ministry"),
        ("Ms Berg, an aide,", "Ms Berg, an aide"),
        ("Tom Dahl Jr.", "Tom Dahl Jr."),
        ("the U.N.", "the U.N."),
        ("Oslo.", "Oslo"),
        ("blogged:", "blogged"),
        (":", ":"),
    ],
)
def test_punctuation_of_the_sentence_is_no_part_of_a_name(text: str, expected: str) -> None:
    sequence = read_sequence(text, TOKENIZER)
    span = name_span(text, sequence, 0, len(sequence))
    assert span is not None
    assert text[span.start : span.end] == expected


def test_runs() -> None:
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 4), (7, 8), (9, 11)]
    assert runs([]) == []
