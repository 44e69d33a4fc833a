"""record/store.py: one file, nothing lost, clear words for what is no record."""

import sqlite3

import pytest

from communique.errors import StoreError
from communique.model import Actor, ActorKind, ActorMention, Decision, Failure, NameKind, Record
from communique.record.items import BATCH
from communique.record.lock import build_lock
from communique.record.store import open_store
from factories import actor, at, document, meeting, quotation, record_of

TEXT = "Ada Brandt met Carlos Duarte in Lima. “We will talk again,” Ada Brandt said."


@pytest.fixture
def sample():
    doc = document(TEXT)
    ada, carlos = actor(doc, 1, "Ada Brandt"), actor(doc, 2, "Carlos Duarte")
    talk = meeting(doc, 1, "met", (ada, carlos))
    return record_of(
        doc, actors=(ada, carlos), encounters=(talk,), quotations=(quotation(doc, 1, "We will talk again,", ada),)
    )


def test_a_staged_document_comes_back_as_it_was(tmp_path, sample):
    path = tmp_path / "r.communique"
    with open_store(path, create=True) as store:
        store.stage(sample, TEXT.encode(), "v1")
    with open_store(path) as store:
        assert store.document_record(sample.document.id) == sample
        assert store.raw(sample.document.id) == TEXT.encode()
        assert [row.state for row in store.stored()] == ["staged"]
        store.publish(Record(failures=(Failure("x.pdf", "read", "no text"),)))
        assert [row.state for row in store.stored()] == ["current"]
        assert store.failures() == (Failure("x.pdf", "read", "no text"),)


def test_publishing_removes_what_is_to_go(tmp_path, sample):
    with open_store(tmp_path / "r.communique", create=True) as store:
        store.stage(sample, None, "v1")
        store.publish(Record(), removed=[sample.document.id])
        assert store.stored() == ()
        with pytest.raises(StoreError, match="holds no document"):
            store.document_record(sample.document.id)


def test_more_rows_than_one_batch_keep_their_order(tmp_path):
    doc = document(" ".join(f"P{number}x" for number in range(2 * BATCH + 7)))
    names = [f"P{number}x" for number in range(2 * BATCH + 7)]
    actors = tuple(
        Actor(name.lower(), ActorKind.PERSON, name, (), (ActorMention(at(doc, name), NameKind.NAME),)) for name in names
    )
    with open_store(tmp_path / "r.communique", create=True) as store:
        store.publish(Record(actors=actors))
        assert store.section("actors") == actors
        assert store.counts()["actors"] == len(names)
        assert [row[1] for row in store.search("P1006x")] == ["p1006x"]


def test_a_failed_transaction_changes_nothing(tmp_path, sample):
    with open_store(tmp_path / "r.communique", create=True) as store:
        store.stage(sample, None, "v1")
        with pytest.raises(RuntimeError), store.transaction():
            store.connection.execute("DELETE FROM document")
            raise RuntimeError
        assert len(store.stored()) == 1


def test_decisions_are_logged_and_undone_but_never_deleted(tmp_path, sample):
    words = at(sample.document, "met")
    with open_store(tmp_path / "r.communique", create=True) as store:
        made = store.decide(
            Decision(0, "2026-01-01T10:00:00Z", "eve", "different", "encounter", words, words, "two meetings")
        )
        assert made.number == 1
        store.undo(1, "eve", "2026-01-01T11:00:00Z")
        [kept] = store.decisions()
        assert (kept.undone_by, kept.reason, kept.left) == ("eve", "two meetings", words)
        with pytest.raises(StoreError, match="taken back already"):
            store.undo(1, "eve", "2026-01-01T12:00:00Z")
        with pytest.raises(StoreError, match="does not exist"):
            store.undo(7, "eve", "2026-01-01T12:00:00Z")


def test_says_what_is_wrong_with_a_file_that_is_no_record(tmp_path):
    with pytest.raises(StoreError, match="there is no record at"):
        open_store(tmp_path / "none.communique")
    text = tmp_path / "text.communique"
    text.write_text("not a database, but long enough to look at " * 10)
    before = text.read_bytes()
    with pytest.raises(StoreError, match="cannot open"):
        open_store(text)
    assert text.read_bytes() == before
    other = tmp_path / "other.communique"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError, match="no Communiqué record"):
        open_store(other)
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)


def test_does_not_touch_a_record_of_a_newer_version(tmp_path):
    path = tmp_path / "r.communique"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer Communiqué"):
        open_store(path)


def test_one_builder_at_a_time(tmp_path):
    path = tmp_path / "r.communique"
    with build_lock(path), pytest.raises(StoreError, match="another process is building"), build_lock(path):
        pass
    with build_lock(path):
        pass
