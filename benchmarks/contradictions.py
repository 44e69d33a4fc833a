"""False alarms and misses of the comparison: pairs of invented texts through the real stages.

    python -m benchmarks.contradictions [--pairs FILE] [--write]

Each pair is a record of two documents. The verdict of the product on the pair's kind of thing: "conflict" if a finding
with words of both documents says so, "compatible" if one is corroborated or compatible, else "different".
"""

import argparse
import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from communique.model import DateBasis, DateValue, Document, DocumentRecord, Failure, Finding, FindingKind
from communique.pipeline.assemble import assemble_record
from communique.pipeline.step import Tools, load_tools, process_document

PAIRS = Path(__file__).parent / "data" / "contradictions.yaml"
RESULTS = Path(__file__).parent / "results"
CONFLICTS = frozenset({FindingKind.CONFLICT})
TOGETHER = frozenset({FindingKind.CORROBORATED, FindingKind.COMPATIBLE})
# What an agreement or encounter says of itself can show up under either.
KINDS = {"agreement": ("agreement", "encounter"), "encounter": ("encounter", "agreement")}
VERDICTS = ("conflict", "compatible", "different")


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with the verdict on it and the findings behind."""

    id: str
    expect: str
    verdict: str
    findings: tuple[Finding, ...]
    seen: tuple[str, str]


def load_pairs(path: Path) -> list[dict[str, Any]]:
    """The pairs of a file."""
    loaded: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["pairs"]
    return loaded


def document(name: str, text: str, published: str) -> Document:
    """A document of one paragraph."""
    day = DateValue(published, None, "day", False, DateBasis.METADATA)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=name, path=f"{name}.txt", sha256=digest, text=text, published=day, language="en")


def judge(pair: dict[str, Any], tools: Tools) -> Judged:
    """The product's verdict on a pair."""
    made: list[DocumentRecord] = []
    for side in ("left", "right"):
        found = process_document(document(f"{pair['id']}-{side}", pair[side], str(pair["published"])), tools)
        if isinstance(found, Failure):
            raise SystemExit(f"{pair['id']}: {found.stage}: {found.message}")
        made.append(found)
    record = assemble_record(made)
    kinds = KINDS.get(pair["about"], (pair["about"],))
    both = tuple(own for own in record.findings if own.subject_type in kinds and _spans_both(own))
    verdict = "different"
    if any(own.kind in CONFLICTS for own in both):
        verdict = "conflict"
    elif any(own.kind in TOGETHER for own in both):
        verdict = "compatible"
    return Judged(pair["id"], pair["expect"], verdict, both, (what_was_seen(made[0]), what_was_seen(made[1])))


def what_was_seen(record: DocumentRecord) -> str:
    """What a text yielded, in short: where the comparison had nothing to compare, this says why."""
    found = []
    for own in record.encounters:
        day = own.date.edtf if own.date is not None and own.date.edtf else "no date"
        place = own.place.city or own.place.country if own.place is not None else None
        people = sum(person.present for person in own.participants)
        absent = len(own.participants) - people
        found.append(
            f"{own.kind.value} {own.status.value} ({day}, {place or 'no place'}, {people} present, {absent} absent)"
        )
    found += [f"agreement {own.status.value}" for own in record.agreements]
    found += [f"{own.stance.value} {own.issue}" for own in record.positions]
    found += [f"figure {own.value} {own.unit}" for own in record.figures]
    found += [f"{len(record.quotations)} quotations, {len(record.actors)} actors"]
    return "; ".join(found)


def _spans_both(own: Finding) -> bool:
    return len({words.document for value in own.values for words in value.evidence}) > 1


def report(judged: list[Judged]) -> str:
    """Tables of verdicts and of what went wrong."""
    right = sum(own.expect == own.verdict for own in judged)
    count = Counter((own.expect, own.verdict) for own in judged)
    lines = ["# Contradictions", "", "`python -m benchmarks.contradictions --write`", ""]
    lines += [f"{right} of {len(judged)} right ({right / len(judged):.3f}).", ""]
    lines += ["| expected | " + " | ".join(VERDICTS) + " |", "| --- | --- | --- | --- |"]
    lines += [f"| {name} | " + " | ".join(str(count[name, other]) for other in VERDICTS) + " |" for name in VERDICTS]
    lines += ["", "Wrong, with what the stages before the comparison found in each text:", ""]
    for own in judged:
        if own.expect != own.verdict:
            seen = ", ".join(f"{finding.kind.value} on {finding.attribute}" for finding in own.findings) or "no finding"
            lines.append(f"- {own.id}: expected {own.expect}, got {own.verdict} ({seen})")
            lines += [f"  - {side}: {words}" for side, words in zip(("left", "right"), own.seen, strict=True)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    tools = load_tools()
    table = report([judge(pair, tools) for pair in load_pairs(given.pairs)])
    print(table)
    if given.write:
        (RESULTS / f"{given.pairs.stem}.md").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
