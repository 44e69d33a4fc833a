"""What all comparisons of one record share."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.model import Record


@dataclass(frozen=True, slots=True)
class Stage:
    """Look-ups by id.

    Attributes:
        origin: document -> independence group.
        published: document -> publication day, for those that have one.
        names: actor -> name.
        documents: number of documents.
        sides: actor -> side, for the parties to the process.
    """

    origin: Mapping[str, str]
    published: Mapping[str, str]
    names: Mapping[str, str]
    documents: int
    sides: Mapping[str, str]

    def party_of(self, actor: str | None) -> str | None:
        """The side of an actor whose account something is; None for a document, an outlet or an expert."""
        return None if actor is None else self.sides.get(actor)


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
        len(record.documents),
        {actor.id: actor.side for actor in record.actors if actor.side is not None},
    )
