"""Time expressions against a gold file: `python -m benchmarks.time GOLD [--predictions OUT] [--errors N]`.

The product reads nothing but the raw text and the creation time of each document. The scorer is `tempeval.py`, taken from
`--bench`, the environment variable COMMUNIQUE_BENCH, or `../shared/bench` beside the repository.
"""

import argparse
import importlib.util
import os
import re
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.annotate.time import find_times_in_text
from communique.model import DateBasis, DateValue

ROOT = Path(__file__).resolve().parent.parent


def load_scorer(folder: Path) -> ModuleType:
    """The module `tempeval.py` of a folder.

    Raises:
        SystemExit: there is none.
    """
    path = folder / "tempeval.py"
    if not path.is_file():
        raise SystemExit(f"no scorer at {path}; give its folder with --bench or COMMUNIQUE_BENCH")
    spec = importlib.util.spec_from_file_location("tempeval", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Predictions for one gold row from its text and creation time alone."""
    parts = re.match(r"(\d{4})-(\d\d?)-(\d\d?)", row["dct"] or "")
    day = "{}-{:0>2}-{:0>2}".format(*parts.groups()) if parts else None
    reference = DateValue(day, None, "day", basis=DateBasis.METADATA) if day else None
    times = find_times_in_text(row["text"], reference, ranges=False)
    found = [{"start": t.span.start, "end": t.span.end, "type": str(t.kind), "value": t.timex} for t in times]
    return {"id": row["id"], "timexes": found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", help="gold file, .jsonl or .jsonl.gz")
    parser.add_argument("--predictions", help="write the predictions here")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors")
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("COMMUNIQUE_BENCH", ROOT.parent / "shared" / "bench")))
    args = parser.parse_args()
    scorer = load_scorer(args.bench)
    gold = scorer.read(args.gold)
    begun = time.process_time()
    predicted = [predict(row) for row in gold]
    spent = time.process_time() - begun
    if args.predictions:
        scorer.write(args.predictions, predicted)
    scores, shown = scorer.score(gold, predicted, args.errors)
    for name, value in scores.items():
        print(f"{name:10}", " ".join(f"{key}={number}" for key, number in value.items()) if isinstance(value, dict) else value)
    print(f"{'ms a text':10} {1000 * spent / max(len(gold), 1):.1f}")
    for error in shown:
        print("  ", error)


if __name__ == "__main__":
    sys.exit(main())
