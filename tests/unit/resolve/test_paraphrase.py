"""resolve/paraphrase.py: renderings in other words, by meaning and build."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.paraphrase import UNLIKE, build_of, likeness
from communique.resolve.stretch import MOST_STRETCHES, near_words, nearness_of, stretches


def like(one, two, fewest=2.5):
    return likeness((one,), (two,), lambda _: 1.0, fewest)


ONE = "You cannot lend a neighbour your boat and keep the oars."
LIKE = [
    "You can't loan a neighbour your boat and retain the oars.",
    "I said that you cannot lend your neighbor a boat and keep the oar",
]
UNLIKE_ONE = [
    "The boat sailed at noon with a neighbour's oars and forty sacks of grain.",
    "Schools will open in May.",
]


@pytest.mark.parametrize("two", LIKE)
def test_other_words_of_like_meaning_in_like_order_are_alike(two):
    assert like(ONE, two).score > 0.55


@pytest.mark.parametrize("two", UNLIKE_ONE)
def test_other_remarks_with_common_words_are_less_alike(two):
    assert like(ONE, two).score < 0.4


def test_a_denial_on_one_side_makes_two_remarks():
    assert like("The harbour offer is a serious offer.", "The harbour offer is not a serious offer.") == UNLIKE


def test_other_figures_make_two_remarks_and_words_are_figures():
    assert like("The harbour opens in 60 days again.", "The harbour opens in sixty days again.").common == 3.8
    assert like("The harbour opens in 60 days again.", "The harbour opens in ninety days again.") == UNLIKE


def test_a_sentence_of_a_longer_rendering_is_enough():
    found = like(f"It was a long night for both teams at the lake. {ONE} Nobody slept.", ONE)
    assert found.score == 1.0


def test_nothing_and_long_texts_are_bounded():
    assert like("", "The harbour is open.") == UNLIKE
    assert len(stretches(("The harbour opens again soon. " * 500,))) <= MOST_STRETCHES


def test_words_that_everybody_uses_count_little():
    rarity = {"thing": 0.4, "think": 0.4, "difficult": 0.8, "tough": 0.8}
    one, two = ("I think it's a tough thing. I have no view of it.",), ("I think it's a difficult thing.",)
    assert likeness(one, two, lambda word: rarity.get(word, 1.0), 2.0) == UNLIKE
    assert stretches(("It's his, they're here.",)) == ()


WORDS = "the harbour port boat lend loan keep retain not a of oars 60 sixty envoy envoys village open reopen".split()


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.lists(st.sampled_from(WORDS), max_size=14))
def test_the_build_is_that_of_the_full_table(one, two):
    left, right = (stretches((" ".join(own),)) for own in (one, two))
    if not left or not right:
        return
    words, others = left[0].words, right[0].words
    near = near_words((" ".join(one),), (" ".join(two),), 0.0)
    row = [0.0] * (len(others) + 1)
    for first in words:
        before = 0.0
        for place, second in enumerate(others, 1):
            before, row[place] = row[place], max(row[place], row[place - 1], before + nearness_of(first, second))
    assert build_of(words, others, near, 0.0) == 2 * row[-1] / (len(words) + len(others))


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.lists(st.sampled_from(WORDS), max_size=14))
def test_a_least_score_only_takes_away_what_is_below_it(one, two):
    sides = ((" ".join(one),), (" ".join(two),))
    free = likeness(*sides, lambda _: 1.0, 1.0)
    assert likeness(*sides, lambda _: 1.0, 1.0, least=0.6) == (free if free.score >= 0.6 else UNLIKE)


def test_words_after_the_sixtieth_count_in_their_own_sentence():
    long = f"The market of the town was {'very ' * 60}full. {ONE}"
    found = likeness((long,), (f"The full market of the town. {ONE}",), lambda _: 1.0, 2.0)
    assert found.score == 1.0
