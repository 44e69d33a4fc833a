"""Score the product's record of a folder of articles against hand-made gold.

    python -m benchmarks.seeds --articles DIR --gold DIR [--bench DIR] [--issues FILE] [--keep FILE] [--all]

Builds a record of the gold's own articles in a fresh folder (with --all: of every article in --articles), exports it,
checks it with record_check.py, and prints the table of score_record.py. Every path is an option, so that it runs on any
gold of the same form. The scorers lie outside the repository: --bench, else COMMUNIQUE_BENCH, else ../shared/bench.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from communique.export.record_json import export_record
from communique.pipeline.build import build_record
from communique.record.store import open_store

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the benchmark; exit code of the scorer."""
    options = _options()
    articles = sorted(options.articles.glob("*.txt"))
    if not options.all:
        stems = {path.stem for path in options.gold.glob("*.json")}
        articles = [path for path in articles if path.stem in stems]
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "seeds.communique"
        done = build_record([str(path) for path in articles], record, workers=1)
        for failure in done.failures:
            print(f"failed: {failure.where}: {failure.message}")
        exported = options.keep or Path(folder) / "record.json"
        with open_store(record) as store:
            exported.write_bytes(export_record(store.record()))
        scripts = [[sys.executable, str(options.bench / "record_check.py"), str(exported), "--texts", str(options.articles)]]
        score = [
            sys.executable,
            str(options.bench / "score_record.py"),
            "--gold",
            str(options.gold),
            "--record",
            str(exported),
        ]
        score += ["--issues", str(options.issues)] if options.issues else []
        score += ["--details", str(options.details)] if options.details else []
        scripts.append(score)
        return max(subprocess.run(script).returncode for script in scripts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    bench = Path(os.environ.get("COMMUNIQUE_BENCH", ROOT.parent / "shared" / "bench"))
    parser.add_argument("--articles", type=Path, default=bench.parent / "seeds")
    parser.add_argument("--gold", type=Path, default=bench.parent / "gold")
    parser.add_argument("--bench", type=Path, default=bench)
    issues = ROOT / "benchmarks" / "data" / "issues-map.json"
    parser.add_argument("--issues", type=Path, default=issues if issues.exists() else None)
    parser.add_argument("--keep", type=Path, help="write the exported record here")
    parser.add_argument("--details", type=Path, help="write every match, miss and spurious item here")
    parser.add_argument("--all", action="store_true", help="build from all articles, not only those with gold")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
