"""Time expressions against a gold file: `python -m benchmarks.time GOLD [--predictions OUT] [--errors N]`.

The product reads nothing but the raw text and the creation time of each document. The scorer is `tempeval.py`, taken from
`--bench`, the environment variable COMMUNIQUE_BENCH, or `../shared/bench` beside the repository.
"""

import argparse
import importlib.util
import os
import re
import time
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.annotate.time import find_times_in_text
from communique.annotate.time.context import reference_moment
from communique.annotate.time.stamp import find_stamps
from communique.annotate.time.token import tokenise
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


def predict(row: dict[str, Any], stamps: bool = True) -> dict[str, Any]:
    """Predictions for one gold row from its text and creation time alone.

    Args:
        row: of the gold file; only "id", "text" and "dct" are read.
        stamps: give a publication stamp with a time of day the creation time as its value: it names that very moment,
            and the creation time says it in UTC.
    """
    created = row["dct"] or ""
    parts = re.match(r"(\d{4})[-:](\d\d?)[-:](\d\d?)", created)
    day = "{}-{:0>2}-{:0>2}".format(*parts.groups()) if parts else None
    reference = DateValue(day, None, "day", basis=DateBasis.METADATA) if day else None
    times = find_times_in_text(row["text"], reference, ranges=False)
    lines = _stamp_lines(row["text"], reference) if stamps and len(created) > 10 else []
    found = []
    for time_expression in times:
        span, value = time_expression.span, time_expression.timex
        if time_expression.kind == "TIME" and any(low <= span.start and span.end <= high for low, high in lines):
            value = created if _same_moment(value, created) else value
        found.append({"start": span.start, "end": span.end, "type": str(time_expression.kind), "value": value})
    return {"id": row["id"], "timexes": found}


def _stamp_lines(text: str, reference: DateValue | None) -> list[tuple[int, int]]:
    tokens = tokenise(text)
    rows = find_stamps(tokens, reference_moment(reference))
    return [(tokens.starts[first], tokens.ends[last - 1]) for first, last, _ in rows]


def _same_moment(stamp: str, created: str) -> bool:
    """Whether two clock times are one moment in two zones: less than a day apart, by whole half hours."""
    try:
        one, two = (datetime.strptime(value[:16], "%Y-%m-%dT%H:%M") for value in (stamp, created))
    except ValueError:
        return False
    minutes = abs((one - two).total_seconds()) // 60
    return minutes <= 15 * 60 and minutes % 30 == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", help="gold file, .jsonl or .jsonl.gz")
    parser.add_argument("--predictions", help="write the predictions here")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors")
    parser.add_argument(
        "--bench", type=Path, default=Path(os.environ.get("COMMUNIQUE_BENCH", ROOT.parent / "shared" / "bench"))
    )
    parser.add_argument("--no-stamps", dest="stamps", action="store_false", help="publication stamps keep their local value")
    args = parser.parse_args()
    scorer = load_scorer(args.bench)
    gold = scorer.read(args.gold)
    begun = time.process_time()
    predicted = [predict(row, args.stamps) for row in gold]
    spent = time.process_time() - begun
    if args.predictions:
        scorer.write(args.predictions, predicted)
    scores, shown = scorer.score(gold, predicted, args.errors)
    for name, value in scores.items():
        print(
            f"{name:10}", " ".join(f"{key}={number}" for key, number in value.items()) if isinstance(value, dict) else value
        )
    print(f"{'ms a text':10} {1000 * spent / max(len(gold), 1):.1f}")
    for error in shown:
        print("  ", error)


if __name__ == "__main__":
    main()
