"""training/attribution/augment.py: noise for training keeps every offset. Needs no torch."""

import random

import pytest

from training.attribution.augment import augment

TEXT = "\n\n".join(["“We sail,” he said. “Tomorrow.”", 'She asked: "Who goes?" and "Who stays?"'] * 20)
MARKS = "“”\"«»„‘’'"


@pytest.mark.parametrize("partners", [0.0, 1.0])
def test_length_and_words_stay(partners):
    for seed in range(40):
        noisy = augment(TEXT, random.Random(seed), partners)
        assert len(noisy) == len(TEXT)
        for one, two in zip(TEXT, noisy, strict=True):
            assert one.casefold() == two.casefold() or one in MARKS or one.isspace()


def test_one_mark_of_a_pair_is_lost_and_the_other_stays():
    lost = 0
    for seed in range(40):
        noisy = augment(TEXT, random.Random(seed), 1.0)
        kept = sum(sign in MARKS for sign in noisy)
        assert kept >= 80  # 80 pairs: at least one of each stays
        lost += 160 - kept
    assert lost > 40 * 160 * 0.2


def test_the_same_seed_gives_the_same_noise():
    assert augment(TEXT, random.Random(7), 0.5) == augment(TEXT, random.Random(7), 0.5)
