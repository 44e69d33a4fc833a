"""How alike two renderings of a remark are in meaning and build, where editors and translators chose other words.

Words are set against each other by meaning (`lexicon.meaning`), each with the weight of its rarity; all words, empty ones
too, by their order. Other numbers, or a denial on one side alone, make two remarks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.resolve.stretch import EMPTY, LEAST_WORDS, Near, Stretch, Word, near_words, stretches

FIGURE = 0.8
ROUNDED = 1e-4
ALONE: Mapping[str, float] = {}
Weigh = Callable[[str], float]
Places = Mapping[str, Sequence[int]]


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


@dataclass(frozen=True, slots=True)
class _Scale:
    """By what two stretches are measured: how near their words are, what a word weighs, and what is too little."""

    near: Near
    weigh: Weigh
    fewest: float
    least: float

    def weight(self, words: Sequence[Word]) -> float:
        return sum(self.weigh(word.key) for word in words)


def _partners(
    one: Sequence[tuple[int, Mapping[str, float]]], two: Places, sizes: tuple[int, int]
) -> Iterator[tuple[int, int, float]]:
    """Words set against each other, each once, the nearest in meaning and then in place first.

    Args:
        one: places of content words, each with the words that are near it; two: places of content words by their text.
        sizes: number of content words of both.
    """
    found = [
        (near, -abs(left / sizes[0] - right / sizes[1]), left, right)
        for left, row in one
        for text, near in row.items()
        for right in two.get(text, ())
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    for near, _, left, right in sorted(found, reverse=True):
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            yield left, right, near


def _places(words: Sequence[Word]) -> Places:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.text, []).append(place)
    return places


def build_of(one: Sequence[Word], two: Sequence[Word], near: Near, least: float) -> float:
    """Dice of the heaviest common subsequence; 0 where it must be below `least`.

    Only words near each other change a row of the table, so the other cells are not visited.
    """
    places = _places(two)
    cells = []
    for word in one:
        nears = near.get(word.text, ALONE) if word.key[0] != EMPTY else {word.text: 1.0}
        own = [(at, value) for text, value in nears.items() for at in places.get(text, ())]
        if own:
            cells.append(own)
    if 2 * sum(max(value for _, value in own) for own in cells) < least * (len(one) + len(two)):
        return 0.0
    row = [0.0] * (len(two) + 1)
    for own in cells:
        for end, total in [(at + 1, row[at] + value) for at, value in own]:
            while end < len(row) and row[end] < total:
                row[end] = total
                end += 1
    return 2 * row[-1] / (len(one) + len(two))


def _like(
    one: tuple[Stretch, Sequence[tuple[int, Mapping[str, float]]]], two: tuple[Stretch, Places], scale: _Scale
) -> Likeness:
    (left, near), (right, places) = one, two
    if left.denies != right.denies or (left.figures and right.figures and left.figures.isdisjoint(right.figures)):
        return UNLIKE
    found = list(_partners(near, places, (len(left.content), len(right.content))))
    common = sum(own * scale.weigh(left.content[at].key) for at, _, own in found)
    if common < scale.fewest:
        return UNLIKE
    mine = common / scale.weight(left.content)
    others = sum(own * scale.weigh(right.content[at].key) for _, at, own in found) / scale.weight(right.content)
    content = (mine + others) / 2
    if (content + 1) / 2 < scale.least:
        return UNLIKE
    build = build_of(left.words, right.words, scale.near, 2 * (scale.least - ROUNDED) - content)
    score = round((content + build) / 2, 4)
    return Likeness(score, round(content, 4), round(build, 4), round(common, 4)) if score >= scale.least else UNLIKE


def likeness(
    one: tuple[str, ...],
    two: tuple[str, ...],
    weight: Weigh,
    fewest: float,
    shortest: int = LEAST_WORDS,
    least: float = 0.0,
) -> Likeness:
    """The greatest likeness of a stretch of one rendering to a stretch of the other; `UNLIKE` where none has as many
    content words in common.

    Args:
        one, two: the texts of which each consists.
        weight: the weight of the key of a content word, 1 for the rarest.
        fewest: content words that must be in common.
        shortest: words, empty ones included, that a stretch must have.
        least: score below which the answer may be `UNLIKE` instead.
    """
    near = near_words(one, two, fewest)
    if near is None:
        return UNLIKE

    def weigh(key: str) -> float:
        return FIGURE if key[0].isdigit() else weight(key)

    scale = _Scale(near, weigh, fewest, least)
    lefts, rights = ([own for own in stretches(side) if len(own.words) >= shortest] for side in (one, two))
    held = [(own, _places(own.content)) for own in rights]
    best = UNLIKE
    for left in lefts:
        rows = [(at, row) for at, word in enumerate(left.content) if (row := near.get(word.text)) is not None]
        if len(rows) >= fewest:  # no word counts for more than one
            best = max((best, *(_like((left, rows), right, scale) for right in held)))
    return best
