"""What of an event mention and its story counts for comparing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event; all words are base forms.

    Attributes:
        lemma: of the head word by position; `head`: of the head word by syntax.
        words: content words of the mention.
        text: the mention, lower case.
        tag, part: Penn tag and universal part of speech of the head.
        sentence: number of the sentence in its document.
        terms: content words of the sentence outside the mention -> weight; length 1.
        arguments: slot ("subject", "object", "phrase", "modifier", "governor") -> words.
        times, numbers, names: of the sentence.
        place: how far into the document it stands, 0..1.
        rarity: inverse document frequency of the head.
    """

    id: str
    document: str
    lemma: str
    head: str
    words: frozenset[str]
    text: str
    tag: str
    part: str
    sentence: int
    terms: Vector
    arguments: Mapping[str, frozenset[str]] = field(default_factory=dict)
    times: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    negated: bool = False
    modal: bool = False
    place: float = 0.0
    rarity: float = 0.0


def cosine(one: Vector, two: Vector) -> float:
    """Product of two vectors of length 1 (or empty ones)."""
    if len(one) > len(two):
        one, two = two, one
    return sum(weight * two.get(word, 0.0) for word, weight in one.items())


@dataclass(frozen=True)
class Story:
    """Mentions of documents on one story.

    Attributes:
        mentions: in any fixed order.
        documents: id -> (content words, names and numbers), each a vector of length 1.
    """

    mentions: Sequence[EventMention]
    documents: Mapping[str, tuple[Vector, Vector]]

    @cached_property
    def contexts(self) -> Mapping[str, Vector]:
        """Lemma -> what the sentences of all its mentions hold; length 1."""
        sums: dict[str, Counter[str]] = defaultdict(Counter)
        for own in self.mentions:
            for word, weight in own.terms.items():
                sums[own.lemma][word] += weight  # type: ignore[assignment]
        found = {}
        for lemma, counts in sums.items():
            length = sqrt(sum(weight * weight for weight in counts.values())) or 1.0
            found[lemma] = {word: weight / length for word, weight in counts.items()}
        return found

    @cached_property
    def sentences(self) -> dict[str, frozenset[tuple[str, int]]]:
        """Lemma -> sentences it stands in."""
        found: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for own in self.mentions:
            found[own.lemma].add((own.document, own.sentence))
        return {lemma: frozenset(rows) for lemma, rows in found.items()}

    @cached_property
    def homes(self) -> dict[str, frozenset[str]]:
        """Lemma -> documents it stands in."""
        return {lemma: frozenset(document for document, _ in rows) for lemma, rows in self.sentences.items()}

    @cached_property
    def counts(self) -> Counter[str]:
        """Lemma -> number of mentions."""
        return Counter(own.lemma for own in self.mentions)

    @cached_property
    def size(self) -> int:
        """Number of documents with a mention."""
        return len({own.document for own in self.mentions})
