"""Positions found in single invented reports, and what is taken for one that is none.

    python -m benchmarks.positions [--reports FILE] [--write]

A found position matches an expected one if it has one of the holder's names and half of the shorter one's words; each matches
once. The reports were written to cover how wires, readouts and commentary put a stance; half of them before the rules.
"""

import argparse
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from communique.model import Document, DocumentRecord, Position
from communique.pipeline.step import Tools, load_tools, process_document

REPORTS = Path(__file__).parent / "data" / "positions.yaml"
RESULT = Path(__file__).parent / "results" / "positions.md"
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """One report: counts, and a line for each miss, wrong stance and false alarm."""

    expected: int
    found: int
    right: int
    stances: int
    lines: tuple[str, ...]


def load_reports(path: Path) -> list[dict[str, Any]]:
    """The reports of a file."""
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


def words(text: str) -> set[str]:
    """The words of a text, lower case."""
    return set(re.findall(r"\w+", text.lower()))


def matches(record: DocumentRecord, position: Position, expected: list[str]) -> bool:
    """Whether a found position is the expected one, whatever its stance."""
    actor = next(own for own in record.actors if own.id == position.actor)
    names = {actor.name.lower(), *(mention.evidence.quote.lower() for mention in actor.mentions)}
    wanted = [name.lower() for name in expected[0].split("|")]
    if not any(one in name or name in one for one in wanted for name in names):
        return False
    mine, theirs = words(position.content[0].quote), words(expected[2])
    return len(mine & theirs) >= ENOUGH * min(len(mine), len(theirs))


def score(report: dict[str, Any], tools: Tools) -> Scored:
    """What is right and wrong in one report."""
    text = report["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    record = process_document(Document(f"x{digest[:8]}", "report.txt", digest, text), tools)
    assert isinstance(record, DocumentRecord), record
    left, lines, stances = list(report["positions"]), [], 0
    for position in record.positions:
        hit = next((own for own in left if matches(record, position, own)), None)
        if hit is None:
            lines.append(f"false alarm: {position.stance} “{position.content[0].quote}”")
            continue
        left.remove(hit)
        if position.stance in hit[1].split("|"):
            stances += 1
        else:
            lines.append(f"stance {position.stance}, not {hit[1]}: “{position.content[0].quote}”")
    lines += [f"missed: {own[0]} {own[1]} “{own[2]}”" for own in left]
    expected = len(report["positions"])
    return Scored(expected, len(record.positions), expected - len(left), stances, tuple(lines))


def summary(scored: list[Scored]) -> str:
    """The result as Markdown."""
    expected, found = sum(own.expected for own in scored), sum(own.found for own in scored)
    right, stances = sum(own.right for own in scored), sum(own.stances for own in scored)
    precision, recall = right / max(1, found), right / max(1, expected)
    rows = [
        "# Positions in single reports",
        "",
        "`python -m benchmarks.positions --write`",
        "",
        f"{len(scored)} invented reports with {expected} positions; {found} found, {right} of them right: precision {precision:.3f}, "
        f"recall {recall:.3f}, stance {stances / max(1, right):.3f}. The rules were worked on with these reports in view.",
        "",
        "Misses and false alarms:",
        "",
    ]
    return "\n".join([*rows, *(f"- {line}" for own in scored for line in own.lines)]) + "\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("--write", action="store_true", help=f"write {RESULT.name}")
    options = parser.parse_args()
    tools = load_tools()
    text = summary([score(report, tools) for report in load_reports(options.reports)])
    print(text, end="")
    if options.write:
        RESULT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
