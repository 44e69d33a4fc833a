"""query/utterance.py: what one paper cut from a remark, and where the wording differs."""

from dataclasses import replace

from communique.model import Record
from communique.query.utterance import compare_wording, utterance_rows
from factories import actor, document, quotation

FULL = 'Ada Brandt said: "We opened the gate this morning. We did not open the road."'
SHORT = 'Ada Brandt said: "This morning we have opened the gate."'


def renderings():
    found = []
    for text, words in ((FULL, FULL[18:-1]), (SHORT, SHORT[18:-1])):
        doc = document(text)
        found.append((doc, replace(quotation(doc, 1, words, actor(doc, 1, "Ada Brandt")), utterance="u1")))
    return found


def test_parts_hold_the_exact_words_of_both():
    (one, full), (two, short) = renderings()
    texts = {one.id: one.text, two.id: two.text}
    parts = compare_wording(full, short)
    for part in parts:
        for words in (*part.base, *part.other):
            assert texts[words.document][words.span.start : words.span.end] == words.quote
    assert {"same", "cut"} <= {part.kind for part in parts}


def test_a_cut_denial_is_marked():
    (_, full), (_, short) = renderings()
    [cut] = [part for part in compare_wording(full, short) if part.denial]
    assert "did not" in " ".join(words.quote for words in cut.base)


def test_a_changed_ending_is_no_difference():
    (_, full), _ = renderings()
    assert [part.kind for part in compare_wording(full, full)] == ["same"]


def test_rows_take_the_fullest_rendering_as_base():
    (_, full), (_, short) = renderings()
    [row] = utterance_rows(Record(quotations=(short, full)))
    assert row.base == full
    assert [own.quotation for own in row.others] == [short]


def test_a_lone_quotation_is_no_row():
    (_, full), _ = renderings()
    assert utterance_rows(Record(quotations=(full, replace(full, id="x", utterance=None)))) == ()
