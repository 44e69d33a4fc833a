import itertools

import numpy as np

from communique.annotate.attribution.crf import C0, C1, EMISSIONS, O0, O1, S, decode

LEGAL = {
    (O0, O0),
    (O0, C0),
    (O0, S),
    (C0, C0),
    (C0, O0),
    (C0, S),
    (S, S),
    (S, O1),
    (S, C1),
    (O1, O1),
    (O1, C1),
    (C1, C1),
    (C1, O1),
}
ROLE = {O0: 0, C0: 1, S: 2, O1: 0, C1: 1}


def path_score(emissions: np.ndarray, path: tuple[int, ...]) -> float:
    """By the definition: score of each word's role, of entering and of leaving a run."""
    total, before = 0.0, 0
    for at, state in enumerate(path):
        role = ROLE[state]
        total += emissions[at, role]
        if role != before:
            total += emissions[at, {1: 3, 2: 5}[role]] if role else 0.0
            total += emissions[at - 1, {1: 4, 2: 6}[before]] if before else 0.0
        before = role
    return total


def legal_paths(words: int) -> list[tuple[int, ...]]:
    paths = itertools.product(range(5), repeat=words)
    return [p for p in paths if p[0] in (O0, C0, S) and all(pair in LEGAL for pair in itertools.pairwise(p))]


def test_agrees_with_enumeration() -> None:
    emissions = np.random.default_rng(4).normal(size=(3, 5, EMISSIONS)).astype(np.float32)
    decoded = decode(emissions, np.array([5, 5, 5]))
    paths = legal_paths(5)
    for number in range(3):
        scores = np.array([path_score(emissions[number], p) for p in paths])
        chance = np.exp(scores - np.logaddexp.reduce(scores))
        best = int(scores.argmax())
        assert tuple(decoded.states[number]) == paths[best]
        assert np.isclose(decoded.log_probability[number], np.log(chance[best]), atol=1e-4)
        for at, state in itertools.product(range(5), range(5)):
            expected = sum(c for c, p in zip(chance, paths, strict=True) if p[at] == state)
            assert np.isclose(decoded.marginals[number, at, state], expected, atol=1e-4)


def test_padding_changes_nothing() -> None:
    emissions = np.random.default_rng(5).normal(size=(1, 6, EMISSIONS)).astype(np.float32)
    padded = np.concatenate([emissions, np.full((1, 9, EMISSIONS), 7, dtype=np.float32)], axis=1)
    plain, longer = decode(emissions, np.array([6])), decode(padded, np.array([6]))
    assert (plain.states[0] == longer.states[0, :6]).all()
    assert np.allclose(plain.marginals[0], longer.marginals[0, :6], atol=1e-5)
    assert np.isclose(plain.log_probability[0], longer.log_probability[0], atol=1e-5)


def test_at_most_one_source() -> None:
    emissions = np.zeros((1, 7, EMISSIONS), dtype=np.float32)
    emissions[0, [1, 5], 2] = 9
    emissions[0, [0, 2, 3, 4, 6], 1] = 9
    states = decode(emissions, np.array([7])).states[0].tolist()
    runs = [state for state, _ in itertools.groupby(states)]
    assert runs.count(S) == 1


def test_bias_raises_a_role() -> None:
    emissions = np.zeros((1, 3, EMISSIONS), dtype=np.float32)
    bias = np.array([0, 2, 0, 0, 0, 0, 0], dtype=np.float32)
    assert decode(emissions, np.array([3]), bias).states[0].tolist() == [C0, C0, C0]
