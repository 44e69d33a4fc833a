"""Event types and actors of PLOVER's gold standard records: `python -m benchmarks.plover GOLD [--json] [--errors N]`.

Measures: share of sentences with the right event type; F1 of actor spans in either role and in the right role. A span is
right if it overlaps a gold one by half of the shorter and is no longer than twice the gold one plus 20 characters.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.annotate.syntax import load_model, parse
from communique.extract.claims.event import PloverEvent, find_events
from communique.model import CleanText, Document, Span

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The records of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def is_same(found: Span, gold: Span) -> bool:
    """Whether a found span stands for a gold one."""
    common = min(found.end, gold.end) - max(found.start, gold.start)
    return common >= 0.5 * min(len(found), len(gold)) and len(found) <= 2 * len(gold) + 20


def spans(places: Iterable[Row]) -> tuple[Span, ...]:
    """Spans of a record's role, each once."""
    return tuple(dict.fromkeys(Span(place["start"], place["end"]) for place in places))


class Tally:
    """Counts for precision and recall."""

    def __init__(self) -> None:
        self.right_found = self.found = self.right_gold = self.gold = 0

    def add(self, found: tuple[Span, ...], gold: tuple[Span, ...]) -> None:
        """Count one sentence."""
        self.right_found += sum(any(is_same(own, other) for other in gold) for own in found)
        self.right_gold += sum(any(is_same(own, other) for own in found) for other in gold)
        self.found += len(found)
        self.gold += len(gold)

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent."""
        p = self.right_found / self.found if self.found else 0.0
        r = self.right_gold / self.gold if self.gold else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(100 * f1, 1)}


def score(rows: list[Row], errors: int = 0) -> dict[str, Any]:
    """The measures over `rows`; prints up to `errors` wrong types."""
    nlp = load_model()
    right, actor, role, confusion = 0, Tally(), Tally(), Counter[tuple[str, str]]()
    for row in rows:
        event = _main_event(nlp, row)
        kind = event.kind if event is not None else "none"
        source, target = (event.source, event.target) if event is not None else ((), ())
        right += kind == row["event"]
        actor.add(tuple(dict.fromkeys(source + target)), spans(row["source"] + row["target"]))
        role.add(source, spans(row["source"]))
        role.add(target, spans(row["target"]))
        if kind != row["event"]:
            confusion[row["event"], kind] += 1
            if sum(confusion.values()) <= errors:
                print(f"{row['event']} taken for {kind}: {row['text']}")
    accuracy = round(100 * right / len(rows), 1) if rows else 0.0
    return {"records": len(rows), "event_type": accuracy, "actors": actor.scores(), "actors_with_role": role.scores()}


def _main_event(nlp: Any, row: Row) -> PloverEvent | None:
    document = Document("d", "d.txt", "0" * 64, row["text"])
    events = find_events(parse(nlp, CleanText(document, row["text"], ())))
    return events[0] if events else None


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    found = score(read_rows(options.gold), options.errors)
    if options.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:18} {value}")


if __name__ == "__main__":
    main()
