"""Cue candidates from the scores of the first stage."""

import numpy as np
from numpy.typing import NDArray

BEGIN, INSIDE = 1, 2
BEFORE, AFTER = 64, 96


def cue_candidates(first: NDArray[np.float32], threshold: float) -> list[tuple[int, int, float]]:
    """(first word, last word, probability that a cue stands here), in order, without overlap.

    Args:
        first: (words, 3) scores of outside, begin, inside.
        threshold: least probability of the first word.
    """
    shifted = np.exp(first - first.max(axis=1, keepdims=True))
    chance = shifted / shifted.sum(axis=1, keepdims=True)
    sure = 1 - chance[:, 0]
    inside = chance.argmax(axis=1) == INSIDE
    found: list[tuple[int, int, float]] = []
    taken = -1
    for word in np.flatnonzero(sure > threshold).tolist():
        if word <= taken:
            continue
        end = word
        while end + 1 < len(inside) and inside[end + 1]:
            end += 1
        found.append((word, end, float(sure[word : end + 1].max())))
        taken = end
    return found


def near_words(words: int, begin: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """Numbers of the words in which source and content of each cue are looked for, (cues, near words).

    The same count for every cue of a window: from 64 words before to 96 after, moved inwards at the window's ends. In
    training text that holds all of 99 in 100 attributions.
    """
    count = min(words, int((last - begin).max()) + 1 + BEFORE + AFTER)
    start = np.clip(begin - BEFORE, 0, words - count)
    found: NDArray[np.int64] = start[:, None] + np.arange(count)[None, :]
    return found


def distance_buckets(index: NDArray[np.int64], begin: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of each word's distance to its cue: 20 within, exact to 10 words, then logarithmic to 320.

    Args:
        index: (cues, words) numbers of words.
        begin, last: of each cue.
    """
    first, end = begin[:, None], last[:, None]
    offset = np.where(index < first, index - first, np.where(index > end, index - end, 0))
    size = np.abs(offset)
    far = 10 + np.floor(np.log2(np.maximum(size, 10) / 10) * 2).astype(np.int64)
    bucket = np.where(size <= 10, size, np.minimum(far, 20))
    return (20 + np.sign(offset) * bucket).astype(np.int64)
