"""Dependence of documents: pair precision, recall and F1 on silver pairs, and on a harder set made by rule.

    python -m benchmarks.reprints GOLD [--texts FILE ...] [--write]

GOLD: JSON Lines (.gz allowed) of pairs {"a", "b", "label": dependent | mixed | independent}; mixed pairs are not judged.
--texts: JSON Lines with {"id", "text"}; default: ecbplus-*.jsonl.gz beside GOLD. --write: keep the table in results/.
All documents go through `find_dependence` at once, as in the product; a pair counts as found if it is a reprint, cut or
credit. The harder set is described in `reprint_set`; its pairs are judged two documents at a time.
"""

import argparse
import gzip
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.reprint_set import Pair, hard_pairs
from communique.compare.reprint import find_dependence
from communique.model import CleanText, Document, Region, RegionKind, Span

RESULT = Path(__file__).parent / "results" / "reprints.md"


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def clean_text(name: str, text: str) -> CleanText:
    """A text that is all body."""
    document = Document(id=name, path=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)
    regions = (Region(RegionKind.BODY, Span(0, len(text))),) if text else ()
    return CleanText(document, text, regions)


def found_pairs(texts: Mapping[str, str]) -> set[frozenset[str]]:
    """The pairs that the product calls dependent."""
    rows = find_dependence(clean_text(name, text) for name, text in texts.items())
    return {frozenset((row.document, row.origin)) for row in rows if row.kind != "shared"}


def scores(results: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 of (gold, found)."""
    count = Counter(results)
    right, false, missed = count[True, True], count[False, True], count[True, False]
    precision = right / (right + false) if right + false else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = 2 * right / (2 * right + false + missed) if right + false + missed else 0.0
    return {"precision": precision, "recall": recall, "f1": both, "right": right, "false": false, "missed": missed}


def score_silver(gold: list[dict[str, Any]], texts: Mapping[str, str]) -> tuple[dict[str, float], float]:
    """Scores on the silver pairs, and seconds of processor time."""
    start = time.process_time()
    found = found_pairs(texts)
    seconds = time.process_time() - start
    judged = [row for row in gold if row["label"] != "mixed" and row["a"] in texts and row["b"] in texts]
    return scores((row["label"] == "dependent", frozenset((row["a"], row["b"])) in found) for row in judged), seconds


def score_hard(pairs: Iterable[Pair]) -> tuple[dict[str, float], dict[str, tuple[int, int]]]:
    """Scores on the harder set, and (right, of) for each kind of pair."""
    results: list[tuple[bool, bool]] = []
    kinds: dict[str, tuple[int, int]] = {}
    for pair in pairs:
        found = bool(found_pairs({"a": pair.one, "b": pair.two}))
        results.append((pair.dependent, found))
        right, of = kinds.get(pair.kind, (0, 0))
        kinds[pair.kind] = (right + (found == pair.dependent), of + 1)
    return scores(results), kinds


def report(
    silver: dict[str, float], seconds: float, hard: dict[str, float], kinds: dict[str, tuple[int, int]], size: int
) -> str:
    """The tables as Markdown."""
    lines = ["# Reprints", "", "`python -m benchmarks.reprints GOLD --write`", ""]
    lines += ["| set | precision | recall | F1 | right | false | missed |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, own in (("silver pairs", silver), ("harder set", hard)):
        shares = " | ".join(f"{own[key]:.3f}" for key in ("precision", "recall", "f1"))
        lines.append(f"| {name} | {shares} | {own['right']:.0f} | {own['false']:.0f} | {own['missed']:.0f} |")
    lines += ["", f"{size} documents compared at once in {seconds:.2f} s of processor time.", ""]
    lines += ["| harder set | right | of |", "| --- | --- | --- |"]
    lines += [f"| {kind} | {right} | {of} |" for kind, (right, of) in kinds.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    files = given.texts or sorted(given.gold.parent.glob("ecbplus-*.jsonl.gz"))
    texts = {row["id"]: row["text"] for path in files for row in read_rows(path)}
    gold = read_rows(given.gold)
    silver, seconds = score_silver(gold, texts)
    train = {row["id"]: row["text"] for path in files if "train" in path.name for row in read_rows(path)} or texts
    together = [
        (row["a"], row["b"])
        for row in gold
        if row["label"] == "independent" and row["containment"] < 0.1 and row["a"] in train and row["b"] in train
    ]
    hard, kinds = score_hard(hard_pairs(train, together))
    table = report(silver, seconds, hard, kinds, len(texts))
    print(table)
    if given.write:
        RESULT.write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
