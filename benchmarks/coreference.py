"""The same event across documents, gold mentions: `python -m benchmarks.coreference GOLD [--scope subtopic|topic]`.

Of the gold file (ECB+) the texts, the places of the event mentions and the story each document belongs to are read, never
the clusters. The scorer is `ecbplus.py`, taken from `--bench`, the environment variable COMMUNIQUE_BENCH, or
`../shared/bench` beside the repository.
"""

import argparse
import importlib.util
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.encounters import BENCH, clean_text
from benchmarks.event_mentions import Collection, mentions_of
from communique.annotate.syntax import load_model, parse
from communique.lexicon.encounter import load_weights
from communique.resolve.event import cluster_events
from communique.resolve.events.mention import Story

THRESHOLDS = {"subtopic": 0.3, "topic": 0.3}  # by `training.coreference.folds`


def load_scorer(folder: Path) -> ModuleType:
    """The module `ecbplus.py` of a folder.

    Raises:
        SystemExit: there is none.
    """
    path = folder / "ecbplus.py"
    if not path.is_file():
        raise SystemExit(f"no scorer at {path}; give its folder with --bench or COMMUNIQUE_BENCH")
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("ecbplus", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stories(rows: list[dict[str, Any]], collection: Collection, scope: str) -> list[Story]:
    """One story for each value of `scope`, with its event mentions."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        spans = [(own["id"], own["start"], own["end"]) for own in row["mentions"] if own["kind"] == "event"]
        found[row[scope]] += mentions_of(collection, row["id"], spans)
    return [Story(found[name], collection.vectors) for name in sorted(found)]


def main() -> None:
    """Print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scope", choices=sorted(THRESHOLDS), action="append")
    parser.add_argument("--threshold", type=float)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("COMMUNIQUE_BENCH", BENCH)))
    settings = parser.parse_args()
    scorer = load_scorer(settings.bench)
    rows = scorer.read(str(settings.gold))
    start = time.process_time()
    nlp = load_model()
    collection = Collection({row["id"]: parse(nlp, clean_text(row["id"], row["text"])) for row in rows})
    for scope in settings.scope or sorted(THRESHOLDS):
        clusters = {}
        for number, story in enumerate(stories(rows, collection, scope)):
            for at, group in enumerate(cluster_events(story, load_weights("pair"), settings.threshold or THRESHOLDS[scope])):
                clusters.update(dict.fromkeys(group, f"{number}.{at}"))
        predicted = [
            {"id": row["id"], "mentions": [{"id": own["id"], "cluster": clusters[own["id"]]} for own in row["mentions"]
                                           if own["id"] in clusters]}
            for row in rows
        ]  # fmt: skip
        print(f"scope {scope}")
        for name, value in scorer.score(rows, predicted, "event").items():
            text = " ".join(f"{key}={own}" for key, own in value.items()) if isinstance(value, dict) else value
            print(f"  {name:14} {text}")
    print(f"{time.process_time() - start:.1f} s of processor time, {len(rows)} documents")


if __name__ == "__main__":
    main()
