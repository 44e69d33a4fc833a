"""From parsed documents to `EventMention`: words, arguments and circumstances of given spans."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from communique.lexicon.event_word import event_lemma
from communique.model import Analysis, Span
from communique.resolve.events.mention import EventMention, Vector

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
ARGUMENT = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})
SLOTS = {
    "nsubj": "subject", "agent": "subject", "poss": "subject", "dobj": "object", "nsubjpass": "object", "attr": "object",
    "oprd": "object", "acomp": "object", "prep": "phrase", "compound": "modifier", "amod": "modifier", "nmod": "modifier",
    "nummod": "modifier",
}  # fmt: skip
BEFORE = frozenset({"of", "in", "for", "with", "at", "by", "from", "to", "on", "who", "that", "which"})
PARTICLES = frozenset({"up", "down", "off", "out", "over", "away", "back"})
EMPTY = frozenset({"DET", "ADP", "PART", "AUX", "PRON", "PUNCT"})
NEAR = 15


class Collection:
    """Parsed documents with the weight of every word among them."""

    def __init__(self, analyses: Mapping[str, Analysis]) -> None:
        self.analyses = analyses
        self.frequency: Counter[str] = Counter()
        for analysis in analyses.values():
            self.frequency.update(
                {lemma for lemma, part in zip(analysis.lemmas, analysis.pos, strict=True) if part in CONTENT}
            )
        self.vectors = {own: self._vectors(analysis) for own, analysis in analyses.items()}

    def rarity(self, word: str) -> float:
        """Inverse document frequency."""
        return log((len(self.analyses) + 1) / (self.frequency[word] + 0.5))

    def vector(self, words: Iterable[str]) -> Vector:
        """Words weighted by rarity and logarithm of their count; length 1."""
        rows = {word: (1 + log(count)) * self.rarity(word) for word, count in Counter(words).items()}
        length = sqrt(sum(weight * weight for weight in rows.values())) or 1.0
        return {word: weight / length for word, weight in rows.items()}

    def _vectors(self, analysis: Analysis) -> tuple[Vector, Vector]:
        words = [analysis.lemmas[at] for at in range(len(analysis)) if analysis.pos[at] in CONTENT]
        names = [analysis.lemmas[at] for at in range(len(analysis)) if analysis.pos[at] in ("PROPN", "NUM")]
        return self.vector(words), self.vector(names)


def mentions_of(collection: Collection, document: str, spans: Iterable[tuple[str, int, int]]) -> list[EventMention]:
    """The mentions at (id, start, end) of a document; one that touches no token is left out."""
    analysis = collection.analyses[document]
    labels = {token: own.label for own in analysis.entities for token in range(own.first, own.last)}
    found = []
    for own, start, end in spans:
        tokens = list(analysis.tokens_in(Span(start, end)))
        if tokens:
            found.append(_mention(collection, analysis, own, tokens, labels))
    return found


def _mention(
    collection: Collection, analysis: Analysis, own: str, tokens: list[int], labels: dict[int, str]
) -> EventMention:
    inside = set(tokens)
    head = next(at for at in tokens if analysis.heads[at] not in inside or analysis.heads[at] == at)
    first, last = analysis.sentences[analysis.sentence_of[head]]
    around = [at for at in range(first, last) if at not in inside]

    def words(parts: frozenset[str]) -> frozenset[str]:
        return frozenset(analysis.lemmas[at] for at in around if analysis.pos[at] in parts)

    below = analysis.children(head)
    return EventMention(
        id=own,
        document=analysis.document.id,
        lemma=event_lemma(analysis.word(_head_by_position(analysis, tokens))),
        head=event_lemma(analysis.word(head)),
        words=frozenset(event_lemma(analysis.word(at)) for at in tokens if analysis.pos[at] not in EMPTY),
        text=analysis.words(tokens[0], tokens[-1] + 1).lower(),
        tag=analysis.tags[head],
        part=analysis.pos[head],
        sentence=analysis.sentence_of[head],
        terms=collection.vector(analysis.lemmas[at] for at in around if analysis.pos[at] in CONTENT),
        arguments=_arguments(analysis, head, inside),
        times=frozenset(
            analysis.lemmas[at] for at in range(first, last)
            if labels.get(at) in ("DATE", "TIME") and analysis.pos[at] in ("PROPN", "NUM", "NOUN")
        ),
        numbers=words(frozenset({"NUM"})),
        names=words(frozenset({"PROPN"})),
        negated=any(analysis.deps[at] == "neg" for at in below),
        modal=any(analysis.tags[at] == "MD" for at in below),
        place=analysis.starts[tokens[0]] / max(1, len(analysis.text)),
        rarity=collection.rarity(analysis.lemmas[head]),
    )  # fmt: skip


def _head_by_position(analysis: Analysis, tokens: list[int]) -> int:
    """The last word before the first preposition; the first word where a particle ends the mention."""
    for at, token in enumerate(tokens):
        if at and analysis.word(token).lower() in BEFORE:
            return tokens[at - 1]
    if len(tokens) > 1 and analysis.word(tokens[-1]).lower() in PARTICLES:
        return tokens[0]
    return tokens[-1]


def _arguments(analysis: Analysis, head: int, inside: set[int]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}

    def add(slot: str, token: int) -> None:
        words = {analysis.lemmas[at] for at in analysis.subtree(token)
                 if analysis.pos[at] in ARGUMENT and at not in inside and abs(at - token) < NEAR}  # fmt: skip
        found.setdefault(slot, set()).update(words)

    for own in analysis.children(head):
        if analysis.deps[own] in SLOTS:
            add(SLOTS[analysis.deps[own]], own)
    above = analysis.heads[head]
    if above != head and analysis.deps[head] in ("dobj", "pobj", "nsubj", "nsubjpass"):
        governor = analysis.heads[above] if analysis.pos[above] == "ADP" else above
        found.setdefault("governor", set()).add(analysis.lemmas[governor])
    return {slot: frozenset(words) for slot, words in found.items() if words}
