"""Quantities of the same thing in several documents.

What a figure counts is in the sentence around it, so two figures are compared where unit and sentence agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.compare.stage import Stage, sentence_around
from communique.compare.stated import Stated, Subject, compare_stated
from communique.compare.values import plain, relate_figures
from communique.lexicon.content_word import content_words
from communique.model import Figure, Finding

TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "age"})
SHARE = re.compile(r"^(?:per ?cent|percent|percentage point|share)\b|^%")
SIZED = re.compile(r"((?:[^\W\d_]+[ -]){2,4})of (?:about |some |up to |at least |more than )?$")
NAMED = 2
FEWEST = 3
SHARED = 0.6
MOST_HOLDERS = 40


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in base units, with the words around it; `phrase`: of what noun phrase it is the size ("a zone of 12 km")."""

    figure: Figure
    unit: str
    words: frozenset[str]
    phrase: frozenset[str] = frozenset()


def compare_figures(figures: Sequence[Figure], stage: Stage) -> Iterator[Finding]:
    """Findings about quantities of the same thing; lengths of time are compared with the thing that took them."""
    for members in _same(figures, stage):
        rows = [_stated(own.figure) for own in members]
        first = members[0].figure
        subject = Subject("figure", first.id, first.label, "figure", "figure")
        yield from compare_stated(subject, rows, relate_figures, stage.origin)


def _stated(figure: Figure) -> Stated[Figure]:
    shown = figure.evidence[0].quote if figure.evidence else figure.label
    return Stated(figure.document, shown, (figure.value, figure.comparator), figure, figure.evidence)


def _same(figures: Sequence[Figure], stage: Stage) -> Iterator[list[Quantity]]:
    """Groups of at least two documents; an index over (unit, word) keeps unlike figures from ever meeting."""
    homes: list[list[Quantity]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for figure in sorted(figures, key=lambda own: own.id):
        own = _quantity(figure, stage)
        if own is None:
            continue
        near = sorted({number for word in own.words for number in index[own.unit, word]})
        home = next((number for number in near if alike(own, homes[number][0])), None)
        if home is not None:
            homes[home].append(own)
            continue
        for word in sorted(own.words):
            if len(index[own.unit, word]) < MOST_HOLDERS:
                index[own.unit, word].append(len(homes))
        homes.append([own])
    yield from (members for members in homes if len({own.figure.document for own in members}) > 1)


def _quantity(figure: Figure, stage: Stage) -> Quantity | None:
    """None for lengths of time, and for figures whose sentence says too little."""
    unit = plain(figure.unit).removesuffix("s")
    if unit in TIME_UNITS or not figure.evidence:
        return None
    if SHARE.match(figure.unit.lower()):
        factor = 1.0 if unit.startswith("share") else 0.01
        figure = replace(figure, value=None if figure.value is None else figure.value * factor)
        unit = "share"
    span = figure.evidence[0].span
    text = stage.texts.get(figure.document, "")
    around = sentence_around(text, span)
    words = content_words(f"{text[around.start : span.start]} {text[span.end : around.end]} {figure.label}")
    kept = frozenset(word for word in words if not word[0].isdigit())
    sized = SIZED.search(text[max(around.start, span.start - 60) : span.start])
    phrase = frozenset(content_words(sized[1])) if sized is not None else frozenset()
    return Quantity(figure, unit, kept, phrase) if len(kept) >= FEWEST else None


def alike(one: Quantity, two: Quantity) -> bool:
    """Whether two figures count the same: three words in common, and most of the shorter sentence; or the sizes of
    things named by two words in common ("a joint fishing zone of 12 km")."""
    if one.phrase and two.phrase:
        return len(one.phrase & two.phrase) >= NAMED
    shared = len(one.words & two.words)
    return shared >= FEWEST and shared >= SHARED * min(len(one.words), len(two.words))
