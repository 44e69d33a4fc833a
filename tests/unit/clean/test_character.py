"""clean/character.py: characters made uniform, one for one."""

import pytest

from communique.clean.character import blanked, uniform

MARKS = [
    ("He said “yes”.", "He said “yes”."),
    ("a “historic“ day", "a “historic” day"),
    ("a ”historic” day", "a “historic” day"),
    ("„Wir kommen“, sagte sie", "“Wir kommen”, sagte sie"),
    ("»Wir kommen«, sagte sie", "“Wir kommen”, sagte sie"),
    ("« Nous venons », dit-elle", "“ Nous venons ”, dit-elle"),
    ("«Мы придём», — сказала она", "“Мы придём”, — сказала она"),
    ("「我们来」", "“我们来”"),
    ("transactions. “ It said no more", "transactions. “ It said no more"),
    ("“help it. “ It said no more", "“help it. ” It said no more"),
    ('straight "marks" stay', 'straight "marks" stay'),
    ("the envoy’s ‘word’", "the envoy's 'word'"),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_quotation_marks(text, expected):
    assert uniform(text) == expected


def test_blanks_and_line_ends():
    assert uniform("a\u00a0b\u2009c\td\r\ne\rf\u2028g") == "a b c d \ne\nf\ng"


def test_signs_without_width_become_blanks_but_inside_words():
    assert uniform("\ufeffminis\u00adter \u200bgoes") == " minis\u00adter  goes"
    assert uniform("گفت\u200cوگو") == "گفت\u200cوگو"


def test_blanking_keeps_line_breaks():
    assert blanked("ab\ncd", 1, 4) == " \n "
