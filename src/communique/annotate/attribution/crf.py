"""Reads source and content off the scores of one cue: a linear-chain field with five states.

States: outside and content before the source, source, outside and content after it. So a cue has at most one
source and any number of content runs. The field and its states are those the network is trained with.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

O0, C0, S, O1, C1 = range(5)
NEVER = np.float32(-1e4)
EMISSIONS = 7
_ALLOWED = ((O0, O0), (O0, C0), (O0, S), (C0, C0), (C0, O0), (C0, S), (S, S), (S, O1), (S, C1),
            (O1, O1), (O1, C1), (C1, C1), (C1, O1))  # fmt: skip
_ENTER = (None, 3, 5, None, 3)  # which emission scores entering a state, and which leaving it
_LEAVE = (None, 4, 6, None, 4)
_BASE = (0, 1, 2, 0, 1)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Decoded(NamedTuple):
    """Best states (cues, words), log probability of the whole path (cues), marginals (cues, words, states)."""

    states: Ints
    log_probability: Floats
    marginals: Floats


def decode(emissions: Floats, lengths: Ints, bias: Floats | None = None) -> Decoded:
    """Best path, its probability and marginals of every cue; the time grows with words times cues.

    Args:
        emissions: (cues, words, 7), padded at the end.
        lengths: words of each cue, at least 1.
        bias: added to the seven scores, to trade precision for recall in decoding only; None for none.
    """
    if bias is not None:
        emissions = emissions + bias
    cues, words, _ = emissions.shape
    unary, moves = _scores(emissions)
    real = np.arange(words)[None, :] < lengths[:, None]
    forward = np.empty((cues, words, 5), dtype=np.float32)
    best = np.empty_like(forward)
    back = np.zeros((cues, words, 5), dtype=np.int64)
    start = moves[:, 0, O0, :].copy()
    start[:, O1] = start[:, C1] = NEVER
    forward[:, 0] = best[:, 0] = unary[:, 0] + start
    for at in range(1, words):
        move = moves[:, at]
        here = real[:, at, None]
        path = best[:, at - 1, :, None] + move
        back[:, at] = np.where(here, path.argmax(axis=1), np.arange(5))
        best[:, at] = np.where(here, path.max(axis=1) + unary[:, at], best[:, at - 1])
        step = _logsumexp(forward[:, at - 1, :, None] + move, 1) + unary[:, at]
        forward[:, at] = np.where(here, step, forward[:, at - 1])
    total = _logsumexp(forward[:, -1], 1)
    states = np.empty((cues, words), dtype=np.int64)
    states[:, -1] = best[:, -1].argmax(axis=1)
    for at in range(words - 1, 0, -1):
        states[:, at - 1] = np.take_along_axis(back[:, at], states[:, at, None], axis=1)[:, 0]
    marginals = _marginals(forward, unary, moves, real, total)
    return Decoded(states, best[:, -1].max(axis=1) - total, marginals)


def _scores(emissions: Floats) -> tuple[Floats, Floats]:
    """Score of each state at each word (cues, words, 5) and of each move into it (cues, words, 5, 5)."""
    cues, words, _ = emissions.shape
    unary = emissions[:, :, list(_BASE)]
    left = np.zeros_like(emissions)
    left[:, 1:] = emissions[:, :-1]
    moves = np.full((cues, words, 5, 5), NEVER, dtype=np.float32)
    for a, b in _ALLOWED:
        score = np.zeros((cues, words), dtype=np.float32)
        if a != b:
            leave, enter = _LEAVE[a], _ENTER[b]
            if leave is not None:
                score = score + left[:, :, leave]
            if enter is not None:
                score = score + emissions[:, :, enter]
        moves[:, :, a, b] = score
    return unary, moves


def _marginals(forward: Floats, unary: Floats, moves: Floats, real: NDArray[np.bool_], total: Floats) -> Floats:
    cues, words, _ = unary.shape
    backward = np.zeros((cues, 5), dtype=np.float32)
    marginals = np.empty((cues, words, 5), dtype=np.float32)
    for at in range(words - 1, -1, -1):
        marginals[:, at] = np.exp(np.minimum(forward[:, at] + backward - total[:, None], 0))
        if at:
            step = _logsumexp(moves[:, at] + (unary[:, at] + backward)[:, None, :], 2)
            backward = np.where(real[:, at, None], step, backward)
    return marginals * real[:, :, None]


def _logsumexp(x: Floats, axis: int) -> Floats:
    top = x.max(axis=axis, keepdims=True)
    result: Floats = np.log(np.exp(x - top).sum(axis=axis)) + top.squeeze(axis)
    return result
