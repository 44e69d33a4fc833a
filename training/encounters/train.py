"""Train the models of encounter triggers and arguments: `python -m training.encounters.train --bench FOLDER`.

Reads the train parts only (FrameNet 1.5 lexical units and full texts, CC BY 3.0; QANom, MIT) and writes
`src/communique/lexicon/data/encounter_trigger.json` and `encounter_argument.json`. Same input, same bytes.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.annotate.syntax import load_model, parse
from communique.extract.encounters.argument import argument_candidates, argument_features, argument_span
from communique.extract.encounters.phrase import entity_labels
from communique.extract.encounters.trigger import candidates, make_trigger, trigger_features
from communique.lexicon.encounter import load_words
from communique.model import Analysis, CleanText, Document, Region, RegionKind, Span
from training.encounters.logistic import fit, save

PARTS = ("enc-fnlex-train", "enc-fnfull-train", "enc-qanom-train")
SOURCE = "FrameNet 1.5 lexical units and full texts (CC BY 3.0); QANom (MIT)"
TARGET = Path(__file__).resolve().parents[2] / "src" / "communique" / "lexicon" / "data"
TRIGGER_PENALTY = 2.0
ARGUMENT_PENALTY = 3.0
ARGUMENT_LEAST = 4
SIDE_WEIGHT = 0.5
UNSURE = frozenset({"visit", "trip", "tour"})  # the corpora contradict each other on whether a visit is an encounter
Row = tuple[list[str], str, float]


def analyse(nlp: Any, row: dict[str, Any]) -> Analysis:
    """Syntax of one text."""
    text = row["text"]
    document = Document(row["id"], row["id"], hashlib.sha256(text.encode()).hexdigest(), text, language="en")
    return parse(nlp, CleanText(document, text, (Region(RegionKind.BODY, Span(0, len(text))),)))


def read(bench: Path) -> Iterator[tuple[dict[str, Any], Analysis]]:
    """Rows of the train parts with their syntax."""
    nlp = load_model()
    for part in PARTS:
        with gzip.open(bench / f"{part}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield row, analyse(nlp, row)


def overlap(one: dict[str, int], two: dict[str, int]) -> int:
    """Characters that two spans share."""
    return max(0, min(one["end"], two["end"]) - max(one["start"], two["start"]))


def trigger_rows(row: dict[str, Any], analysis: Analysis) -> Iterator[Row]:
    """Candidates with "yes" for an encounter, "no" for another sense; candidates that the corpus leaves open are skipped."""
    words, labels = load_words(), entity_labels(analysis)
    for token in candidates(analysis, words, labels):
        span = make_trigger(analysis, token, words, 0.0).span
        own = {"start": span.start, "end": span.end}
        hits = [gold for gold in row["encounters"] if overlap(own, gold["trigger"])]
        if any(gold["core"] for gold in hits):
            label = "yes"
        elif hits or analysis.lemmas[token] in UNSURE:
            continue
        elif row["scope"] == "all" or any(overlap(own, other) for other in row.get("negatives", ())):
            label = "no"
        else:
            continue
        yield trigger_features(analysis, token, words, labels), label, 1.0


def argument_rows(row: dict[str, Any], analysis: Analysis) -> Iterator[Row]:
    """Candidate phrases of every marked encounter with their role or "none"."""
    words, labels = load_words(), entity_labels(analysis)
    known = list(candidates(analysis, words, labels))
    for gold in row["encounters"]:
        inside = list(analysis.tokens_in(Span(gold["trigger"]["start"], gold["trigger"]["end"])))
        tokens = [token for token in inside if token in known] or (inside if gold["core"] else [])
        if not tokens:
            continue
        trigger = make_trigger(analysis, tokens[0], words, 1.0)
        context = words, labels, frozenset(known) - {tokens[0]}
        for token, steps in argument_candidates(analysis, tokens[0]):
            label = role_of(analysis, row, gold, token, tokens[0])
            if label is not None:
                features = argument_features(analysis, trigger, token, steps, context)
                yield features, label, 1.0 if gold["core"] else SIDE_WEIGHT


def role_of(analysis: Analysis, row: dict[str, Any], gold: dict[str, Any], token: int, trigger: int) -> str | None:
    """The gold role that a phrase fills, "none", or None where it lies inside a longer phrase that does."""
    span = argument_span(analysis, trigger, token)
    own = {"start": span.start, "end": span.end}
    head = analysis.heads[token]
    if analysis.pos[head] == "ADP":
        head = analysis.heads[head]
    for role in row["roles"]:
        for marked in gold[role]:
            if not marked["start"] <= analysis.starts[token] < marked["end"]:
                continue
            nested = head not in (token, trigger) and marked["start"] <= analysis.starts[head] < marked["end"]
            fits = overlap(own, marked) * 2 >= min(len(span), marked["end"] - marked["start"])
            short = len(span) <= 2 * (marked["end"] - marked["start"]) + 20
            return role if fits and short and not nested else None
    return "none"


def main() -> None:
    """Train both models and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True, help="folder with the train parts")
    parser.add_argument("--out", type=Path, default=TARGET)
    settings = parser.parse_args()
    triggers: list[Row] = []
    arguments: list[Row] = []
    for row, analysis in read(settings.bench):
        triggers += trigger_rows(row, analysis)
        arguments += argument_rows(row, analysis)
    print(f"{len(triggers)} triggers, {len(arguments)} argument candidates")
    save(settings.out / "encounter_trigger.json", *fit(triggers, TRIGGER_PENALTY), SOURCE)
    save(settings.out / "encounter_argument.json", *fit(arguments, ARGUMENT_PENALTY, ARGUMENT_LEAST), SOURCE)


if __name__ == "__main__":
    main()
