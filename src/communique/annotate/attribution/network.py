"""Runs the two graphs of the attribution model with onnxruntime, one window at a time and without padding."""

from collections.abc import Sequence as Items
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from communique.annotate.attribution.cue import cue_candidates, distance_buckets, near_words
from communique.annotate.attribution.feature import Sequence
from communique.annotate.attribution.window import Window
from communique.annotate.attribution.wordpiece import CLS, SEP

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class CueScores:
    """What the network says of one cue candidate.

    Attributes:
        begin, last: its first and last word, counted in the whole text.
        offset: first word that the emissions are about.
        cue: probability of the first stage.
        valid: score (logit) of the second stage that this is the cue of an attribution.
        emissions: (near words, 7), see `crf`.
    """

    begin: int
    last: int
    offset: int
    cue: float
    valid: float
    emissions: Floats


class Network:
    """Both graphs, loaded."""

    def __init__(self, encoder: Path, pairs: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._encoder = onnxruntime.InferenceSession(str(encoder), options, providers=["CPUExecutionProvider"])
        self._pairs = onnxruntime.InferenceSession(str(pairs), options, providers=["CPUExecutionProvider"])

    def score(self, sequence: Sequence, window: Window, threshold: float) -> list[CueScores]:
        """Scores of every cue candidate that the window owns, in order."""
        words, first = self._encoder.run(["words", "first"], _inputs(sequence, window))
        own = range(window.own_start - window.start, window.own_end - window.start)
        cues = [c for c in cue_candidates(first[:, :3], threshold) if c[0] in own]
        if not cues:
            return []
        begin = np.array([c[0] for c in cues], dtype=np.int64)
        last = np.array([c[1] for c in cues], dtype=np.int64)
        lines = np.array(sequence.paragraph[window.start : window.end], dtype=np.int64)
        index = near_words(len(words), begin, last)
        inputs = {
            "words": words,
            "begin": begin,
            "last": last,
            "index": index,
            "bucket": distance_buckets(index, begin, last),
            "line": np.clip(lines[index] - lines[begin][:, None], -1, 1) + 1,
        }
        emissions, valid = self._pairs.run(["emissions", "valid"], inputs)
        return [
            CueScores(
                window.start + a,
                window.start + b,
                window.start + int(index[number, 0]),
                sure,
                float(valid[number, 0]),
                emissions[number],
            )
            for number, (a, b, sure) in enumerate(cues)
        ]


def _inputs(sequence: Sequence, window: Window) -> dict[str, NDArray[np.int64]]:
    pieces: list[int] = [CLS]
    quote, case, place = [0], [0], [0]
    heads: list[int] = []
    for word in range(window.start, window.end):
        heads.append(len(pieces))
        own = sequence.pieces[word]
        pieces.extend(own)
        quote.extend([sequence.quote[word]] * len(own))
        case.extend([sequence.case[word]] * len(own))
        place.append(sequence.place[word])
        place.extend([0] * (len(own) - 1))
    pieces.append(SEP)
    for column in (quote, case, place):
        column.append(0)
    row = _row(pieces)
    return {
        "pieces": row,
        "position": np.arange(row.shape[1], dtype=np.int64)[None, :],
        "quote": _row(quote),
        "case": _row(case),
        "place": _row(place),
        "heads": np.array(heads, dtype=np.int64),
    }


def _row(values: Items[int]) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)[None, :]
