"""What all comparisons of one record share."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.compare.sentence import bounds_of, spans_of
from communique.model import Evidence, Record, Span

STOP = re.compile(r"[.!?…][\"”’)\]]*\s|[\n\r]")
REACH = 400
TRANSLATED = re.compile(
    r"\b(?:courtesy translation|unofficial translation|translated from|translation (?:by|from)|in translation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stage:
    """Look-ups by id.

    Attributes:
        origin: document -> independence group.
        published: document -> publication day, for those that have one.
        names: actor -> name.
        texts: document -> text.
        sides: actor -> side, for the parties to the process.
        bounds: document -> where the sentences of its body start and end.
        translated: documents that say of themselves that they are translated.
    """

    origin: Mapping[str, str]
    published: Mapping[str, str]
    names: Mapping[str, str]
    texts: Mapping[str, str]
    sides: Mapping[str, str]
    bounds: Mapping[str, Sequence[int]]
    translated: frozenset[str]

    def sentences(self, document: str) -> list[Span]:
        """The sentences of a document's body, in order."""
        return spans_of(self.bounds[document])

    def party_of(self, actor: str | None) -> str | None:
        """The side of an actor whose account something is; None for a document, an outlet or an expert."""
        return None if actor is None else self.sides.get(actor)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds `span`, by full stops and line ends, 400 characters to each side at most."""
    start, end = max(0, span.start - REACH), min(len(text), span.end + REACH)
    for stop in STOP.finditer(text, start, span.start):
        start = stop.end()
    last = STOP.search(text, max(span.start, span.end - 1), end)
    return Span(min(start, span.start), max(span.end, last.start() + 1 if last is not None else end))


def words_at(stage: Stage, document: str, span: Span) -> Evidence:
    """The exact words of a document."""
    return Evidence(document, span, stage.texts[document][span.start : span.end])


def stage_of(record: Record) -> Stage:
    """The look-ups of a record."""
    published = {
        own.document.id: own.document.published.start
        for own in record.documents
        if own.document.published is not None and own.document.published.start
    }
    return Stage(
        {own.document.id: own.independence_group for own in record.documents},
        published,
        {actor.id: actor.name for actor in record.actors},
        {own.document.id: own.document.text for own in record.documents},
        {actor.id: actor.side for actor in record.actors if actor.side is not None},
        {own.document.id: bounds_of(own) for own in record.documents},
        frozenset(own.document.id for own in record.documents if TRANSLATED.search(own.document.text)),
    )
