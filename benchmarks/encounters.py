"""Encounters against gold files: `python -m benchmarks.encounters GOLD [GOLD ...] [--errors N] [--predictions OUT]`.

The product reads nothing but the raw text of each row. The scorer is `encounters.py`, taken from `--bench`, the
environment variable COMMUNIQUE_BENCH, or `../shared/bench` beside the repository.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import io
import json
import os
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.annotate.annotator import Annotator
from communique.annotate.syntax import load_model
from communique.extract.encounter import EncounterEvent, find_encounter_events
from communique.model import CleanText, Document, DocumentActors, EncounterKind, Region, RegionKind, Span

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
ROLES = ("participants", "times", "places", "topics", "durations")
TYPES = {
    EncounterKind.MEETING: "meet",
    EncounterKind.SUMMIT: "meet",
    EncounterKind.CONFERENCE: "meet",
    EncounterKind.CALL: "call",
    EncounterKind.ROUND: "talks",
    EncounterKind.CONSULTATION: "talks",
    EncounterKind.CONTACT: "talks",
    EncounterKind.VISIT: "visit",
}


def load_scorer(folder: Path) -> ModuleType:
    """The module `encounters.py` of a folder.

    Raises:
        SystemExit: there is none.
    """
    path = folder / "encounters.py"
    if not path.is_file():
        raise SystemExit(f"no scorer at {path}; give its folder with --bench or COMMUNIQUE_BENCH")
    spec = importlib.util.spec_from_file_location("encounters_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def clean_text(own: str, text: str) -> CleanText:
    """A text as the language stages read it, all of it body."""
    document = Document(own, own, hashlib.sha256(text.encode()).hexdigest(), text, language="en")
    regions = (Region(RegionKind.BODY, Span(0, len(text))),) if text else ()
    return CleanText(document, text, regions)


def as_row(event: EncounterEvent) -> dict[str, Any]:
    """One event in the form of the benchmark."""
    row: dict[str, Any] = {"type": TYPES[event.kind], "trigger": _span(event.trigger.span)}
    for role in ROLES:
        row[role] = [_span(argument.span) for argument in event.of(role)]
    return row


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def predict(row: dict[str, Any], annotator: Annotator) -> dict[str, Any]:
    """Predictions for one gold row; only "id" and "text" are read."""
    analysis = annotator.annotate(clean_text(row["id"], row["text"]))
    events = find_encounter_events(analysis, DocumentActors(()))
    return {"id": row["id"], "encounters": [as_row(event) for event in events]}


def main() -> None:
    """Print the scorer's table for the files together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("COMMUNIQUE_BENCH", BENCH)))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--predictions", type=Path, help="write the predictions to this file")
    settings = parser.parse_args()
    scorer = load_scorer(settings.bench)
    annotator = Annotator(load_model())
    rows = [row for path in settings.gold for row in scorer.read(str(path))]
    start = time.process_time()
    found = [predict(row, annotator) for row in rows]
    seconds = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        path = settings.predictions or Path(folder) / "predictions.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
        arguments = argparse.Namespace(
            gold=[str(own) for own in settings.gold], pred=[str(path)], all=False, json=False, errors=settings.errors
        )
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown):
            scorer.cmd_score(arguments)
    print(shown.getvalue(), end="")
    words = sum(len(row["text"].split()) for row in rows)
    rate = words / max(seconds, 1e-9)
    print(f"{'speed':24} {words} words in {seconds:.1f} s of processor time, {rate:.0f} words a second")


if __name__ == "__main__":
    main()
