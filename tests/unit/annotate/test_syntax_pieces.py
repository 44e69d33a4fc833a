"""annotate/syntax.py: how lines are cut before they are parsed."""

import pytest

from communique.annotate.syntax import LONGEST, LONGEST_SENTENCE, pieces

SENTENCE = "The boats lay in the harbour all winter. "


def whole(text):
    found = list(pieces(text))
    assert all(text[start : start + len(piece)] == piece for start, piece in found)
    assert " ".join(piece for _, piece in found).split() == text.split()
    return [piece for _, piece in found]


def test_lines_are_pieces_and_long_ones_end_at_sentences():
    assert whole("One line.\nTwo lines.") == ["One line.", "Two lines."]
    found = whole(SENTENCE * 400)
    assert max(map(len, found)) <= LONGEST
    assert all(piece.endswith(".") for piece in found)


@pytest.mark.parametrize("text", ["and then " * 4_000, SENTENCE * 20 + "and then " * 1_000 + SENTENCE])
def test_a_line_in_which_no_sentence_ends_is_cut_at_blanks(text):
    found = whole(text)
    assert len(found) > 1
    longest = max((part for piece in found for part in piece.split(". ")), key=len)
    assert len(longest) <= LONGEST_SENTENCE


def test_a_run_without_any_blank_is_cut_hard():
    text = "x" * (3 * LONGEST_SENTENCE)
    assert "".join(piece for _, piece in pieces(text)) == text
    assert max(len(piece) for _, piece in pieces(text)) <= LONGEST_SENTENCE
