"""Multinomial logistic regression over named binary features: full batch, L2, Adam, no randomness."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROUNDS = 300
STEP = 0.05


class Table:
    """Rows of feature names with a label and a weight."""

    def __init__(self, rows: Sequence[tuple[Sequence[str], str, float]], least: int) -> None:
        seen: Counter[str] = Counter()
        for names, _, _ in rows:
            seen.update(set(names))
        self.names = sorted(name for name, count in seen.items() if count >= least)
        self.labels = sorted({label for _, label, _ in rows})
        number = {name: at for at, name in enumerate(self.names)}
        own = {label: at for at, label in enumerate(self.labels)}
        cells = [
            (row, number[name]) for row, (names, _, _) in enumerate(rows) for name in sorted(set(names)) if name in number
        ]
        self.row = np.array([cell[0] for cell in cells])
        self.column = np.array([cell[1] for cell in cells])
        self.truth = np.array([own[label] for _, label, _ in rows])
        self.weight = np.array([weight for _, _, weight in rows])


def fit(
    rows: Sequence[tuple[Sequence[str], str, float]], penalty: float, least: int = 2
) -> tuple[list[str], dict[str, list[float]]]:
    """Labels and weights of the model.

    Args:
        rows: (features, label, weight of the row).
        penalty: L2, on the sum of squares, relative to the weighted number of rows.
        least: features seen in fewer rows are dropped.
    """
    table = Table(rows, least)
    count, classes = len(table.truth), len(table.labels)
    weights = np.zeros((len(table.names), classes))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    target = np.eye(classes)[table.truth]
    total = table.weight.sum()
    for turn in range(1, ROUNDS + 1):
        scores = np.zeros((count, classes))
        np.add.at(scores, table.row, weights[table.column])
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        error = (shares - target) * table.weight[:, None]
        slope = np.zeros_like(weights)
        np.add.at(slope, table.column, error[table.row])
        slope = slope / total + penalty * weights / total
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = STEP * (1 - turn / (ROUNDS + 1))
        weights -= rate * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
    return table.labels, {name: [round(float(value), 3) for value in weights[at]] for at, name in enumerate(table.names)}


def save(path: Path, labels: list[str], weights: dict[str, list[float]], source: str) -> None:
    """Write the model as JSON, one feature a line; features that weigh next to nothing are left out."""
    kept = {name: row for name, row in weights.items() if max(abs(value) for value in row) >= 0.02}
    lines = [f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in sorted(kept.items())]
    head = f'{{"source": {json.dumps(source)},\n "labels": {json.dumps(labels)},\n "weights": {{\n'
    path.write_text(head + ",\n".join(lines) + "\n }}\n", encoding="utf-8")
