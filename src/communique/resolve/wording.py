"""How alike two renderings of a remark are word by word: whole or a sentence of it, since other documents may cut."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.lexicon.content_word import WORD, content_words, stem

FEWEST = 2
LEAST_VERBATIM = 8
LEAST_CLOSE = 4
MOST_SENTENCES = 12
MOST_PIECES = 24
LEAST_WORDS = 4
LONGEST_RATIO = 3
SAME_DIRECT = 0.6
SAME_SHORT = 0.75
SAME_WORDING = 0.45
LONG = 10
SAME_GRAMMAR = 0.7
SAME_FIGURES = 0.9
SAME_MIXED = 0.85
SAME_INDIRECT = 0.92
ORDERED = 0.5
SENTENCE = re.compile(r"[.!?…;]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendering: keys of its content words with how often each occurs, and stems of all its words."""

    content: tuple[str, ...]
    words: tuple[str, ...]
    bag: Mapping[str, int]


def pieces_of(parts: Sequence[str]) -> tuple[Piece, ...]:
    """The whole of a quotation, its sentences and pairs of these.

    Args:
        parts: the texts of which it consists.
    """
    whole = piece_of(" ".join(parts))
    sentences = [piece for part in parts for piece in map(piece_of, SENTENCE.split(part)[:MOST_SENTENCES])]
    runs = [whole, *(piece for piece in sentences if len(piece.words) >= LEAST_WORDS and piece != whole)]
    joined = [_join(one, two) for one, two in pairwise(sentences)]
    return (*runs, *(piece for piece in joined if piece != whole and len(piece.words) >= LEAST_WORDS))[:MOST_PIECES]


def piece_of(text: str) -> Piece:
    """A text as one stretch."""
    content = tuple(word for word in content_words(text) if not word[0].isdigit())  # figures are compared apart
    return Piece(content, tuple(stem(word) for word in WORD.findall(text)), Counter(content))


def _join(one: Piece, two: Piece) -> Piece:
    return Piece((*one.content, *two.content), (*one.words, *two.words), Counter((*one.content, *two.content)))


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How alike two stretches are.

    Attributes:
        score: weighted share of the shorter one's content words that the other one has, less for unlike lengths.
        common: number of common content words.
        ordered: share of them in the same order.
        wording: Dice of all words, empty ones included.
        length: words of the shorter one, empty ones included.
    """

    score: float
    common: int = 0
    ordered: float = 0.0
    wording: float = 0.0
    length: int = 0


NOTHING = Match(0.0)


def is_enough(own: Match, quoted: int) -> bool:
    """Whether a match is one act of speech.

    Few content words must come with the same grammar around them; short catchphrases are said on many days and join
    nothing; so do standing demands, so that two indirect renderings must have nearly all of six words in common.

    Args:
        quoted: how many of the two renderings (0 to 2) give words between quotation marks.
    """
    if own.ordered < ORDERED:
        return False
    if quoted < 2:
        return own.common >= (5 if quoted else 6) and own.score >= (SAME_MIXED if quoted else SAME_INDIRECT)
    if own.common >= 4:
        return own.score >= SAME_DIRECT
    if own.length >= LONG and own.score >= SAME_DIRECT and own.wording >= SAME_GRAMMAR:
        return True
    return own.length >= 6 and own.score >= SAME_SHORT and own.wording >= SAME_WORDING


def is_verbatim(own: Match) -> bool:
    """Whether long quoted words are all but the same: enough where one document does not tell who said them."""
    return own.common >= 5 and own.length >= LEAST_VERBATIM and own.score >= SAME_FIGURES and own.wording >= SAME_FIGURES


def closest(one: Sequence[Piece], two: Sequence[Piece], weight: dict[str, float]) -> Match:
    """The best match of the whole of a rendering with a stretch of the other one that is close enough where one document
    only describes its speaker: a translation in like grammar. `NOTHING` if there is none."""
    tried = [*((one[0], right) for right in two), *((left, two[0]) for left in one[1:])]
    return max((m for left, right in tried if _is_close(m := _match(left, right, weight, SAME_DIRECT))), default=NOTHING)


def _is_close(own: Match) -> bool:
    alike = own.ordered >= ORDERED and own.wording >= SAME_WORDING
    return own.common >= LEAST_CLOSE and own.length >= LEAST_VERBATIM and alike


def similarity(
    one: Sequence[Piece], two: Sequence[Piece], weight: dict[str, float], least: float, quoted: int | None
) -> Match:
    """The best match of a stretch of one rendering with a stretch of the other: a rendering may be cut.

    Matches with a score below `least` count as none. With `quoted` (see `is_enough`) a match that is enough goes before any
    that is not: a sentence that is more alike must not hide that the whole is alike too.
    """
    found = (_match(left, right, weight, least) for left in one for right in two if left.bag.keys() & right.bag.keys())
    return max(found, key=lambda own: (quoted is not None and is_enough(own, quoted), own), default=NOTHING)


def _match(left: Piece, right: Piece, weight: dict[str, float], least: float) -> Match:
    sizes = len(left.content), len(right.content)
    swapped = sizes[1] < sizes[0] or (sizes[0] == sizes[1] and right.content < left.content)
    short, long_ = (right, left) if swapped else (left, right)
    if not short.content or len(short.content) * LONGEST_RATIO < len(long_.content):
        return NOTHING
    common = {word: min(short.bag[word], long_.bag[word]) for word in short.bag.keys() & long_.bag.keys()}
    number = sum(common.values())
    if number < FEWEST:
        return NOTHING
    total = sum(weight.get(word, 1.0) for word in short.content)
    shared = sum(weight.get(word, 1.0) * common[word] for word in short.bag if word in common)
    both = 2 * number / (len(short.content) + len(long_.content))
    score = round(shared / total * (0.7 + 0.3 * both), 4)
    if score < least:
        return NOTHING
    alike = sum((Counter(short.words) & Counter(long_.words)).values())
    wording = 2 * alike / (len(short.words) + len(long_.words))
    ordered = _in_order(short.content, long_.content) / number
    return Match(score, number, ordered, wording, min(len(short.words), len(long_.words)))


def _in_order(short: tuple[str, ...], long_: tuple[str, ...]) -> int:
    """Length of the longest common subsequence, of the first 60 words of each."""
    row = [0] * (min(len(long_), 60) + 1)
    for word in short[:60]:
        before = 0
        for place, other in enumerate(long_[:60], 1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]
