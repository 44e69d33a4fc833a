"""Train the model of event pairs: `python -m training.coreference.train --bench FOLDER`.

Reads the train part of ECB+ (CC BY 3.0) and writes `src/communique/lexicon/data/event_pair.txt` (words used for one event
more than once) and `encounter_pair.json` (weights). Word pairs that a topic teaches are withheld while its own pairs are
read, so that the model learns what they are worth on an unseen topic. Same input, same bytes.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.encounters import clean_text
from benchmarks.event_mentions import Collection, mentions_of
from communique.annotate.syntax import load_model, parse
from communique.resolve.event import candidate_pairs
from communique.resolve.events.feature import pair_features
from communique.resolve.events.mention import EventMention, Story
from training.encounters.logistic import fit, save

TARGET = Path(__file__).resolve().parents[2] / "src" / "communique" / "lexicon" / "data"
PENALTY = 20.0
LEAST = 5
SOURCE = "ECB+ 1.0, train part (CC BY 3.0)"
Learned = frozenset[tuple[str, str]]
Row = tuple[list[str], str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A part of ECB+, parsed.

    Attributes:
        documents: rows of the file.
        collection: the same, parsed.
        cluster: mention -> its true event.
        by: scope ("topic", "subtopic") -> name of the story -> mentions.
    """

    documents: list[dict[str, Any]]
    collection: Collection
    cluster: dict[str, str]
    by: dict[str, dict[str, list[EventMention]]]


def learned_pairs(mentions: dict[str, list[EventMention]], cluster: dict[str, str]) -> Learned:
    """Base forms that name one event more than once; topics -> mentions."""
    counts: Counter[tuple[str, str]] = Counter()
    for rows in mentions.values():
        forms = defaultdict(set)
        for own in rows:
            forms[cluster[own.id]].add(own.lemma)
        for found in forms.values():
            counts.update((one, two) for one in found for two in found if one < two)
    return frozenset(pair for pair, count in counts.items() if count > 1)


@contextmanager
def knowing(learned: Learned) -> Iterator[None]:
    """Let the comparison know these word pairs instead of the shipped ones."""

    def known(one: str, two: str) -> bool:
        return (min(one, two), max(one, two)) in learned

    with (
        patch("communique.resolve.event.is_learned_pair", known),
        patch("communique.resolve.events.feature.is_learned_pair", known),
    ):
        yield


def rows_of(story: Story, cluster: dict[str, str], learned: Learned) -> Iterator[Row]:
    """Candidate pairs of one story with "same" or "other"."""
    with knowing(learned):
        for low, high in candidate_pairs(story.mentions):
            one, two = story.mentions[low], story.mentions[high]
            label = "same" if cluster[one.id] == cluster[two.id] else "other"
            yield pair_features(story, one, two), label, 1.0


def read_corpus(path: Path) -> Corpus:
    """Parse a part of ECB+."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        documents: list[dict[str, Any]] = [json.loads(line) for line in file]
    nlp = load_model()
    collection = Collection({row["id"]: parse(nlp, clean_text(row["id"], row["text"])) for row in documents})
    cluster = {own["id"]: own["cluster"] for row in documents for own in row["mentions"] if own["kind"] == "event"}
    by: dict[str, dict[str, list[EventMention]]] = {"topic": defaultdict(list), "subtopic": defaultdict(list)}
    for row in documents:
        spans = [(own["id"], own["start"], own["end"]) for own in row["mentions"] if own["kind"] == "event"]
        found = mentions_of(collection, row["id"], spans)
        for scope, stories in by.items():
            stories[row[scope]] += found
    return Corpus(documents, collection, cluster, by)


def without(corpus: Corpus, topic: str) -> Learned:
    """Word pairs that the other topics teach."""
    return learned_pairs({name: own for name, own in corpus.by["topic"].items() if name != topic}, corpus.cluster)


def stories_of(corpus: Corpus, topic: str) -> list[tuple[str, Story]]:
    """The story of a topic and those of its subtopics, each with the name of its scope."""
    parts = [("topic", corpus.by["topic"][topic])]
    parts += [("subtopic", own) for name, own in sorted(corpus.by["subtopic"].items()) if name.split("_")[0] == topic]
    return [(scope, Story(own, corpus.collection.vectors)) for scope, own in parts]


def topic_rows(corpus: Corpus, topic: str) -> list[Row]:
    """Pairs of a topic and of its subtopics, as on a topic never seen."""
    learned = without(corpus, topic)
    return [row for _, story in stories_of(corpus, topic) for row in rows_of(story, corpus.cluster, learned)]


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    settings = parser.parse_args()
    corpus = read_corpus(settings.bench / "ecbplus-train.jsonl.gz")
    rows = [row for topic in sorted(corpus.by["topic"]) for row in topic_rows(corpus, topic)]
    print(f"{len(rows)} pairs, {sum(label == 'same' for _, label, _ in rows)} of them the same")
    pairs = sorted(learned_pairs(corpus.by["topic"], corpus.cluster))
    head = f"# base forms that news texts have used for one event more than once; source: {SOURCE}\n"
    (settings.out / "event_pair.txt").write_text(head + "".join(f"{one} {two}\n" for one, two in pairs), encoding="utf-8")
    save(settings.out / "encounter_pair.json", *fit(rows, PENALTY, LEAST), SOURCE)


if __name__ == "__main__":
    main()
