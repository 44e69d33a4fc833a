"""The benchmark's noisy texts keep the way back to the original's offsets."""

import pytest

from benchmarks.attribution_noise import VARIANTS

TEXT = 'Talks Resume\n\nHe said “it is done” and "it works" today.\n“Open one, she said.'


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_every_sign_comes_from_its_place(name: str) -> None:
    noisy, back = VARIANTS[name](TEXT)
    assert len(noisy) == len(back)
    assert back == sorted(set(back))
    letters = [(a, TEXT[b]) for a, b in zip(noisy, back, strict=True) if a.isalpha()]
    assert all(a.lower() == b.lower() for a, b in letters)


def test_one_mark_of_each_pair_is_lost() -> None:
    noisy, _ = VARIANTS["a mark of each pair lost"](TEXT)
    assert noisy.split("\n")[2] == 'He said “it is done and it works" today.'


def test_single_marks() -> None:
    assert "‘it is done’ and ‘it works’ today" in VARIANTS["single marks"](TEXT)[0]


def test_headline_only() -> None:
    assert VARIANTS["headline in capitals"](TEXT)[0].startswith("TALKS RESUME\n\nHe said")
