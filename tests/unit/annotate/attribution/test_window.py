import pytest

from communique.annotate.attribution.window import WindowSize, cut_windows

STOP = (1012,)


def windows(pieces: list[tuple[int, ...]], paragraph: list[int], size: WindowSize) -> list[tuple[int, int, int, int]]:
    return [(w.start, w.end, w.own_start, w.own_end) for w in cut_windows(pieces, paragraph, size)]


def test_paragraphs_stay_whole() -> None:
    paragraph = [0] * 6 + [1] * 6 + [2] * 6
    assert windows([(5,)] * 18, paragraph, WindowSize(13, 0, 0)) == [(0, 12, 0, 12), (12, 18, 12, 18)]


def test_paragraph_that_ends_in_a_colon_is_not_parted_from_the_next() -> None:
    pieces = [(5,)] * 6 + [(1024,)] + [(5,)] * 5
    paragraph = [0] * 4 + [1] * 3 + [2] * 5
    assert windows(pieces, paragraph, WindowSize(8, 0, 0)) == [(0, 4, 0, 4), (4, 12, 4, 12)]


def test_long_paragraph_is_cut_after_a_sentence() -> None:
    pieces = [(5,)] * 7 + [STOP] + [(5,)] * 12
    assert windows(pieces, [0] * 20, WindowSize(10, 0, 0))[0] == (0, 8, 0, 8)


def test_context_is_shown_but_not_owned() -> None:
    found = windows([(5,)] * 20, [0] * 20, WindowSize(10, 3, 2))
    assert found == [(0, 12, 0, 10), (7, 20, 10, 20)]


@pytest.mark.parametrize("length", [0, 1, 7, 999])
def test_every_word_is_owned_once(length: int) -> None:
    pieces = [(5,) * (1 + number % 4) for number in range(length)]
    paragraph = [number // 13 for number in range(length)]
    owned = [w for _, _, a, b in windows(pieces, paragraph, WindowSize(31, 5, 5)) for w in range(a, b)]
    assert owned == list(range(length))


def test_no_window_exceeds_the_bound() -> None:
    pieces = [(5,) * 16] * 500
    for start, end, _, _ in windows(pieces, [0] * 500, WindowSize(224, 32, 32)):
        assert sum(len(p) for p in pieces[start:end]) <= 288
