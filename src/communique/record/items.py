"""The assembled record as rows: one a line of the record, with what lists and searches need beside it."""

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from communique.model import (
    Actor,
    Agreement,
    DateValue,
    Encounter,
    Failure,
    Figure,
    Finding,
    Forecast,
    Issue,
    Judgement,
    Position,
    Quotation,
    Record,
    RecordDocument,
    Review,
    Side,
)
from communique.record.codec import decode, encode

BATCH = 500  # rows that are written at a time


@dataclass(frozen=True, slots=True)
class Row:
    """What a list or a search needs of an item, beside the item itself."""

    id: str
    label: str
    kind: str | None = None
    status: str | None = None
    document: str | None = None
    date: DateValue | None = None
    weight: float | None = None
    actors: tuple[str, ...] = ()
    text: str = ""


def _words(evidence: Iterable[Any]) -> str:
    return " … ".join(found.quote for found in evidence)


def _document(found: RecordDocument) -> Row:
    doc = found.document
    label = doc.title or doc.path
    outlet = doc.outlet.name if doc.outlet else None
    return Row(doc.id, label, outlet, None, doc.id, doc.published, text=f"{label}\n{doc.text}")


def _actor(found: Actor) -> Row:
    names = " ".join(sorted({mention.evidence.quote for mention in found.mentions if mention.kind != "pronoun"}))
    offices = " ".join(office.title for office in found.offices)
    return Row(
        found.id,
        found.name,
        found.kind,
        found.side,
        weight=len(found.mentions),
        actors=(found.id,),
        text=f"{names} {offices}",
    )


def _encounter(found: Encounter) -> Row:
    actors = tuple(sorted({participant.actor for participant in found.participants}))
    text = f"{found.label}\n" + "\n".join(_words(mention.evidence) for mention in found.mentions)
    return Row(found.id, found.label, found.kind, found.status, None, found.date, len(found.mentions), actors, text)


def _quotation(found: Quotation) -> Row:
    actors = tuple(sorted({own for own in (found.speaker, *found.joint_speakers) if own}))
    words = _words(found.content)
    return Row(
        found.id, words, found.form, found.speaker_kind, found.document, found.said_on, found.confidence, actors, words
    )


def _position(found: Position) -> Row:
    words = _words(found.content)
    return Row(
        found.id, words, found.stance, found.issue, found.document, found.date, found.confidence, (found.actor,), words
    )


def _agreement(found: Agreement) -> Row:
    words = "\n".join(_words(mention.content) for mention in found.mentions)
    return Row(
        found.id,
        found.label,
        found.kind,
        found.status,
        None,
        found.due,
        len(found.mentions),
        tuple(sorted(set(found.parties))),
        words,
    )


def _forecast(found: Forecast) -> Row:
    status = found.outcome.status if found.outcome else None
    actors = tuple(sorted({own for own in (found.who, *found.joint) if own}))
    return Row(
        found.id,
        found.claim,
        found.kind,
        status,
        found.document,
        found.window,
        found.confidence,
        actors,
        _words(found.content),
    )


def _figure(found: Figure) -> Row:
    return Row(found.id, found.label, found.unit, found.comparator, found.document, text=_words(found.evidence))


def _finding(found: Finding) -> Row:
    values = "\n".join(f"{value.value}: {_words(value.evidence)}" for value in found.values)
    return Row(found.id, found.label, found.kind, found.attribute, weight=found.weight, text=f"{found.label}\n{values}")


def _judgement(found: Judgement) -> Row:
    return Row(
        f"{found.section}/{found.left}/{found.right}/{found.author}",
        found.left,
        found.section,
        found.verdict,
        weight=found.score,
    )


def _review(found: Review) -> Row:
    return Row(found.id, found.words.quote, found.section, found.state)


SECTIONS: dict[str, tuple[type[Any], Callable[[Any], Row]]] = {
    "documents": (RecordDocument, _document),
    "sides": (Side, lambda found: Row(found.id, found.name)),
    "actors": (Actor, _actor),
    "issues": (Issue, lambda found: Row(found.id, found.name, text=f"{found.name} {found.definition or ''}")),
    "encounters": (Encounter, _encounter),
    "quotations": (Quotation, _quotation),
    "positions": (Position, _position),
    "agreements": (Agreement, _agreement),
    "forecasts": (Forecast, _forecast),
    "figures": (Figure, _figure),
    "findings": (Finding, _finding),
    "judgements": (Judgement, _judgement),
    "reviews": (Review, _review),
}


def write(connection: sqlite3.Connection, record: Record) -> None:
    """Replace all items by those of `record`; call inside a transaction."""
    for table in ("item", "item_actor", "fts"):
        connection.execute(f"DELETE FROM {table}")
    for section, (_, row_of) in SECTIONS.items():
        found = getattr(record, section)
        for start in range(0, len(found), BATCH):
            _write(
                connection, section, [(at, own, row_of(own)) for at, own in enumerate(found[start : start + BATCH], start)]
            )


def _write(connection: sqlite3.Connection, section: str, rows: list[tuple[int, Any, Row]]) -> None:
    connection.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _item_rows(section, rows))
    connection.executemany(
        "INSERT INTO item_actor VALUES (?, ?, ?)", [(section, row.id, actor) for _, _, row in rows for actor in row.actors]
    )
    connection.executemany(
        "INSERT INTO fts VALUES (?, ?, ?)", [(section, row.id, row.text) for _, _, row in rows if row.text]
    )


def _item_rows(section: str, rows: list[tuple[int, Any, Row]]) -> Iterator[tuple[Any, ...]]:
    for place, found, row in rows:
        start = row.date.start if row.date else None
        end = (row.date.end or row.date.start) if row.date else None
        body = zlib.compress(encode(found), 1)
        yield section, place, row.id, row.kind, row.status, row.label, row.document, start, end, row.weight, body


def read(connection: sqlite3.Connection, failures: tuple[Failure, ...]) -> Record:
    """The record that the items make up."""
    found: dict[str, Any] = {name: section(connection, name) for name in SECTIONS}
    assert {field.name for field in fields(Record)} == {*found, "failures"}
    return Record(**found, failures=failures)


def section(connection: sqlite3.Connection, name: str) -> tuple[Any, ...]:
    """All items of one section, in order."""
    rows = connection.execute("SELECT body FROM item WHERE section = ? ORDER BY place", (name,))
    return tuple(decode(SECTIONS[name][0], zlib.decompress(body)) for (body,) in rows)


def get(connection: sqlite3.Connection, section: str, own: str) -> Any | None:
    """One item; None if there is none of that id."""
    row = connection.execute("SELECT body FROM item WHERE section = ? AND id = ?", (section, own)).fetchone()
    return decode(SECTIONS[section][0], zlib.decompress(row[0])) if row else None
