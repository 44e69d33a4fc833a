"""A harder set of reprint pairs, made from texts by rule with a fixed seed: what editors and rewriting machines do.

Each base text yields one dependent pair a variant: cut to a third, reordered, words swapped, phrased anew ("translated and
back" by rule), wrapped into another story. Independent pairs are texts about one event that share little, as they are and
with one long quotation put into both.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

SEED = 20250218
SENTENCE = re.compile(r"(?<=[.!?])[\"”']?\s+|\n+")
WORD = re.compile(r"[A-Za-z]+")
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
PHRASES = (
    (r"\bdidn't\b", "did not"), (r"\bwon't\b", "will not"), (r"\bcan't\b", "cannot"), (r"\bis\b", "'s"),
    (r"\bhas been\b", "was"), (r"\bwho\b", "that"), (r"\bwhich\b", "that"), (r"\bthe\b", "a"), (r"\bin order to\b", "to"),
    (r"\bas well as\b", "and"), (r"\bmore than\b", "over"), (r"\bless than\b", "under"), (r"\baccording to\b", "as per"),
    (r"\bbut\b", "however"), (r"\balso\b", "too"), (r"\bof the\b", "of"), (r"\bhad\b", "has"), (r"\bwere\b", "are"),
    (r"\bwas\b", "is"), (r"\bwill\b", "shall"),
)  # fmt: skip
SPEECH = (
    "We came here to listen and we leave with the firm intention to return, because no side can carry this burden alone,"
    " and the people who wait at home for news of their sons have a right to hear from us that the door stays open."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and whether one depends on the other."""

    kind: str
    one: str
    two: str
    dependent: bool


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part.strip() for part in SENTENCE.split(text) if part.strip()]


def load_swaps() -> dict[str, str]:
    """The words that the rewriting machine swaps."""
    path = Path(__file__).parent / "data" / "synonyms.yaml"
    loaded: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))["swap"]
    return loaded


def swap_words(text: str, swaps: Mapping[str, str]) -> str:
    """Every word of the list replaced."""
    return WORD.sub(lambda match: swaps.get(match.group().lower(), match.group()), text)


def cut(text: str, rng: random.Random) -> str:
    """A third of the sentences, from the top or from anywhere."""
    own = sentences(text)
    size = max(2, len(own) // 3)
    kept = range(size) if rng.random() < 0.5 else sorted(rng.sample(range(len(own)), size))
    return " ".join(own[at] for at in kept)


def reorder(text: str, rng: random.Random) -> str:
    """Four fifths of the sentences in another order."""
    own = sentences(text)
    rng.shuffle(own)
    return " ".join(own[: max(2, len(own) * 4 // 5)])


def rephrase(text: str, swaps: Mapping[str, str], rng: random.Random) -> str:
    """Grammar words changed, day phrases moved to the front, half of the swappable words swapped, clauses turned round."""
    chosen = {word: new for word, new in swaps.items() if rng.random() < 0.5}
    made = []
    for sentence in sentences(swap_words(text, chosen)):
        for pattern, new in PHRASES:
            sentence = re.sub(pattern, new, sentence)
        day = re.search(rf"(.+?) (on (?:{DAYS}))\b(.*)", sentence)
        if day:
            sentence = f"{day.group(2).capitalize()}, {day.group(1)}{day.group(3)}"
        elif sentence.count(",") == 1 and rng.random() < 0.5:
            head, tail = sentence.rstrip(".").split(",")
            sentence = f"{tail.strip().capitalize()}, {head.strip()}."
        made.append(sentence)
    return " ".join(made)


def wrap(text: str, other: str, rng: random.Random) -> str:
    """The text in the middle of another story."""
    around = sentences(other)
    at = rng.randint(0, len(around))
    return " ".join([*around[:at], text, *around[at:]])


def hard_pairs(texts: Mapping[str, str], together: Sequence[tuple[str, str]], size: int = 150) -> Iterator[Pair]:
    """The set.

    Args:
        texts: document id -> text.
        together: pairs of ids about one event that share little.
        size: number of base texts, and of independent pairs of each sort.
    """
    rng = random.Random(SEED)
    swaps = load_swaps()
    long_enough = sorted(name for name, text in texts.items() if len(sentences(text)) >= 9)
    bases = rng.sample(long_enough, min(size, len(long_enough)))
    makers: dict[str, Callable[[str], str]] = {
        "cut": lambda text: cut(text, rng),
        "reordered": lambda text: reorder(text, rng),
        "swapped": lambda text: swap_words(text, swaps),
        "rephrased": lambda text: rephrase(text, swaps, rng),
        "cut and swapped": lambda text: swap_words(cut(text, rng), swaps),
        "wrapped": lambda text: wrap(text, texts[rng.choice(long_enough)], rng),
    }
    for name in bases:
        for kind, make in makers.items():
            yield Pair(kind, texts[name], make(texts[name]), True)
    apart = rng.sample(sorted(together), min(size, len(together)))
    for one, two in apart:
        yield Pair("one event", texts[one], texts[two], False)
        yield Pair("one speech", _with_speech(texts[one], rng), _with_speech(texts[two], rng), False)


def _with_speech(text: str, rng: random.Random) -> str:
    own = sentences(text)
    own.insert(rng.randint(0, len(own)), f'"{SPEECH}" the chair of the meeting said.')
    return " ".join(own)
