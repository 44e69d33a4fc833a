from communique.annotate.attribution.candidate import Candidate, choose


def candidate(cue: int, content: tuple[tuple[int, int], ...], sure: float) -> Candidate:
    return Candidate((cue, cue), None, content, (), sure)


def test_of_two_that_share_half_the_surer_stays() -> None:
    first, second = candidate(0, ((1, 9),), 0.6), candidate(10, ((5, 9),), 0.9)
    assert choose([first, second], 0.3) == [second]


def test_contents_that_touch_little_both_stay() -> None:
    first, second = candidate(0, ((1, 9),), 0.6), candidate(12, ((8, 12),), 0.9)
    assert choose([first, second], 0.3) == [second, first]


def test_unsure_ones_are_left_out() -> None:
    assert choose([candidate(0, ((1, 2),), 0.29)], 0.3) == []
