"""The tables of a record file (SQLite), and the check of a file that is opened.

Three kinds of rows, kept apart:
- what was read and extracted: `document` (one row each; "staged" until the build that brought it ends; `reading`: as
  read, before cleaning filled in what it learnt), `file` (which documents a file's bytes gave), `failure`;
- what people decided: `decision` (append only; undone, never deleted);
- when a document came into the record: `arrival` (the generation that had it first, and the day; never exported);
- what follows from the two: `item`, `item_actor`, `fts` (made anew by every build or decision).
"""

import sqlite3

from communique.errors import StoreError

VERSION = 3
APPLICATION_ID = 0x434D4E51  # "CMNQ"

TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staged', 'current')),
  extractor TEXT NOT NULL, raw BLOB, record BLOB NOT NULL, reading BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (key TEXT PRIMARY KEY, documents TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failure (
  place TEXT NOT NULL, stage TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (place, stage)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS arrival (document TEXT PRIMARY KEY, generation INTEGER NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS decision (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, action TEXT NOT NULL, section TEXT NOT NULL,
  body TEXT NOT NULL, undone_at TEXT, undone_by TEXT);
CREATE TABLE IF NOT EXISTS item (
  section TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT, status TEXT, label TEXT NOT NULL,
  document TEXT, date_start TEXT, date_end TEXT, weight REAL, body BLOB NOT NULL,
  PRIMARY KEY (section, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_by_place ON item (section, place);
CREATE INDEX IF NOT EXISTS item_by_document ON item (document, section);
CREATE INDEX IF NOT EXISTS item_by_date ON item (section, date_start);
CREATE TABLE IF NOT EXISTS item_actor (
  section TEXT NOT NULL, item TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (actor, section, item)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_actor_by_item ON item_actor (section, item);
CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5 (
  section UNINDEXED, id UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2");
"""


UPGRADES = {
    1: "ALTER TABLE document ADD COLUMN reading BLOB; "
    "CREATE TABLE file (key TEXT PRIMARY KEY, documents TEXT NOT NULL) WITHOUT ROWID;",
    2: "CREATE TABLE IF NOT EXISTS arrival (document TEXT PRIMARY KEY, generation INTEGER NOT NULL, at TEXT NOT NULL) WITHOUT ROWID; "
    "INSERT OR IGNORE INTO arrival SELECT id, 0, '' FROM document WHERE state = 'current';",
}


def prepare(connection: sqlite3.Connection, path: str) -> None:
    """Make the tables of a new file, or check those of an old one.

    Raises:
        StoreError: the file is no record, or a newer version wrote it.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if application == 0 and version == 0 and empty:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(
            f"BEGIN IMMEDIATE; {TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        )
        return
    if application != APPLICATION_ID:
        raise StoreError(f"{path} is a database, but no Communiqué record; give the path of a record or of a new file")
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer Communiqué (record version {version}, this one reads up to {VERSION}); "
            "install the newer version; the file was not touched"
        )


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the tables of a record that an older version wrote up to this one, in one step; it can be read without."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for older in range(version, VERSION):
        connection.executescript(f"BEGIN IMMEDIATE; {UPGRADES[older]} PRAGMA user_version = {older + 1}; COMMIT;")
