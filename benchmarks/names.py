"""Names benchmark: `python -m benchmarks.names GOLD [--write]` prints the scorer's table for `score_names`.

GOLD is a JSON lines file (may be gzipped) of {"id", "schema", "a", "b", "match", "group"}; the product sees a and b and
the schema, nothing else. Rows: persons, bodies (Company, Organization, LegalEntity), all; at the product's threshold.
"""

import gzip
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.resolve.name import MATCH, score_names

NOTE = (
    "GOLD = names-dev; for comparison, persons of its test part at 0.7: Levenshtein 59.9, logic_v2 of nomenklatura 76.6 F1."
)


def read(path: Path) -> list[dict[str, Any]]:
    """The pairs of a gold file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode().splitlines() if line.strip()]


def predict(row: dict[str, Any]) -> float:
    """The product's score for one pair."""
    return score_names(row["a"], row["b"], "person" if row["schema"] == "Person" else "organisation").value


def measure(pairs: Iterable[tuple[float, bool]], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent of "score >= threshold"."""
    rows = list(pairs)
    true = sum(score >= threshold and match for score, match in rows)
    found, wanted = sum(score >= threshold for score, _ in rows), sum(match for _, match in rows)
    precision, recall = (true / found if found else 0.0), (true / wanted if wanted else 0.0)
    both = 2 * precision * recall / (precision + recall) if true else 0.0
    return round(100 * precision, 2), round(100 * recall, 2), round(100 * both, 2)


def table(gold: list[dict[str, Any]]) -> str:
    """The table as text."""
    scored = [(row, predict(row)) for row in gold]
    lines = [f"{'set':24} {'pairs':>6} {'match':>6} {'P':>7} {'R':>7} {'F1':>7} {'best F1':>8} {'at':>6}"]
    sets: list[tuple[str, list[tuple[float, bool]]]] = [
        ("Person", [(s, r["match"]) for r, s in scored if r["schema"] == "Person"]),
        ("Company and other bodies", [(s, r["match"]) for r, s in scored if r["schema"] != "Person"]),
        ("all", [(s, r["match"]) for r, s in scored]),
    ]
    for group in sorted({row["group"] for row in gold}):
        sets.append(
            (f"Person {group}", [(s, r["match"]) for r, s in scored if r["group"] == group and r["schema"] == "Person"])
        )
    for name, pairs in sets:
        if pairs:
            p, r, f = measure(pairs, MATCH)
            at = max(sorted({score for score, _ in pairs}), key=lambda t: measure(pairs, t)[2])
            matches = sum(match for _, match in pairs)
            best = measure(pairs, at)[2]
            lines.append(f"{name:24} {len(pairs):6} {matches:6} {p:7.2f} {r:7.2f} {f:7.2f} {best:8.2f} {at:6.2f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table for the file named on the command line; with --write also keep it in `results/names.md`."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    if len(arguments) != 1:
        sys.exit("usage: python -m benchmarks.names GOLD [--write]")
    text = table(read(Path(arguments[0])))
    sys.stdout.write(text + "\n")
    if "--write" in sys.argv:
        target = Path(__file__).parent / "results" / "names.md"
        target.write_text(
            f"# Names\n\n`python -m benchmarks.names GOLD --write`, {NOTE}\n\n```\n{text}\n```\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
