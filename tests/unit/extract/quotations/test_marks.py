"""extract/quotations/marks.py: what stands between quotation marks, whatever the marks look like."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.quotations.marks import find_quoted
from communique.model import CleanText
from factories import document


def quoted(text):
    doc = document(text)
    return [text[own.span.start : own.span.end] for own in find_quoted(CleanText(doc, text, ()))]


CASES = [
    ('"We stay here, Ada Brandt said on Monday. The road is open.', ["We stay here,"]),
    ("“We stay here, said the minister of ports. The road is open.", ["We stay here,"]),
    (
        "“I told him and he left, she said. So be it.\n\n“We stay.”",
        ["I told him and he left, she said. So be it.", "We stay."],
    ),
    ('She said "we agreed" and left.', ["we agreed"]),
    ("She said “we agreed” and left.", ["we agreed"]),
    ("Er sagte „wir sind einig“ und ging.", ["wir sind einig"]),
    ("Il a dit « nous sommes d'accord » et part.", ["nous sommes d'accord"]),
    ("He stated that “peace is a long road“ today.", ["peace is a long road"]),  # closed by an opening mark
    ("It would “lower the costs of insurance. “ It said no more.", ["lower the costs of insurance."]),
    ("‘We will not sign,’ he said. ‘It’s too late.’", ["We will not sign,", "It’s too late."]),
    ("The workers' union and the owners' club met.", []),
    ('A board of 6" by 4" lay there.', []),
    ("“He told me ‘go home’ and I went,” she said.", ["He told me ‘go home’ and I went,"]),
    ("“The first part.\n“The second part.” He left.", ["The first part.", "The second part."]),
    ('He said: "It never ends. And so on', ["It never ends. And so on"]),
    ('A "lost mark here. The next sentence is his.', ["lost mark here."]),
    ("No marks at all.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_finds_quoted_words(text, words):
    assert quoted(text) == words


def test_blanked_text_is_passed_over():
    text = 'Share "this" now. He said "no".'
    doc = document(text)
    clean = CleanText(doc, " " * 17 + text[17:], ())
    assert [text[own.span.start : own.span.end] for own in find_quoted(clean)] == ["no"]


@given(st.text(alphabet="ab .,\"“”‘’'«»\n", max_size=200))
def test_never_crashes_and_never_overlaps(text):
    doc = document(text)
    found = find_quoted(CleanText(doc, text, ()))
    for one, two in pairwise(found):
        assert one.outer.end <= two.outer.start
    for own in found:
        assert own.outer.contains(own.span)


def test_a_text_of_marks_alone_takes_no_time():
    text = "\"“”'‘’ a" * 30_000
    doc = document(text)
    start = time.process_time()
    find_quoted(CleanText(doc, text, ()))
    assert time.process_time() - start < 5
