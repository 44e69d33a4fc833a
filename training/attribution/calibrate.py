"""Choose decoding numbers and fit the confidence on the training articles held aside; writes attribution.json.

Run: python -m training.attribution.calibrate --data polnear-train.jsonl.gz --model FOLDER --bench FOLDER_OF_SCORER
The folder holds the two graphs and vocab.txt. Half of the articles fit the confidence and the other half check it, then all
fit it. The confidence that is given out is fitted on what is chosen, five-fold checked; with --shown it alone is fitted again
and the rest of the folder's attribution.json stays.
"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.attribution import as_json, load_scorer, verdicts
from communique.annotate.attribution.candidate import Candidate, choose, decode_cues
from communique.annotate.attribution.confidence import FEATURES, confidence, shown_confidence
from communique.annotate.attribution.feature import Sequence, read_sequence
from communique.annotate.attribution.network import CueScores, Network
from communique.annotate.attribution.settings import Settings, read_settings
from communique.annotate.attribution.tagger import Tagger, attribution_of
from communique.annotate.attribution.wordpiece import WordPiece
from training.attribution.articles import Article, held_aside, read_articles


class Held:
    """Held-aside articles with the network's scores, computed once."""

    def __init__(
        self, articles: list[Article], tokenizer: WordPiece, network: Network, settings: Settings, scorer: ModuleType
    ) -> None:
        tagger = Tagger(tokenizer, network, settings)
        self.articles = articles
        self.scorer = scorer
        self.sequences: list[Sequence] = [read_sequence(a["text"], tokenizer) for a in articles]
        self.scores: list[list[CueScores]] = [list(tagger.scores(s)) for s in self.sequences]

    def candidates(self, settings: Settings) -> list[list[Candidate]]:
        pairs = zip(self.scores, self.sequences, strict=True)
        return [decode_cues(scores, sequence.quote, settings) for scores, sequence in pairs]

    def predicted(self, number: int, chosen: list[Candidate]) -> Article:
        found = [attribution_of(self.articles[number]["text"], self.sequences[number], c) for c in chosen]
        return {"id": self.articles[number]["id"], "attributions": [as_json(f) for f in found if f is not None]}

    def labels(self, candidates: list[list[Candidate]]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Features and rightness of every candidate, each judged on its own."""
        rows, right = [], []
        for number, group in enumerate(candidates):
            text = self.articles[number]["text"]
            tokens = self.scorer.Tokens(text)
            gold, _ = self.scorer.items_of(text, tokens, self.articles[number]["attributions"], "gold")
            for candidate in group:
                rows.append(candidate.values)
                items, _ = self.scorer.items_of(text, tokens, self.predicted(number, [candidate])["attributions"], "one")
                pairs = self.scorer.match(gold, items, 0.5, "jaccard")
                right.append(any("attributed" in self.scorer.reached(gold[i], items[j]) for i, j in pairs))
        return np.array(rows), np.array(right, dtype=float)

    def chosen(
        self, candidates: list[list[Candidate]], settings: Settings
    ) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Confidence and rightness of what is chosen, all of an article matched at once, and the article's number."""
        rows: list[tuple[float, bool, int]] = []
        for number, group in enumerate(candidates):
            weighed = [replace(c, confidence=confidence(c.values, settings.calibration)) for c in group]
            kept = choose(weighed, settings.keep)
            right = verdicts(self.scorer, self.articles[number], self.predicted(number, kept))
            rows.extend((c.confidence, own, number) for c, own in zip(kept, right, strict=True))
        chance, right_, article = zip(*rows, strict=True)
        return np.array(chance), np.array(right_, dtype=float), np.array(article)

    def score(self, candidates: list[list[Candidate]], settings: Settings) -> dict[str, Any]:
        """The scorer's report with candidates re-weighed and chosen by these settings."""
        predictions = []
        for number, group in enumerate(candidates):
            weighed = [replace(c, confidence=confidence(c.values, settings.calibration)) for c in group]
            predictions.append(self.predicted(number, choose(weighed, settings.keep)))
        report: dict[str, Any] = self.scorer.score(self.articles, predictions)
        return report


def fit_logistic(rows: NDArray[Any], right: NDArray[Any], ridge: float = 1.0, rounds: int = 50) -> tuple[float, ...]:
    """Weights of a logistic regression by Newton's method, the constant last."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = ridge * np.eye(x.shape[1])
    penalty[-1, -1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (right - chance) - penalty @ weights
        hessian = (x * (chance * (1 - chance))[:, None]).T @ x + penalty
        weights = weights + np.linalg.solve(hessian, gradient)
    return tuple(float(round(w, 5)) for w in weights)


def expected_error(rows: NDArray[Any], right: NDArray[Any], weights: tuple[float, ...], bins: int = 10) -> float:
    """Expected calibration error over equal bands of confidence."""
    return band_error(np.array([confidence(row, weights) for row in rows]), right, bins)


def fit_shown(chance: NDArray[Any], right: NDArray[Any]) -> tuple[float, float, float]:
    """Slopes and constant of `shown_confidence`."""
    rise, fall, constant = fit_logistic(np.stack([np.log(chance), -np.log(1 - chance)], 1), right, ridge=1e-3)
    return rise, fall, constant


def check_shown(chance: NDArray[Any], right: NDArray[Any], article: NDArray[Any]) -> str:
    """Calibration error before and after the map, each fifth of the articles by what the others fit; equal bands."""
    after = np.zeros(len(chance))
    for fold in range(5):
        weights = fit_shown(chance[article % 5 != fold], right[article % 5 != fold])
        after[article % 5 == fold] = [shown_confidence(c, weights) for c in chance[article % 5 == fold]]
    before, mapped = (band_error(values, right) for values in (chance, after))
    return f"ECE of what is chosen {before:.3f}, five-fold with the map {mapped:.3f}"


def band_error(chance: NDArray[Any], right: NDArray[Any], bins: int = 10) -> float:
    """Expected calibration error over equal bands of confidence."""
    band = np.minimum((chance * bins).astype(int), bins - 1)
    return float(sum(abs(chance[band == b].sum() - right[band == b].sum()) for b in range(bins)) / len(chance))


def main_figures(report: dict[str, Any]) -> str:
    """One line of the figures that the targets name, in per cent."""
    part = report["all"]["attribution"]
    attributed = part["attributed"]
    values = {
        "attributed": attributed["f1"],
        "precision": attributed["precision"],
        "recall": attributed["recall"],
        "quoted": report["quoted"]["attribution"]["attributed"]["f1"],
        "partial": part["content_partial"]["f1"],
        "exact": part["content_exact"]["f1"],
        "source": report["all"]["source_accuracy"],
    }
    return " ".join(f"{name} {100 * value:.2f}" for name, value in values.items())


def best_keep(held: Held, candidates: list[list[Candidate]], settings: Settings) -> tuple[Settings, float]:
    """The threshold with the best sum of the four F1 figures that the targets name."""
    best = (settings, 0.0)
    for keep in np.arange(0.3, 0.63, 0.04):
        tried = replace(settings, keep=round(float(keep), 2))
        report = held.score(candidates, tried)
        part = report["all"]["attribution"]
        value = part["attributed"]["f1"] + part["content_partial"]["f1"] + part["content_exact"]["f1"]
        value += report["quoted"]["attribution"]["attributed"]["f1"]
        if value > best[1]:
            best = (tried, value)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--own", type=int, default=Settings().own)
    parser.add_argument("--before", type=int, default=Settings().before)
    parser.add_argument("--after", type=int, default=Settings().after)
    parser.add_argument("--grid", action="store_true", help="try decoding biases as well")
    parser.add_argument("--shown", action="store_true", help="fit the confidence that is given out, nothing else")
    options = parser.parse_args()
    articles = [a for a in read_articles(options.data) if held_aside(a["id"])]
    settings = Settings(own=options.own, before=options.before, after=options.after)
    if options.shown:
        settings = read_settings(options.model / "attribution.json")
    network = Network(options.model / "attribution.onnx", options.model / "attribution_pairs.onnx", 1)
    held = Held(articles, WordPiece.from_file(options.model / "vocab.txt"), network, settings, load_scorer(options.bench))
    best: tuple[Settings, float] = (settings, 0.0)
    if not options.shown:
        best = choose_numbers(held, settings, options.grid)
    chosen = held.chosen(held.candidates(best[0]), best[0])
    print(check_shown(*chosen))
    final = replace(best[0], shown=fit_shown(*chosen[:2]))
    assert len(final.calibration) == FEATURES + 1
    (options.model / "attribution.json").write_text(json.dumps(asdict(final), indent=1) + "\n", encoding="utf-8")


def choose_numbers(held: Held, settings: Settings, try_biases: bool) -> tuple[Settings, float]:
    """The decoding numbers and threshold with the best sum of figures, and that sum."""
    best: tuple[Settings, float] = (settings, 0.0)
    grid = [(s, c) for s in (-0.5, 0.0, 0.5, 1.0) for c in (-0.25, 0.0, 0.25)] if try_biases else [(0.0, 0.0)]
    for source, content in grid:
        tried = replace(settings, source=source, content=content)
        candidates = held.candidates(tried)
        rows, right = held.labels(candidates)
        half = np.arange(len(rows)) < len(rows) // 2
        checked = expected_error(rows[~half], right[~half], fit_logistic(rows[half], right[half]))
        tried = replace(tried, calibration=fit_logistic(rows, right))
        tried, value = best_keep(held, candidates, tried)
        print(
            source,
            content,
            tried.keep,
            main_figures(held.score(candidates, tried)),
            f"ECE on the other half {checked:.3f}",
            flush=True,
        )
        if value > best[1]:
            best = (tried, value)
    return best


if __name__ == "__main__":
    main()
