import numpy as np
import pytest

from communique.annotate.attribution.confidence import FEATURES, confidence, features, shown_confidence
from communique.annotate.attribution.crf import C0, O0, S


def test_features_are_finite_for_extreme_scores() -> None:
    states = np.array([C0, C0, O0, S])
    marginals = np.zeros((4, 5), dtype=np.float32)
    marginals[np.arange(4), states] = 1
    values = features((1e9, 1.0, -1e9), states, marginals, True)
    assert len(values) == FEATURES
    assert all(abs(v) < 10 for v in values)


def test_unsure_source_lowers_the_source_feature() -> None:
    states = np.array([C0, S])
    sure = np.zeros((2, 5), dtype=np.float32)
    sure[0, C0] = sure[1, S] = 0.99
    unsure = sure.copy()
    unsure[1, S] = 0.5
    assert features((0, 0.5, 0), states, unsure, False)[4] < features((0, 0.5, 0), states, sure, False)[4]


def test_logistic_map() -> None:
    assert confidence((0.0,), (1.0, 0.0)) == pytest.approx(0.5)
    assert 0 < confidence((1e9,), (-1.0, 0.0)) < 1e-9


def test_the_shown_confidence_is_the_same_by_default_and_keeps_the_order() -> None:
    assert [shown_confidence(c, (1.0, 1.0, 0.0)) for c in (0.2, 0.55, 0.9)] == pytest.approx([0.2, 0.55, 0.9])
    mapped = [shown_confidence(c / 10, (0.15, 1.4, -1.0)) for c in range(11)]
    assert mapped == sorted(mapped)
    assert 0 < mapped[0] < mapped[5] < 0.5 < mapped[9] < mapped[10] < 1
