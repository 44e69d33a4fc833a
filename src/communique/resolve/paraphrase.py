"""How alike two renderings of a remark are in meaning and build, where editors and translators chose other words.

Words are set against each other by meaning (`lexicon.meaning`), each with the weight of its rarity; all words, empty ones
too, by their order. Other numbers, or a denial on one side alone, make two remarks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from re import compile as pattern

from communique.lexicon import numeral
from communique.lexicon.content_word import WORD, content_words, is_negation
from communique.lexicon.meaning import concepts, nearness

SENTENCE = pattern(r"[.!?…;]+")
MOST_WORDS = 60
MOST_STRETCHES = 8
LEAST_WORDS = 4
PREFIX, LIKE = 5, 0.8
FIGURE = 0.8
CONTRACTED = pattern(r"'(?:d|ll|m|re|s|ve)\b")
EMPTY = "="
Weigh = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case and its key; the key of an empty word begins with "=", that of a number is its value."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a rendering: all its words, those with content, and whether it denies.

    Attributes:
        keys: of the words with content, and their beginnings.
        senses, kinds: concepts of these words; and with the ones above.
    """

    words: tuple[Word, ...]
    content: tuple[Word, ...]
    denies: bool
    keys: frozenset[str]
    senses: frozenset[int]
    kinds: frozenset[int]


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """How alike two stretches are.

    Attributes:
        score: mean of `content` and `build`.
        content: weighted share of the content words that the other stretch has too, mean of both sides.
        build: Dice of all words in their order.
        common: number of content words in common, near and common ones in part.
    """

    score: float
    content: float
    build: float
    common: float


UNLIKE = Likeness(0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=65_536)
def _word(text: str) -> Word:
    value = numeral.CARDINALS.get(text) if text != "one" else None
    if value is not None or text[0].isdigit():
        return Word(text, str(value) if value is not None else text)
    keys = content_words(text)
    return Word(text, keys[0] if keys else EMPTY + text)


def _stretch(text: str) -> Stretch:
    plain = text.lower().replace("’", "'").replace("can't", "can not").replace("cannot", "can not").replace("n't", " not")
    found = WORD.findall(CONTRACTED.sub("", plain))[:MOST_WORDS]
    words = tuple(_word(own) for own in found)
    content = tuple(own for own in words if own.key[0] != EMPTY)
    known = [concepts(own.text) for own in content]
    return Stretch(
        words,
        content,
        any(map(is_negation, found)),
        frozenset(own.key for own in content) | frozenset(own.key[:PREFIX] for own in content if len(own.key) >= PREFIX),
        frozenset(one for own, _ in known for one in own),
        frozenset(one for _, own in known for one in own),
    )


@lru_cache(maxsize=4_096)
def stretches(*parts: str) -> tuple[Stretch, ...]:
    """The whole of a rendering, its sentences and pairs of sentences; without those of no content."""
    sentences = [own for part in parts for own in SENTENCE.split(part) if len(WORD.findall(own)) >= LEAST_WORDS]
    texts = dict.fromkeys((" ".join(parts), *sentences, *map(" ".join, pairwise(sentences))))
    return tuple(own for own in map(_stretch, list(texts)[:MOST_STRETCHES]) if own.content)


def _near(one: Word, two: Word) -> float:
    if one.key == two.key:
        return 1.0
    if one.key[0] == EMPTY or two.key[0] == EMPTY or one.key[0].isdigit() or two.key[0].isdigit():
        return 0.0
    if min(len(one.key), len(two.key)) >= PREFIX and one.key[:PREFIX] == two.key[:PREFIX]:
        return LIKE
    return nearness(one.text, two.text)


def _matched(one: Stretch, two: Stretch) -> list[int]:
    """Places of the content words of one that have a word near them in the other, found without comparing word by word."""
    found = []
    for place, word in enumerate(one.content):
        if word.key in two.keys or (len(word.key) >= PREFIX and word.key[:PREFIX] in two.keys):
            found.append(place)
        elif not word.key[0].isdigit():
            senses, kinds = concepts(word.text)
            if not (senses.isdisjoint(two.kinds) and kinds.isdisjoint(two.senses)):
                found.append(place)
    return found


def _partners(one: Stretch, two: Stretch) -> Iterator[tuple[int, int, float]]:
    """Words set against each other, each once, the nearest in meaning and then in place first."""
    mine, others = one.content, two.content
    found = [
        (near, -abs(left / len(mine) - right / len(others)), left, right)
        for left in _matched(one, two)
        for right, second in enumerate(others)
        if (near := _near(mine[left], second))
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    for near, _, left, right in sorted(found, reverse=True):
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            yield left, right, near


def _build(one: Sequence[Word], two: Sequence[Word]) -> float:
    """Dice of the heaviest common subsequence."""
    row = [0.0] * (len(two) + 1)
    for first in one:
        before = 0.0
        for place, second in enumerate(two, 1):
            before, row[place] = row[place], max(row[place], row[place - 1], before + _near(first, second))
    return 2 * row[-1] / (len(one) + len(two))


def _like(one: Stretch, two: Stretch, weigh: Weigh, fewest: float, least: float) -> Likeness:
    matched = _matched(one, two)
    if len(_matched(two, one)) < fewest or sum(weigh(one.content[at].key) for at in matched) < fewest:
        return UNLIKE
    if one.denies != two.denies or (_figures(one).isdisjoint(_figures(two)) and _figures(one) and _figures(two)):
        return UNLIKE
    found = list(_partners(one, two))
    common = sum(near * weigh(one.content[at].key) for at, _, near in found)
    if common < fewest:
        return UNLIKE
    left = common / sum(weigh(own.key) for own in one.content)
    right = sum(near * weigh(two.content[at].key) for _, at, near in found) / sum(weigh(own.key) for own in two.content)
    content = (left + right) / 2
    if (content + 1) / 2 < least:
        return UNLIKE
    build = _build(one.words, two.words)
    return Likeness(round((content + build) / 2, 4), round(content, 4), round(build, 4), round(common, 4))


def _figures(own: Stretch) -> frozenset[str]:
    return frozenset(word.key for word in own.content if word.key[0].isdigit())


def likeness(
    one: Sequence[Stretch],
    two: Sequence[Stretch],
    weight: Weigh,
    fewest: float,
    shortest: int = LEAST_WORDS,
    least: float = 0.0,
) -> Likeness:
    """The greatest likeness of a stretch of one rendering to a stretch of the other; `UNLIKE` where none has as many
    content words in common.

    Args:
        one, two: as `stretches` gives them, the whole first.
        weight: the weight of the key of a content word, 1 for the rarest.
        fewest: content words that must be in common.
        shortest: words, empty ones included, that a stretch must have.
        least: score below which the answer may be `UNLIKE` instead.
    """
    if not one or not two or min(len(_matched(one[0], two[0])), len(_matched(two[0], one[0]))) < fewest:
        return UNLIKE

    def weigh(key: str) -> float:
        return FIGURE if key[0].isdigit() else weight(key)

    sides = ([own for own in side if len(own.words) >= shortest] for side in (one, two))
    return max((_like(left, right, weigh, fewest, least) for left, right in product(*sides)), default=UNLIKE)
