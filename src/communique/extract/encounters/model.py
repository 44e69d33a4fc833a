"""The small logistic models: from named features to class probabilities."""

from collections.abc import Iterable
from math import exp

from communique.lexicon.encounter import Weights


def probabilities(weights: Weights, features: Iterable[str]) -> tuple[float, ...]:
    """Probability of each of `weights.labels`; features that the model does not know weigh nothing."""
    sums = [0.0] * len(weights.labels)
    for name in features:
        row = weights.rows.get(name)
        if row is not None:
            for number, weight in enumerate(row):
                sums[number] += weight
    top = max(sums)
    shares = [exp(value - top) for value in sums]
    total = sum(shares)
    return tuple(share / total for share in shares)
