"""resolve/cluster.py: groups from judgements."""

from hypothesis import given
from hypothesis import strategies as st

from communique.model import Judgement, Verdict
from communique.resolve.cluster import clusters


def judge(left, right, verdict="same", score=0.9, author="rule:test", at=None):
    return Judgement("actor", left, right, Verdict(verdict), score, (), author, at)


def test_joins_chains_and_keeps_singles():
    assert clusters("abcd", [judge("a", "b"), judge("b", "c")]) == (("a", "b", "c"), ("d",))


def test_a_person_beats_a_rule():
    assert clusters("ab", [judge("a", "b", score=1.0), judge("a", "b", "different", author="person:eve")]) == (
        ("a",),
        ("b",),
    )
    assert clusters("ab", [judge("a", "b", "different"), judge("a", "b", author="person:eve")]) == (("a", "b"),)


def test_the_later_decision_of_a_person_wins():
    first = judge("a", "b", "different", author="person:eve", at="2026-01-01T00:00:00Z")
    later = judge("a", "b", "same", author="person:eve", at="2026-01-02T00:00:00Z")
    assert clusters("ab", [later, first]) == (("a", "b"),)


def test_a_pair_judged_different_is_not_joined_through_a_third():
    found = clusters("abc", [judge("a", "b", score=0.9), judge("b", "c", score=0.8), judge("a", "c", "different")])
    assert found == (("a", "b"), ("c",))


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0, 1), st.booleans())), st.randoms()
)
def test_order_does_not_matter(rows, random):
    judgements = [judge(min(a, b), max(a, b), "same" if same else "different", s) for a, b, s, same in rows if a != b]
    expected = clusters("abcdef", judgements)
    random.shuffle(judgements)
    assert clusters("fedcba", judgements) == expected
