"""Two accounts by their words, and where in a text the first of them is to be looked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.lexicon.content_word import content_words
from communique.model import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts by their words, and what they differ in."""

    attribute: str
    one: tuple[Span, ...]
    two: tuple[Span, ...]


Rule = Callable[[str, Sequence[Span], int], Pair | None]


def words_of(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span.start : span.end]


def one_paragraph(text: str, one: Span, two: Span) -> bool:
    """Whether no line ends between two spans."""
    return "\n" not in text[one.end : two.start]


def nearest_about(text: str, before: Sequence[Span], told: str, least: int = 0) -> Span | None:
    """The sentence of `before` that shares most content words with `told`, the later one on a tie; None below `least`."""
    words = set(content_words(told))
    shared = [len(words & set(content_words(words_of(text, own)))) for own in before]
    best = max(range(len(before)), key=lambda place: (shared[place], place), default=None)
    return before[best] if best is not None and shared[best] >= least else None
