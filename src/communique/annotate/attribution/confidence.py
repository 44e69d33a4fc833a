"""The probability that an attribution is right, from what the network says of it.

Features: logit of validity, logit of the cue, log probability of the whole path, logit of the content words' mean marginal,
logit of the source decision (its words' least marginal, or that of having none), whether there is no source, log of the
content's length in words, whether it stands in quotation marks at least in part. A logistic map, fitted on held-aside
articles, turns them into a probability.
"""

import math
from collections.abc import Sequence as Items

import numpy as np
from numpy.typing import NDArray

from communique.annotate.attribution.crf import C0, C1, O1, S

FEATURES = 8


def features(
    score: tuple[float, float, float],
    states: NDArray[np.int64],
    marginals: NDArray[np.float32],
    quoted: bool,
) -> tuple[float, ...]:
    """Features of one decoded cue.

    Args:
        score: logit of validity, probability of the cue, log probability of the decoded path.
        states, marginals: of each word, see `crf.decode`.
        quoted: whether a content word stands in quotation marks.
    """
    valid, cue, log_path = score
    content = marginals[:, C0] + marginals[:, C1]
    chosen = content[(states == C0) | (states == C1)]
    source = marginals[states == S, S]
    if len(source):
        certain = float(source.min())
        none = 0.0
    else:
        certain = 1.0 - float(marginals[-1, O1] + marginals[-1, C1] + marginals[-1, S])
        none = 1.0
    mean = float(chosen.mean()) if len(chosen) else 0.0
    decision = (_logit(mean), _logit(certain), none)
    return (
        max(-8.0, min(8.0, valid)),
        _logit(cue),
        max(log_path, -8.0),
        *decision,
        math.log(max(len(chosen), 1)),
        float(quoted),
    )


def confidence(values: Items[float], weights: Items[float]) -> float:
    """Calibrated probability; `weights` has one number a feature and the constant last."""
    score = weights[-1] + sum(w * v for w, v in zip(weights[:-1], values, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def shown_confidence(chance: float, weights: tuple[float, float, float]) -> float:
    """The share of attributions that are right among those chosen with confidence `chance`.

    The logistic map is fitted on every candidate alone; of those that are left when candidates have driven each other out,
    fewer are right in the middle bands. `weights` (1, 1, 0) leave the number as it is.

    Source: beta calibration (Kull, Silva Filho and Flach 2017).
    """
    rise, fall, constant = weights
    low = min(max(chance, 1e-6), 1 - 1e-6)
    score = rise * math.log(low) - fall * math.log(1 - low) + constant
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def _logit(chance: float) -> float:
    bounded = min(max(chance, 1e-3), 1 - 1e-3)
    return math.log(bounded / (1 - bounded))
