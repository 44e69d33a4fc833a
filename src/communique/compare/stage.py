"""What all comparisons of one record share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from communique.model import Evidence, Record, Span

STOP = re.compile(r"[.!?…][\"”’)\]]*\s|[\n\r]")
REACH = 400


@dataclass(frozen=True, slots=True)
class Stage:
    """Look-ups by id.

    Attributes:
        origin: document -> independence group.
        published: document -> publication day, for those that have one.
        names: actor -> name.
        texts: document -> text.
        sides: actor -> side, for the parties to the process.
    """

    origin: Mapping[str, str]
    published: Mapping[str, str]
    names: Mapping[str, str]
    texts: Mapping[str, str]
    sides: Mapping[str, str]

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
    )
