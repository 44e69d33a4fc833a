"""Cross-validate the model of event pairs: `python -m training.coreference.folds --bench FOLDER`.

Topics of the train part of ECB+ fall into five folds in order of number; each is scored by a model of the other four. Prints
CoNLL F1 over the whole part for each threshold: what `benchmarks.coreference` uses is chosen here, never on the dev part.
"""

import argparse
from collections import defaultdict
from pathlib import Path
from types import ModuleType

from benchmarks.coreference import load_scorer
from communique.lexicon.encounter import Weights
from communique.resolve.event import Pair, average_link, pair_scores
from communique.resolve.events.mention import Story
from training.coreference.train import LEAST, PENALTY, Corpus, Row, knowing, read_corpus, stories_of, topic_rows, without
from training.encounters.logistic import fit

FOLDS = 5
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Scored = dict[str, list[tuple[Story, dict[Pair, float]]]]


def fold_of(topics: list[str]) -> dict[str, int]:
    """Topic -> its fold."""
    return {topic: at % FOLDS for at, topic in enumerate(sorted(topics, key=int))}


def held_out_scores(corpus: Corpus) -> Scored:
    """Scope -> stories with the scores of their pairs, by a model that has not seen their topic."""
    folds = fold_of(list(corpus.by["topic"]))
    rows: dict[str, list[Row]] = {topic: topic_rows(corpus, topic) for topic in folds}
    found: Scored = defaultdict(list)
    for fold in range(FOLDS):
        seen = [row for topic, own in folds.items() if own != fold for row in rows[topic]]
        labels, weights = fit(seen, PENALTY, LEAST)
        model = Weights(tuple(labels), {name: tuple(row) for name, row in weights.items()})
        for topic in (name for name, own in folds.items() if own == fold):
            with knowing(without(corpus, topic)):
                found_here = [(scope, story, pair_scores(story, model)) for scope, story in stories_of(corpus, topic)]
            for scope, story, scores in found_here:
                found[scope].append((story, scores))
    return found


def conll(corpus: Corpus, scorer: ModuleType, scored: list[tuple[Story, dict[Pair, float]]], threshold: float) -> float:
    """CoNLL F1 of all stories at a threshold."""
    clusters = {
        story.mentions[at].id: f"{number}.{group[0]}"
        for number, (story, scores) in enumerate(scored)
        for group in average_link(len(story.mentions), scores, threshold)
        for at in group
    }
    predicted = [
        {"id": row["id"], "mentions": [{"id": own["id"], "cluster": clusters[own["id"]]} for own in row["mentions"]
                                       if own["id"] in clusters]}
        for row in corpus.documents
    ]  # fmt: skip
    return float(scorer.score(corpus.documents, predicted, "event")["conll"])


def main() -> None:
    """Print a line for each scope and threshold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    settings = parser.parse_args()
    corpus = read_corpus(settings.bench / "ecbplus-train.jsonl.gz")
    scorer = load_scorer(settings.bench)
    for scope, scored in sorted(held_out_scores(corpus).items()):
        for threshold in THRESHOLDS:
            print(f"{scope:9} {threshold:<5} {conll(corpus, scorer, scored, threshold)}")


if __name__ == "__main__":
    main()
