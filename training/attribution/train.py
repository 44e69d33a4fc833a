"""Train the attribution network.

Run: python -m training.attribution.train --data TRAIN.jsonl.gz --encoder model.safetensors --vocabulary vocab.txt --out DIR
"""

import argparse
import copy
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from communique.annotate.attribution.cue import AFTER, BEFORE
from communique.annotate.attribution.wordpiece import WordPiece
from training.attribution.data import Batch, Example, article_examples, batches, collate, held_aside, read_articles
from training.attribution.network import C0, C1, O0, O1, S, Tagger, crf_loss, distance_bucket, load_encoder

SEED = 20260101
MAX_FALSE = 3  # false cues a window that the second stage learns to refuse


def candidates(batch: Batch, first: Tensor, rng: random.Random) -> tuple[list[tuple[int, int, int]], list[list[int] | None]]:
    """Cues for the second stage, (window, first word, last word), and their tags, None for a false one.

    These are the gold cues, those that the first stage believes in, and its own limits of gold ones.
    """
    rows: list[tuple[int, int, int]] = []
    tags: list[list[int] | None] = []
    chance = first[:, :, :3].float().softmax(-1)
    best = chance.argmax(-1).tolist()
    sure = (1 - chance[:, :, 0]).tolist()
    for window, example in enumerate(batch.examples):
        for cue, states in zip(example.cues, example.tags, strict=True):
            rows.append((window, *cue))
            tags.append(states)
        gold = {word: number for number, (a, b) in enumerate(example.cues) for word in range(a, b + 1)}
        false = []
        word = 0
        count = len(example.heads)
        while word < count:
            if sure[window][word] > 0.2:
                end = word
                while end + 1 < count and best[window][end + 1] == 2:
                    end += 1
                owners = {gold[w] for w in range(word, end + 1) if w in gold}
                if not owners:
                    false.append((sure[window][word], word, end))
                elif len(owners) == 1 and (word, end) != example.cues[owner := owners.pop()] and rng.random() < 0.5:
                    rows.append((window, word, end))
                    tags.append(example.tags[owner])
                word = end
            word += 1
        for _, a, b in sorted(false, reverse=True)[:MAX_FALSE]:
            rows.append((window, a, b))
            tags.append(None)
    return rows, tags


@dataclass(slots=True)
class Pairs:
    """Inputs of the second stage, see `Tagger.pair`; `words` is true where a near word is."""

    row: Tensor
    cue: Tensor
    index: Tensor
    bucket: Tensor
    line: Tensor
    words: Tensor


def pair_inputs(batch: Batch, rows: list[tuple[int, int, int]]) -> Pairs:
    """Cues with the words near them, chosen as in `communique.annotate.attribution.cue.near_words`."""
    table = torch.tensor(rows)
    row, cue = table[:, 0], table[:, 1:]
    total = batch.words.sum(1)[row]
    width = min(batch.words.shape[1], int((cue[:, 1] - cue[:, 0]).max()) + 1 + BEFORE + AFTER)
    start = torch.minimum((cue[:, 0] - BEFORE).clamp(min=0), (total - width).clamp(min=0))
    index = start[:, None] + torch.arange(width)[None]
    real = index < total[:, None]
    index = torch.minimum(index, total[:, None] - 1)
    offset = torch.where(index < cue[:, :1], index - cue[:, :1], torch.where(index > cue[:, 1:], index - cue[:, 1:], 0))
    lines = batch.lines[row].gather(1, index)
    line = (lines - batch.lines[row].gather(1, cue[:, :1])).clamp(-1, 1) + 1
    return Pairs(row, cue, index, distance_bucket(offset), line, real)


def near_states(tags: list[list[int]], index: Tensor, real: Tensor) -> Tensor:
    """Gold states of the near words; without the source among them, as if there were none."""
    width = max(int(index.max()) + 1, max(len(t) for t in tags))
    states = torch.tensor([t + [O0] * (width - len(t)) for t in tags]).gather(1, index)
    states = torch.where(real, states, O0)
    lost = (states != S).all(1, keepdim=True)
    states = torch.where(lost & (states == O1), O0, states)
    return torch.where(lost & (states == C1), C0, states)


def losses(model: Tagger, batch: Batch, rng: random.Random, bf16: bool) -> tuple[Tensor, dict[str, float]]:
    """Joint loss of a batch, per gold cue, and its parts."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
        words = model.words(batch.pieces, batch.quote, batch.case, batch.place, batch.mask, batch.heads)
        first = model.first(words)
    flat = first.float().view(-1, 3, 3)
    gold = batch.first.view(-1, 3)
    stage = [functional.cross_entropy(flat[:, r], gold[:, r], ignore_index=-100, reduction="sum") for r in range(3)]
    cues = max(1, sum(len(e.cues) for e in batch.examples))
    total = stage[0] + 0.3 * (stage[1] + stage[2])
    parts = {"cue": stage[0].item(), "any": (stage[1] + stage[2]).item(), "crf": 0.0, "valid": 0.0, "n": float(cues)}
    rows, tags = candidates(batch, first.detach(), rng)
    if rows:
        near = pair_inputs(batch, rows)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            mask = near.words[:, None, None, :]
            emissions, valid = model.pair(words, near.row, near.cue, near.index, near.bucket, near.line, mask)
        true = torch.tensor([t is not None for t in tags])
        judged = functional.binary_cross_entropy_with_logits(valid.float(), true.float(), reduction="sum")
        total = total + judged
        parts["valid"] = judged.item()
        if true.any():
            states = near_states([t for t in tags if t is not None], near.index[true], near.words[true])
            nll = crf_loss(emissions[true].float(), states, near.words[true]).sum()
            total = total + nll
            parts["crf"] = nll.item()
    return total / cues, parts


def optimizer_of(model: Tagger, rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW: lower rates for lower encoder layers, no decay for norms and biases."""
    groups = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        scale = rate
        if not name.startswith("encoder."):
            scale = head_rate
        elif ".layers." in name:
            scale = rate * 0.9 ** (5 - int(name.split(".")[2]))
        elif name.startswith("encoder.quote") or name.startswith("encoder.case") or name.startswith("encoder.place"):
            scale = rate
        else:
            scale = rate * 0.9**6
        groups.append(
            {"params": [parameter], "lr": scale, "base": scale, "weight_decay": 0.01 if parameter.dim() > 1 else 0.0}
        )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)


class Average:
    """Running average of the weights, as used for every checkpoint."""

    def __init__(self, model: Tagger, decay: float) -> None:
        self.model = copy.deepcopy(model).eval()
        self.decay = decay
        self.steps = 0

    @torch.no_grad()
    def update(self, model: Tagger) -> None:
        self.steps += 1
        keep = min(self.decay, self.steps / (self.steps + 10))
        for own, new in zip(self.model.parameters(), model.parameters(), strict=True):
            if new.requires_grad:
                own.lerp_(new, 1 - keep)


def epoch_examples(articles: list, tokenizer: WordPiece, epoch: int, noise: tuple[float, float]) -> list[Example]:
    """All windows of one epoch, with that epoch's noise: shares of articles with names swapped, with mates of marks lost."""
    return [
        example
        for number, article in enumerate(articles)
        for example in article_examples(article, tokenizer, random.Random(f"{SEED}-{epoch}-{number}"), *noise)
    ]


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = WordPiece.from_file(options.vocabulary)
    articles = [a for a in read_articles(options.data) if options.all or not held_aside(a["id"])]
    model = Tagger()
    load_encoder(model, options.encoder)
    if options.start is not None:
        model.load_state_dict(torch.load(options.start))
    optimizer = optimizer_of(model, options.rate, options.head_rate)
    average = Average(model, options.decay)
    step = 0
    noise = (options.swap, options.partners)
    windows = epoch_examples(articles, tokenizer, 0, noise)
    planned = options.steps or options.epochs * len(batches(windows, options.budget, random.Random(0)))
    stop = min(planned, options.stop or planned) if options.steps or options.stop else None
    print(json.dumps({"articles": len(articles), "planned_steps": planned}), flush=True)
    for epoch in range(options.epochs):
        rng = random.Random(f"{SEED}-{options.first_epoch + epoch}")
        groups = batches(epoch_examples(articles, tokenizer, options.first_epoch + epoch, noise), options.budget, rng)
        model.train()
        sums: dict[str, float] = {}
        began = time.monotonic()
        for number, group in enumerate(groups):
            if step == stop:
                break
            scale = min((step + 1) / options.warmup, max(0.02, (planned - step) / max(1, planned - options.warmup)))
            for part in optimizer.param_groups:
                part["lr"] = part["base"] * scale
            loss, parts = losses(model, collate(group), rng, options.bf16)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            average.update(model)
            step += 1
            for key, value in parts.items():
                sums[key] = sums.get(key, 0.0) + value
            if step % 20 == 0:
                row = {k: round(v / sums["n"], 3) for k, v in sums.items() if k != "n"}
                print(
                    json.dumps(
                        {
                            "step": step,
                            "of": planned,
                            "epoch": epoch,
                            **row,
                            "s_per_step": round((time.monotonic() - began) / (number + 1), 2),
                        }
                    ),
                    flush=True,
                )
                if step % 100 == 0:
                    sums = {}
            if step % 50 == 0:
                torch.save(average.model.state_dict(), options.out / "latest.pt")
        torch.save(average.model.state_dict(), options.out / f"epoch{epoch + 1}.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--first-epoch", type=int, default=0, help="number of the first epoch, for its own noise")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--steps", type=int, help="length of the schedule, in place of all steps of the epochs")
    parser.add_argument("--stop", type=int, help="end after so many steps of the schedule")
    parser.add_argument("--swap", type=float, default=0.0, help="share of articles whose names are swapped")
    parser.add_argument("--partners", type=float, default=0.0, help="share of articles whose pairs of marks lose one of two")
    parser.add_argument("--budget", type=int, default=2048, help="pieces a step")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.997)
    parser.add_argument("--warmup", type=int, default=100)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--all", action="store_true", help="train on the articles held aside as well")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
