"""resolve/paraphrase.py: renderings in other words, by meaning and build."""

import pytest

from communique.resolve.paraphrase import MOST_STRETCHES, UNLIKE, likeness, stretches


def like(one, two, fewest=2.5):
    return likeness(stretches(one), stretches(two), lambda _: 1.0, fewest)


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
    assert len(stretches("The harbour opens again soon. " * 500)) <= MOST_STRETCHES


def test_words_that_everybody_uses_count_little():
    rarity = {"thing": 0.4, "think": 0.4, "difficult": 0.8, "tough": 0.8}
    one, two = stretches("I think it's a tough thing. I have no view of it."), stretches("I think it's a difficult thing.")
    assert likeness(one, two, lambda word: rarity.get(word, 1.0), 2.0) == UNLIKE
    assert stretches("It's his, they're here.") == ()
