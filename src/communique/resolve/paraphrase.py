"""How alike two renderings of a remark are in meaning and build, where editors and translators chose other words.

Words are set against each other by meaning (`lexicon.meaning`), each with the weight of its rarity; all words, empty ones
too, by their order. Other numbers, or a denial on one side alone, make two remarks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
Near = Mapping[str, Mapping[str, float]]  # of two words by their texts; without those that are not near
NOTHING: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case and its key; the key of an empty word begins with "=", that of a number is its value."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What finds the words of a stretch from outside, without comparing word by word.

    Attributes:
        keys: of the words with content, and their beginnings.
        senses, kinds: concepts of these words; and with the ones above.
    """

    keys: frozenset[str]
    senses: frozenset[int]
    kinds: frozenset[int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a rendering: all its words, those with content, and whether it denies.

    Attributes:
        figures: keys of its numbers.
        reach: None for a part of a whole that holds all its words.
    """

    words: tuple[Word, ...]
    content: tuple[Word, ...]
    denies: bool
    figures: frozenset[str]
    reach: Reach | None


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


def _stretch(text: str, within: Stretch | None = None) -> Stretch:
    """Args: within: the whole of which the text is a part; None for a whole."""
    plain = text.lower().replace("’", "'").replace("can't", "can not").replace("cannot", "can not").replace("n't", " not")
    found = WORD.findall(CONTRACTED.sub("", plain))[:MOST_WORDS]
    words = tuple(_word(own) for own in found)
    content = tuple(own for own in words if own.key[0] != EMPTY)
    figures = frozenset(own.key for own in content if own.key[0].isdigit())
    covered = within is not None and bool(within.content) and len(within.words) < MOST_WORDS
    return Stretch(words, content, any(map(is_negation, found)), figures, None if covered else _reach(content))


def _reach(content: Sequence[Word]) -> Reach:
    known = [concepts(own.text) for own in content]
    return Reach(
        frozenset(own.key for own in content) | frozenset(own.key[:PREFIX] for own in content if len(own.key) >= PREFIX),
        frozenset(one for own, _ in known for one in own),
        frozenset(one for _, own in known for one in own),
    )


@lru_cache(maxsize=4_096)
def stretches(*parts: str) -> tuple[Stretch, ...]:
    """The whole of a rendering, its sentences and pairs of sentences; without those of no content."""
    sentences = [own for part in parts for own in SENTENCE.split(part) if len(WORD.findall(own)) >= LEAST_WORDS]
    first, *others = list(dict.fromkeys((" ".join(parts), *sentences, *map(" ".join, pairwise(sentences)))))[:MOST_STRETCHES]
    whole = _stretch(first)
    return tuple(own for own in (whole, *(_stretch(other, whole) for other in others)) if own.content)


def _near(one: Word, two: Word) -> float:
    if one.key == two.key:
        return 1.0
    if one.key[0] == EMPTY or two.key[0] == EMPTY or one.key[0].isdigit() or two.key[0].isdigit():
        return 0.0
    if min(len(one.key), len(two.key)) >= PREFIX and one.key[:PREFIX] == two.key[:PREFIX]:
        return LIKE
    return nearness(one.text, two.text)


def _matched(words: Sequence[Word], other: Reach) -> list[Word]:
    """The content words that may have a word near them in the other stretch, found without comparing word by word."""
    found = []
    for word in words:
        if word.key in other.keys or (len(word.key) >= PREFIX and word.key[:PREFIX] in other.keys):
            found.append(word)
        elif not word.key[0].isdigit():
            senses, kinds = concepts(word.text)
            if not (senses.isdisjoint(other.kinds) and kinds.isdisjoint(other.senses)):
                found.append(word)
    return found


def _number_met(one: Stretch, two: Stretch) -> int:
    return len(_matched(one.content, two.reach)) if two.reach is not None else 0


def _met(one: Sequence[Stretch], two: Sequence[Stretch]) -> dict[str, Word]:
    """The content words of one side that may have a word near them on the other one, by their text."""
    reaches = [own.reach for own in two if own.reach is not None]
    words = {word.text: word for own in one if own.reach is not None for word in own.content}
    return {word.text: word for reach in reaches for word in _matched(tuple(words.values()), reach)}


def _nearness(one: Sequence[Stretch], two: Sequence[Stretch]) -> Near:
    """How near the content words of one side are to those of the other, each two words compared once."""
    others = _met(two, one).values()
    found = {}
    for text, word in _met(one, two).items():
        row = {other.text: near for other in others if (near := _near(word, other))}
        if row:
            found[text] = row
    return found


def _partners(one: Sequence[Word], two: Sequence[Word], near: Near) -> Iterator[tuple[int, int, float]]:
    """Words set against each other, each once, the nearest in meaning and then in place first."""
    found = []
    for left, first in enumerate(one):
        row = near.get(first.text)
        if row is not None:
            for right, second in enumerate(two):
                own = row.get(second.text)
                if own is not None:
                    found.append((own, -abs(left / len(one) - right / len(two)), left, right))
    used: tuple[set[int], set[int]] = (set(), set())
    for own, _, left, right in sorted(found, reverse=True):
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            yield left, right, own


def _build(one: Sequence[Word], two: Sequence[Word], near: Near) -> float:
    """Dice of the heaviest common subsequence; only words near each other change a row of the table."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(two):
        places.setdefault(word.text, []).append(place)
    row = [0.0] * (len(two) + 1)
    for word in one:
        nears = near.get(word.text, NOTHING) if word.key[0] != EMPTY else {word.text: 1.0}
        ends = [(at + 1, row[at] + own) for text, own in nears.items() for at in places.get(text, ())]
        for end, total in ends:
            while end < len(row) and row[end] < total:
                row[end] = total
                end += 1
    return 2 * row[-1] / (len(one) + len(two))


def _like(one: Stretch, two: Stretch, near: Near, weigh: Weigh, limits: tuple[float, float]) -> Likeness:
    """Args: limits: least number of content words in common, and least score, below which the answer is `UNLIKE`."""
    fewest, least = limits
    if one.denies != two.denies or (one.figures and two.figures and one.figures.isdisjoint(two.figures)):
        return UNLIKE
    if sum(word.text in near for word in one.content) < fewest:
        return UNLIKE  # no word counts for more than one
    found = list(_partners(one.content, two.content, near))
    common = sum(own * weigh(one.content[at].key) for at, _, own in found)
    if common < fewest:
        return UNLIKE
    left = common / sum(weigh(own.key) for own in one.content)
    right = sum(own * weigh(two.content[at].key) for _, at, own in found) / sum(weigh(own.key) for own in two.content)
    content = (left + right) / 2
    if (content + 1) / 2 < least:
        return UNLIKE
    build = _build(one.words, two.words, near)
    return Likeness(round((content + build) / 2, 4), round(content, 4), round(build, 4), round(common, 4))


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
    if not one or not two or min(_number_met(one[0], two[0]), _number_met(two[0], one[0])) < fewest:
        return UNLIKE

    def weigh(key: str) -> float:
        return FIGURE if key[0].isdigit() else weight(key)

    near, limits = _nearness(one, two), (fewest, least)
    sides = ([own for own in side if len(own.words) >= shortest] for side in (one, two))
    return max((_like(left, right, near, weigh, limits) for left, right in product(*sides)), default=UNLIKE)
