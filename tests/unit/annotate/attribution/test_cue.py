import numpy as np

from communique.annotate.attribution.cue import AFTER, BEFORE, cue_candidates, distance_buckets, near_words


def test_runs_begin_anywhere_and_go_on_inside() -> None:
    first = np.full((6, 3), -5, dtype=np.float32)
    first[:, 0] = 5
    first[1] = (-5, 5, -5)
    first[2] = (-5, -5, 5)
    first[4] = (0.5, 0, -5)
    found = cue_candidates(first, 0.2)
    assert [(a, b) for a, b, _ in found] == [(1, 2), (4, 4)]
    assert found[0][2] > 0.99
    assert 0.2 < found[1][2] < 0.5


def test_nothing_below_the_threshold() -> None:
    first = np.array([[3, 0, 0]], dtype=np.float32)
    assert cue_candidates(first, 0.2) == []


def test_near_words_are_moved_inwards_at_the_ends() -> None:
    index = near_words(400, np.array([3, 200, 399]), np.array([4, 200, 399]))
    assert index.shape == (3, 2 + BEFORE + AFTER)
    assert index[:, 0].tolist() == [0, 200 - BEFORE, 400 - 2 - BEFORE - AFTER]
    assert near_words(9, np.array([3]), np.array([3])).tolist() == [list(range(9))]


def test_buckets_are_signed_and_logarithmic() -> None:
    row = distance_buckets(np.arange(400)[None, :], np.array([50]), np.array([51]))[0]
    assert row[50] == row[51] == 20
    assert (row[49], row[52], row[40]) == (19, 21, 10)
    assert row[0] < row[20] < row[40]
    assert (row.min(), row.max()) == (6, 40)
