"""Gold articles become training windows."""

import bisect
import random
from dataclasses import dataclass

import torch
from torch import Tensor

from communique.annotate.attribution.feature import Sequence, read_sequence
from communique.annotate.attribution.window import Window, WindowSize, cut_windows
from communique.annotate.attribution.wordpiece import CLS, MASK, SEP, WordPiece
from training.attribution.articles import Article
from training.attribution.augment import augment
from training.attribution.name_swap import swap_names
from training.attribution.network import C0, C1, O0, O1, S

Ranges = list[tuple[int, int]]


@dataclass(slots=True)
class Example:
    """One window as lists; words are counted from the window's start."""

    pieces: list[int]
    quote: list[int]
    case: list[int]
    place: list[int]
    heads: list[int]
    lines: list[int]
    first: list[tuple[int, int, int]]  # gold tags of the first stage: cue, any source, any content
    cues: list[tuple[int, int]]  # first and last word
    tags: list[list[int]]  # state of each word, for each cue


def word_range(sequence: Sequence, span: list[int]) -> tuple[int, int] | None:
    """Half-open range of the words that share a character with a span; None if there is none."""
    start = bisect.bisect_right(sequence.ends, span[0])
    end = bisect.bisect_left(sequence.starts, span[1])
    return (start, end) if start < end else None


def article_examples(
    article: Article, tokenizer: WordPiece, rng: random.Random | None, swap: float = 0.0, partners: float = 0.0
) -> list[Example]:
    """Windows of one article; with `rng`, the text is made noisy, pieces are hidden and the cuts vary."""
    text = article["text"]
    if rng is not None:
        text = augment(text, rng, partners)
    sequence = read_sequence(text, tokenizer)
    if rng is not None and rng.random() < swap:
        swap_names(sequence, text, tokenizer, rng)
    gold = []
    for item in article["attributions"]:
        cue = [r for r in (word_range(sequence, s) for s in item["cue"]) if r]
        source = [r for r in (word_range(sequence, s) for s in item["source"]) if r]
        content = [r for r in (word_range(sequence, s) for s in item["content"]) if r]
        if cue and content:
            gold.append((cue[0], source[:1], content))
    gold.sort()
    size = WindowSize(250, 0, 0) if rng is None or rng.random() < 0.6 else WindowSize(rng.choice((96, 160, 220)), 16, 16)
    first = None if rng is None else rng.randint(40, size.own)
    windows = cut_windows(sequence.pieces, sequence.paragraph, size, first)
    return [_example(sequence, window, gold, rng) for window in windows]


def _example(sequence: Sequence, window: Window, gold: list[tuple], rng: random.Random | None) -> Example:
    low, high = window.start, window.end
    pieces, quote, case, place, heads = [CLS], [0], [0], [0], []
    hide = 0.0 if rng is None or rng.random() < 0.3 else 0.06
    for word in range(low, high):
        heads.append(len(pieces))
        hidden = hide > 0 and rng.random() < hide
        for number, piece in enumerate(sequence.pieces[word]):
            pieces.append(MASK if hidden else piece)
            quote.append(sequence.quote[word])
            case.append(sequence.case[word])
            place.append(sequence.place[word] if number == 0 else 0)
    pieces.append(SEP)
    quote.append(0)
    case.append(0)
    place.append(0)
    lines = [sequence.paragraph[word] for word in range(low, high)]
    first = [[0, 0, 0] for _ in range(low, high)]
    cues, tags = [], []
    for cue, source, content in gold:
        for role, ranges in enumerate(([cue], source, content)):
            for a, b in ranges:
                for word in range(max(a, low), min(b, high)):
                    first[word - low][role] = 1 if word == a else 2
        if low <= cue[0] and cue[1] <= high:
            cues.append((cue[0] - low, cue[1] - 1 - low))
            tags.append(_states(source, content, low, high))
    return Example(pieces, quote, case, place, heads, lines, [tuple(f) for f in first], cues, tags)


def _states(source: Ranges, content: Ranges, low: int, high: int) -> list[int]:
    states = [O0] * (high - low)
    for a, b in content:
        for word in range(max(a, low), min(b, high)):
            states[word - low] = C0
    for a, b in source:
        a, b = max(a, low), min(b, high)
        if a < b:
            states[a - low : b - low] = [S] * (b - a)
            states[b - low :] = [C1 if s == C0 else O1 if s == O0 else s for s in states[b - low :]]
    return states


@dataclass(slots=True)
class Batch:
    """Tensors of several windows, padded to the longest."""

    pieces: Tensor
    quote: Tensor
    case: Tensor
    place: Tensor
    mask: Tensor  # (windows, 1, 1, pieces)
    heads: Tensor
    words: Tensor  # (windows, words), true where a word is
    lines: Tensor
    first: Tensor  # (windows, words, 3), -100 where none
    examples: list[Example]


def collate(examples: list[Example]) -> Batch:
    """Pad and stack."""
    length = max(len(e.pieces) for e in examples)
    words = max(len(e.heads) for e in examples)

    def padded(rows: list[list[int]], width: int, fill: int = 0) -> Tensor:
        return torch.tensor([row + [fill] * (width - len(row)) for row in rows])

    mask = padded([[1] * len(e.pieces) for e in examples], length).bool()
    return Batch(
        padded([e.pieces for e in examples], length),
        padded([e.quote for e in examples], length),
        padded([e.case for e in examples], length),
        padded([e.place for e in examples], length),
        mask[:, None, None, :],
        padded([e.heads for e in examples], words),
        padded([[1] * len(e.heads) for e in examples], words).bool(),
        padded([e.lines for e in examples], words, -9),
        torch.stack([padded([[f[r] for f in e.first] for e in examples], words, -100) for r in range(3)], dim=2),
        examples,
    )


def batches(examples: list[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Groups of windows of like length, about `budget` pieces each, in random order."""
    keyed = sorted(examples, key=lambda e: len(e.pieces) + rng.random() * 24)
    groups: list[list[Example]] = []
    group: list[Example] = []
    for example in keyed:
        if group and (len(group) + 1) * len(example.pieces) > budget:
            groups.append(group)
            group = []
        group.append(example)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    return groups
