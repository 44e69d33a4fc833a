"""Stretches of a remark: all of it, its sentences and pairs of sentences, each as words with the keys they are compared by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from re import compile as pattern

from communique.lexicon import numeral
from communique.lexicon.content_word import WORD, content_words, is_negation
from communique.lexicon.meaning import concepts, nearness

SENTENCE = pattern(r"[.!?…;]+")
MOST_WORDS = 60
MOST_STRETCHES = 8
LEAST_WORDS = 4
PREFIX, LIKE = 5, 0.8
CONTRACTED = pattern(r"'(?:d|ll|m|re|s|ve)\b")
EMPTY = "="
Near = Mapping[str, Mapping[str, float]]
"""How near words are in meaning, by their texts; without those that are not near."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, its key, and whether it denies; the key of an empty word begins with "=", that of a number is
    its value."""

    text: str
    key: str
    denies: bool


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
    """

    words: tuple[Word, ...]
    content: tuple[Word, ...]
    denies: bool
    figures: frozenset[str]


@lru_cache(maxsize=65_536)
def _word(text: str) -> Word:
    value, denies = numeral.CARDINALS.get(text) if text != "one" else None, is_negation(text)
    if value is not None or text[0].isdigit():
        return Word(text, str(value) if value is not None else text, denies)
    keys = content_words(text)
    return Word(text, keys[0] if keys else EMPTY + text, denies)


def _stretch(text: str) -> Stretch:
    plain = text.lower().replace("’", "'").replace("can't", "can not").replace("cannot", "can not").replace("n't", " not")
    found = WORD.findall(CONTRACTED.sub("", plain))[:MOST_WORDS]
    words = tuple([_word(own) for own in found])
    content = tuple([own for own in words if own.key[0] != EMPTY])
    figures = frozenset([own.key for own in content if own.key[0].isdigit()])
    return Stretch(words, content, any(own.denies for own in words), figures)


def reach_of(words: Sequence[Word]) -> Reach:
    """What finds these content words from outside."""
    keys = [word.key for word in words]
    known = [concepts(word.text) for word in words]
    return Reach(
        frozenset([*keys, *(key[:PREFIX] for key in keys if len(key) >= PREFIX)]),
        frozenset().union(*(senses for senses, _ in known)),
        frozenset().union(*(kinds for _, kinds in known)),
    )


@lru_cache(maxsize=8_192)
def whole(parts: tuple[str, ...]) -> tuple[Stretch, Reach]:
    """All of a rendering as one stretch."""
    own = _stretch(" ".join(parts))
    return own, reach_of(own.content)


@lru_cache(maxsize=4_096)
def stretches(parts: tuple[str, ...]) -> tuple[Stretch, ...]:
    """The whole of a rendering, its sentences and pairs of sentences; without those of no content."""
    sentences = [own for part in parts for own in SENTENCE.split(part) if len(WORD.findall(own)) >= LEAST_WORDS]
    texts = dict.fromkeys((" ".join(parts), *sentences, *map(" ".join, pairwise(sentences))))
    _, *others = list(texts)[:MOST_STRETCHES]
    return tuple(own for own in (whole(parts)[0], *map(_stretch, others)) if own.content)


def nearness_of(one: Word, two: Word) -> float:
    """1 for words of one key, 0.8 for those that begin alike, else how near they are in meaning; figures and empty words
    are near to none but themselves."""
    if one.key == two.key:
        return 1.0
    if one.key[0] == EMPTY or two.key[0] == EMPTY or one.key[0].isdigit() or two.key[0].isdigit():
        return 0.0
    if min(len(one.key), len(two.key)) >= PREFIX and one.key[:PREFIX] == two.key[:PREFIX]:
        return LIKE
    return nearness(one.text, two.text)


def met(words: Sequence[Word], other: Reach) -> dict[str, Word]:
    """Those of some content words that may have a word near them in the other stretch, by their text."""
    found = {}
    for word in words:
        if word.key in other.keys or (len(word.key) >= PREFIX and word.key[:PREFIX] in other.keys):
            found[word.text] = word
        elif not word.key[0].isdigit():
            senses, kinds = concepts(word.text)
            if not (senses.isdisjoint(other.kinds) and kinds.isdisjoint(other.senses)):
                found[word.text] = word
    return found


def near_words(one: tuple[str, ...], two: tuple[str, ...], fewest: float) -> Near | None:
    """How near the content words of one rendering are to those of another, each two words compared once.

    Returns:
        None where their wholes have fewer content words in common than `fewest`, at the most.
    """
    (mine, my_reach), (other, other_reach) = _first(one), _first(two)
    left = met(mine.content, other_reach)
    if sum(word.text in left for word in mine.content) < fewest:
        return None
    right = met(other.content, my_reach)
    if sum(word.text in right for word in other.content) < fewest:
        return None
    if any(len(whole(own)[0].words) == MOST_WORDS for own in (one, two)):
        (mine_all, my_reach), (other_all, other_reach) = _all_words(one), _all_words(two)
        left, right = met(mine_all, other_reach), met(other_all, my_reach)
    found = {text: {o.text: near for o in right.values() if (near := nearness_of(word, o))} for text, word in left.items()}
    return {text: row for text, row in found.items() if row}


def _first(parts: tuple[str, ...]) -> tuple[Stretch, Reach]:
    """The whole, or where its first words have no content the first stretch with some."""
    own, reach = whole(parts)
    return (own, reach) if own.content else next(((one, reach_of(one.content)) for one in stretches(parts)), (own, reach))


@lru_cache(maxsize=1_024)
def _all_words(parts: tuple[str, ...]) -> tuple[tuple[Word, ...], Reach]:
    """The content words of all stretches: a whole that is cut does not hold all words."""
    words = tuple({word.text: word for own in stretches(parts) for word in own.content}.values())
    return words, reach_of(words)
