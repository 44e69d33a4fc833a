"""accord: share and kappa of two reviewers, by hand; the lines and pairs on which they differ, on a real record."""

import json

import pytest

from browser.talks import articles, write
from communique.query.accord import kappa, reviewer_accords, reviewers
from communique.query.view import View
from communique.record.store import open_store
from communique.web.change import Wanted, decide, judge, undo

ONE, TWO, THREE = (record.document.id for record in articles())


@pytest.fixture
def path(tmp_path):
    own = tmp_path / "talks.communique"
    write(own, articles())
    return own


def accords(path):
    write(path, ())
    with open_store(path) as store:
        return reviewer_accords(View(store.record()), store.decisions())


def decided(path, *rows):
    """Store decisions (author, section, item, action, changes) on single lines."""
    with open_store(path) as store:
        return [
            judge(store, section, item, author, Wanted(action, changes)) for author, section, item, action, changes in rows
        ]


def test_kappa_by_hand():
    """20 items: both yes 8, both no 6, one yes 4, two yes 2; observed .7, chance (12*10 + 8*10) / 400 = .5."""
    pairs = [("y", "y")] * 8 + [("n", "n")] * 6 + [("y", "n")] * 4 + [("n", "y")] * 2
    assert kappa(pairs) == pytest.approx((0.7 - 0.5) / (1 - 0.5))
    assert kappa([("y", "y"), ("n", "n")]) == 1.0
    assert kappa([("y", "n"), ("n", "y")]) == -1.0
    assert kappa([("y", "y"), ("y", "y")]) is None, "one category: chance agrees on all"


def test_share_kappa_and_the_lines_on_which_two_readers_differ(path):
    decided(
        path,
        ("Edda Holm", "quotations", f"{ONE}:q1", "accept", {}),
        ("Ivo Berg", "quotations", f"{ONE}:q1", "accept", {}),
        ("Edda Holm", "positions", f"{ONE}:p1", "reject", {}),
        ("Ivo Berg", "positions", f"{ONE}:p1", "accept", {}),
        ("Edda Holm", "quotations", f"{TWO}:q1", "reject", {}),
        ("Ivo Berg", "quotations", f"{TWO}:q1", "reject", {}),
        ("Edda Holm", "actors", f"{ONE}:a1", "accept", {}),
    )
    [found] = accords(path)
    assert (found.one, found.two, found.kind, found.both, found.alike) == ("Edda Holm", "Ivo Berg", "lines", 3, 2)
    assert found.share == 0.667 and found.kappa == pytest.approx((2 / 3 - 4 / 9) / (1 - 4 / 9), abs=0.001)
    assert found.sections == (("positions", 1, 0), ("quotations", 2, 2))
    [difference] = found.differences
    assert (difference.section, difference.item) == ("positions", f"{ONE}:p1")
    assert [(own.author, own.action) for own in difference.opinions] == [("Edda Holm", "reject"), ("Ivo Berg", "accept")]
    with open_store(path) as store:
        text = store.document_record(ONE).document.text
        assert reviewers(store.decisions()) == (("Edda Holm", 4, 0), ("Ivo Berg", 3, 0))
    assert dict(difference.about)["stance"] == "demands"
    [words] = difference.words
    assert words.quote == text[words.span.start : words.span.end] and words.quote
    assert json.loads(json.dumps(found.data()))["differences"][0]["opinions"][1]["action"] == "accept"


def test_two_corrections_are_alike_only_with_the_same_value(path):
    decided(
        path,
        ("Edda Holm", "positions", f"{ONE}:p1", "correct", {"stance": "offers"}),
        ("Ivo Berg", "positions", f"{ONE}:p1", "correct", {"stance": "supports"}),
    )
    [found] = accords(path)
    assert (found.both, found.alike) == (1, 0)
    assert [own.changes for own in found.differences[0].opinions] == [(("stance", "offers"),), (("stance", "supports"),)]
    decided(path, ("Ivo Berg", "positions", f"{ONE}:p1", "correct", {"stance": "offers"}))
    [found] = accords(path)
    assert (found.both, found.alike, found.differences) == (1, 1, ()), "the latest word of a person counts"


def test_what_was_taken_back_does_not_count(path):
    rows = decided(
        path,
        ("Edda Holm", "quotations", f"{ONE}:q1", "reject", {}),
        ("Ivo Berg", "quotations", f"{ONE}:q1", "accept", {}),
    )
    assert len(accords(path)) == 1
    with open_store(path) as store:
        undo(store, rows[1].number, "Ivo Berg")
    assert accords(path) == ()


def test_of_three_readers_each_two_are_compared_and_corrected_words_are_told(path):
    with open_store(path) as store:
        quote = next(own for own in store.document_record(ONE).quotations if own.id == f"{ONE}:q1").content[0].quote
    shorter = quote.rsplit(" ", 1)[0]
    decided(
        path,
        ("Edda Holm", "quotations", f"{ONE}:q1", "accept", {}),
        ("Ivo Berg", "quotations", f"{ONE}:q1", "accept", {}),
        ("Uma Dahl", "quotations", f"{ONE}:q1", "correct", {"content": shorter}),
    )
    found = {(own.one, own.two): own for own in accords(path)}
    assert set(found) == {("Edda Holm", "Ivo Berg"), ("Edda Holm", "Uma Dahl"), ("Ivo Berg", "Uma Dahl")}
    assert found["Edda Holm", "Ivo Berg"].kappa is None and found["Edda Holm", "Ivo Berg"].share == 1.0
    assert found["Ivo Berg", "Uma Dahl"].differences[0].opinions[1].changes == (("content", shorter),)


def test_joins_of_two_people_with_the_words_of_both_items(path):
    with open_store(path) as store:
        decide(store, "actor", [("same", f"{ONE}:a1", f"{TWO}:a1")], "Edda Holm")
        decide(store, "actor", [("different", f"{ONE}:a1", f"{TWO}:a1")], "Ivo Berg", "another person")
    [found] = accords(path)
    assert (found.kind, found.both, found.alike, found.share, found.kappa) == ("joins", 1, 0, 0.0, 0.0)
    [difference] = found.differences
    assert set(difference.item.split()) == {f"{ONE}:a1", f"{TWO}:a1"}
    assert {words.document for words in difference.words} == {ONE, TWO}
    assert [(own.action, own.reason) for own in difference.opinions] == [("same", ""), ("different", "another person")]
