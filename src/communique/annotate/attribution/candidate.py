"""Cue candidates with the source and content decoded for each, and the choice among them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from communique.annotate.attribution.boundary import runs
from communique.annotate.attribution.confidence import confidence, features
from communique.annotate.attribution.crf import C0, C1, EMISSIONS, Decoded, S, decode
from communique.annotate.attribution.network import CueScores
from communique.annotate.attribution.quote_mark import OUTSIDE
from communique.annotate.attribution.settings import Settings

_CHUNK = 64  # cues decoded together: bounds memory, saves loops


@dataclass(frozen=True, slots=True)
class Candidate:
    """One decoded cue before the choice: word numbers of the whole text.

    Attributes:
        cue: first and last word.
        source: half-open word range, or None.
        content: half-open word ranges, at least one.
        values: features of its confidence.
        confidence: see `confidence`.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    values: tuple[float, ...]
    confidence: float


def decode_cues(scores: Iterable[CueScores], quote: Sequence[int], settings: Settings) -> list[Candidate]:
    """Every cue candidate that has a content, whatever its confidence, in order of the cues.

    Args:
        scores: of the network.
        quote: state of every word of the text, see `quote_mark`.
        settings: biases of decoding and the calibration.
    """
    bias = np.zeros(EMISSIONS, dtype=np.float32)
    bias[1], bias[2] = settings.content, settings.source
    found: list[Candidate] = []
    for chunk in _chunks(scores):
        lengths = np.array([len(s.emissions) for s in chunk], dtype=np.int64)
        stacked = np.zeros((len(chunk), int(lengths.max()), EMISSIONS), dtype=np.float32)
        for number, score in enumerate(chunk):
            stacked[number, : len(score.emissions)] = score.emissions
        decoded = decode(stacked, lengths, bias)
        candidates = (_candidate(score, decoded, number, quote, settings) for number, score in enumerate(chunk))
        found.extend(c for c in candidates if c is not None)
    return found


def choose(candidates: Iterable[Candidate], keep: float) -> list[Candidate]:
    """Candidates at or above the threshold; of two that share half of their content, the surer."""
    chosen: list[Candidate] = []
    owner: dict[int, int] = {}
    sizes: list[int] = []
    for candidate in sorted(candidates, key=lambda c: (-c.confidence, c.cue)):
        if candidate.confidence < keep:
            break
        words = [word for start, end in candidate.content for word in range(start, end)]
        shared: dict[int, int] = {}
        for word in words:
            if word in owner:
                shared[owner[word]] = shared.get(owner[word], 0) + 1
        if any(2 * count >= min(len(words), sizes[other]) for other, count in shared.items()):
            continue
        for word in words:
            owner.setdefault(word, len(chosen))
        sizes.append(len(words))
        chosen.append(candidate)
    return chosen


def _chunks(scores: Iterable[CueScores]) -> Iterator[list[CueScores]]:
    chunk: list[CueScores] = []
    for score in scores:
        chunk.append(score)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _candidate(
    score: CueScores, decoded: Decoded, number: int, quote: Sequence[int], settings: Settings
) -> Candidate | None:
    words = len(score.emissions)
    states = decoded.states[number, :words]
    marginals = decoded.marginals[number, :words]
    content = [score.offset + w for w in np.flatnonzero((states == C0) | (states == C1)).tolist()]
    content = [w for w in content if not score.begin <= w <= score.last]
    if not content:
        return None
    source = runs([score.offset + w for w in np.flatnonzero(states == S).tolist()])
    quoted = any(quote[w] != OUTSIDE for w in content)
    values = features((score.valid, score.cue, float(decoded.log_probability[number])), states, marginals, quoted)
    return Candidate(
        (score.begin, score.last),
        source[0] if source else None,
        tuple(runs(content)),
        values,
        confidence(values, settings.calibration),
    )
