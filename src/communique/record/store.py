"""A record on disk: one SQLite file."""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from communique.errors import StoreError
from communique.model import Decision, Document, DocumentRecord, Failure, Record
from communique.record import items
from communique.record.codec import decode, encode
from communique.record.schema import prepare, upgrade

BUSY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored document, without its content. `state`: "staged" until the build that brought it has ended."""

    id: str
    path: str
    sha256: str
    state: str
    extractor: str


def open_store(path: Path, *, create: bool = False) -> "Store":
    """The record at `path`.

    Args:
        path: of the record file.
        create: make a new record if there is none.

    Raises:
        StoreError: there is none, it is no record, it is damaged, or it was written by a newer version.
    """
    if not create and not path.exists():
        raise StoreError(f"there is no record at {path}; make one with: communique build FILES --record {path}")
    if path.is_dir():
        raise StoreError(f"{path} is a folder; give the path of a record file")
    try:
        connection = _connect(path, "rwc" if create else "rw")
        if create:
            upgrade(connection)
    except sqlite3.DatabaseError as error:
        readable = None if create else _read_only(path)
        if readable is None:
            raise StoreError(f"cannot open {path} as a record: {error}; the file was not touched") from error
        connection = readable
    return Store(connection, path)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        prepare(connection, str(path))
    except BaseException:
        connection.close()
        raise
    return connection


def _read_only(path: Path) -> sqlite3.Connection | None:
    """A record on a medium or in a folder that cannot be written, to be read; None where that is not what is wrong.

    SQLite reads a write-ahead log with a file beside it; without the right to make one the file is taken as it stands,
    which is right unless an unfinished log lies there.
    """
    log = path.with_name(path.name + "-wal")
    if os.access(path.parent, os.W_OK) or not os.access(path, os.R_OK) or (log.exists() and log.stat().st_size):
        return None
    try:
        return _connect(path, "ro&immutable=1")
    except sqlite3.DatabaseError:
        return None


class Store:
    """Reads and writes one record. Make it with `open_store`; use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing.

        Raises:
            StoreError: the disk is full, or another process holds the file for too long; nothing was changed.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.execute("ROLLBACK") if self.connection.in_transaction else None
                raise
            self.connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"cannot write {self.path}: {error}; nothing was changed; make room or wait, then run again"
            ) from error

    # what was read and extracted

    def stored(self) -> tuple[Stored, ...]:
        """The documents of the record, staged ones included, by id."""
        rows = self.connection.execute("SELECT id, path, sha256, state, extractor FROM document ORDER BY id")
        return tuple(Stored(*row) for row in rows)

    def stage(self, record: DocumentRecord, raw: bytes | None, extractor: str, reading: bytes | None = None) -> None:
        """Keep what one document yielded; it joins the record when `publish` is called. Replaces a former version.

        Args:
            raw: bytes that the document was read from; None keeps those there are.
            extractor: fingerprint of the rules that processed it.
            reading: the encoded document as it was read, without its text; None keeps the one there is.
        """
        doc = record.document
        row = (
            doc.id,
            doc.path,
            doc.sha256,
            extractor,
            None if raw is None else zlib.compress(raw, 6),
            zlib.compress(encode(record), 1),
            None if reading is None else zlib.compress(reading, 6),
        )
        with self.transaction():
            self.connection.execute(
                "INSERT INTO document (id, path, sha256, state, extractor, raw, record, reading) "
                "VALUES (?, ?, ?, 'staged', ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET path = excluded.path, state = 'staged', extractor = excluded.extractor, "
                "record = excluded.record, raw = coalesce(excluded.raw, raw), reading = coalesce(excluded.reading, reading)",
                row,
            )

    def document_record(self, document_id: str) -> DocumentRecord:
        """What one document yielded.

        Raises:
            StoreError: the record holds no such document.
        """
        row = self.connection.execute("SELECT record FROM document WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            raise StoreError(f"the record holds no document {document_id}; `communique status` lists them")
        return decode(DocumentRecord, zlib.decompress(row[0]))

    def reading(self, document_id: str) -> bytes | None:
        """The encoded document as it was read, without its text; None if that was not kept."""
        row = self.connection.execute("SELECT reading FROM document WHERE id = ?", (document_id,)).fetchone()
        return zlib.decompress(row[0]) if row and row[0] is not None else None

    def document(self, document_id: str) -> Document:
        """One document as it was read, to be processed again."""
        cleaned = self.document_record(document_id).document
        reading = self.reading(document_id)
        return cleaned if reading is None else replace(decode(Document, reading), text=cleaned.text)

    def files(self) -> dict[str, tuple[str, ...]]:
        """Key of every file that was parsed -> ids of the documents in it."""
        return {key: tuple(ids.split()) for key, ids in self.connection.execute("SELECT key, documents FROM file")}

    def keep_files(self, files: Mapping[str, Sequence[str]]) -> None:
        """Add to what `files` gives."""
        if files:
            rows = [(key, " ".join(ids)) for key, ids in files.items()]
            with self.transaction():
                self.connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", rows)

    def document_records(self) -> Iterator[DocumentRecord]:
        """What every document yielded, staged ones included, by document id."""
        for row in self.connection.execute("SELECT record FROM document ORDER BY id"):
            yield decode(DocumentRecord, zlib.decompress(row[0]))

    def raw(self, document_id: str) -> bytes | None:
        """The bytes that the document was read from; None if they were not kept."""
        row = self.connection.execute("SELECT raw FROM document WHERE id = ?", (document_id,)).fetchone()
        return zlib.decompress(row[0]) if row and row[0] is not None else None

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read or processed, by place."""
        return tuple(
            Failure(*row) for row in self.connection.execute("SELECT place, stage, message FROM failure ORDER BY 1, 2")
        )

    # what people decided

    def decide(self, decision: Decision) -> Decision:
        """Add a decision to the log; the result has its number."""
        with self.transaction():
            number = self.connection.execute("SELECT coalesce(max(number), 0) + 1 FROM decision").fetchone()[0]
            numbered = replace(decision, number=number)
            self.connection.execute(
                "INSERT INTO decision (number, at, author, action, section, body) VALUES (?, ?, ?, ?, ?, ?)",
                (number, decision.at, decision.author, decision.action, decision.section, encode(numbered).decode()),
            )
        return numbered

    def undo(self, number: int, by: str, at: str) -> Decision:
        """Take a decision back; it stays in the log, marked.

        Raises:
            StoreError: there is no such decision, or it was taken back already.
        """
        with self.transaction():
            found = next((row for row in self.decisions() if row.number == number), None)
            if found is None or found.undone_at is not None:
                state = "was taken back already" if found else "does not exist"
                raise StoreError(f"decision {number} {state}; `communique review --log` lists them")
            undone = replace(found, undone_at=at, undone_by=by)
            self.connection.execute(
                "UPDATE decision SET undone_at = ?, undone_by = ?, body = ? WHERE number = ?",
                (at, by, encode(undone).decode(), number),
            )
        return undone

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in order, those taken back included."""
        rows = self.connection.execute("SELECT body FROM decision ORDER BY number")
        return tuple(decode(Decision, body) for (body,) in rows)

    # what follows

    def publish(
        self, record: Record, *, removed: Iterable[str] = (), meta: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Make `record` the content of the file, in one transaction: staged documents become current, `removed` go.

        Args:
            removed: ids of documents to delete.
            meta: settings to store in the same step.
        """
        upgrade(self.connection)
        with self.transaction():
            gone = [(own,) for own in removed]
            self.connection.executemany("DELETE FROM document WHERE id = ?", gone)
            self.connection.executemany("DELETE FROM arrival WHERE document = ?", gone)
            self.connection.execute("UPDATE document SET state = 'current' WHERE state = 'staged'")
            self.connection.execute("DELETE FROM failure")
            self.connection.executemany(
                "INSERT OR REPLACE INTO failure VALUES (?, ?, ?)", [(f.where, f.stage, f.message) for f in record.failures]
            )
            items.write(self.connection, record)
            generation = int(self.meta("generation") or 0) + 1
            self.connection.execute(
                "INSERT OR IGNORE INTO arrival SELECT id, ?, ? FROM document",
                (generation, datetime.now(UTC).isoformat(timespec="seconds")),
            )
            for key, value in {**meta, "generation": str(generation)}.items():
                self.set_meta(key, value)

    def arrivals(self) -> dict[str, tuple[int, str]]:
        """Document -> the generation of the record that had it first, and when that was made (UTC; "" if unknown)."""
        if not self.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'arrival'").fetchone():
            return {}
        rows = self.connection.execute("SELECT document, generation, at FROM arrival")
        return {own: (generation, at) for own, generation, at in rows}

    def record(self) -> Record:
        """The whole record. For a part of it, ask `items` or `get`."""
        return items.read(self.connection, self.failures())

    def section(self, section: str) -> tuple[Any, ...]:
        """All items of one section of the record, in its order."""
        return items.section(self.connection, section)

    def counts(self) -> dict[str, int]:
        """How many items each section holds; "conflicts": findings of that kind, inside one document too."""
        rows = self.connection.execute("SELECT section, count(*) FROM item GROUP BY section")
        found = dict(rows.fetchall())
        conflicts = "SELECT count(*) FROM item WHERE section = 'findings' AND kind IN ('conflict', 'internal_conflict')"
        return {**found, "conflicts": self.connection.execute(conflicts).fetchone()[0]}

    def counts_by_document(self) -> dict[str, int]:
        """How many items rest on each document alone."""
        rows = self.connection.execute(
            "SELECT document, count(*) FROM item WHERE document IS NOT NULL AND section != 'documents' GROUP BY document"
        )
        return dict(rows.fetchall())

    def get(self, section: str, own: str) -> Any | None:
        """One item of the record; None if there is none of that id."""
        return items.get(self.connection, section, own)

    def meta(self, key: str) -> str | None:
        """A stored setting; None if not set."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Store a setting."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def metas(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """(key, value) of the settings whose keys begin with `prefix`, by key."""
        rows = self.connection.execute(
            "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ? ORDER BY key", (len(prefix), prefix)
        )
        return tuple((key, value) for key, value in rows)

    def drop_meta(self, key: str) -> None:
        """Forget a setting. Inside a `transaction`."""
        self.connection.execute("DELETE FROM meta WHERE key = ?", (key,))

    def search(self, query: str, limit: int = 50) -> tuple[tuple[str, str, str], ...]:
        """(section, id, snippet) of the items whose words match all words of `query`, best first; [[ ]] mark the match."""
        words = [word.replace('"', "") for word in query.split()]
        match = " ".join(f'"{word}"*' for word in words if word)
        if not match:
            return ()
        rows: Sequence[tuple[str, str, str]] = self.connection.execute(
            "SELECT section, id, snippet(fts, 2, '[[', ']]', ' … ', 24) FROM fts WHERE fts MATCH ? "
            "ORDER BY bm25(fts), section, id LIMIT ?",
            (match, limit),
        ).fetchall()
        return tuple(rows)
