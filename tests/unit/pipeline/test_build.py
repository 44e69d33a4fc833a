"""pipeline/build.py and pipeline/arrival.py: what is new, what is known, what a killed build leaves."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from communique.errors import StoreError
from communique.export.record_json import export_record
from communique.model import Decision, DocumentRecord, Failure
from communique.pipeline import build, work
from communique.record.store import open_store
from factories import actor, at, record_of
from invented import LEDGER, NOTE, WIRE

TEXTS = {"ledger.txt": LEDGER, "note.txt": NOTE, "wire.txt": WIRE}


@pytest.fixture
def processed(monkeypatch):
    """Language stages that find one person, and the paths they were given."""
    given: list[str] = []

    def process_all(documents, workers=0):
        for document in documents:
            given.append(Path(document.path).name)
            if "BREAK" in document.text:
                yield Failure(document.path, "extract", "broken")
            else:
                name = "Carlos Duarte" if "Carlos Duarte" in document.text else document.text.split()[0]
                yield record_of(document, actors=(actor(document, 1, name),))

    monkeypatch.setattr(work, "process_all", process_all)
    return given


@pytest.fixture
def news(tmp_path):
    """A folder of three articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "r.communique"


def exported(path: Path) -> bytes:
    with open_store(path) as store:
        return export_record(store.record())


def test_a_second_build_reads_nothing_again(processed, news, path, monkeypatch):
    first = build.build_record([str(news)], path)
    assert len(first.added) == 3 and first.changed and processed == sorted(TEXTS)
    before = exported(path)
    monkeypatch.setattr("communique.read.source.read_blob", lambda *_: pytest.fail("parsed again"))
    second = build.build_record([str(news)], path)
    assert (second.added, second.updated, second.unchanged, second.changed) == ((), (), 3, False)
    assert exported(path) == before


def test_members_of_containers_are_known_too(processed, news, path, tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as made:
        for own in news.iterdir():
            made.write(own, own.name)
    (tmp_path / "one.txt.gz").write_bytes(gzip.compress(b"Bo Lind spoke of ships."))
    inputs = [str(tmp_path / "all.zip"), str(tmp_path / "one.txt.gz")]
    assert len(build.build_record(inputs, path).added) == 4
    assert build.build_record(inputs, path).unchanged == 4
    assert build.build_record([str(news)], path).unchanged == 3
    assert len(processed) == 4


def test_a_corrected_sidecar_is_seen(processed, news, path):
    build.build_record([str(news)], path)
    (news / "articles.csv").write_text("file,outlet,published\nwire.txt,The Invented Wire,2024-05-14\n", encoding="utf-8")
    done = build.build_record([str(news)], path)
    assert [Path(own).name for own in done.updated] == ["wire.txt"] and done.unchanged == 2
    with open_store(path) as store:
        [found] = [own.document for own in store.section("documents") if own.document.path.endswith("wire.txt")]
    assert found.outlet.name == "The Invented Wire"
    assert build.build_record([str(news)], path).unchanged == 3


def test_one_article_under_two_paths_is_one_document_whatever_comes_first(processed, news, path, tmp_path):
    other = tmp_path / "again"
    other.mkdir()
    (other / "copy.txt").write_text(WIRE, encoding="utf-8")
    build.build_record([str(news)], path)
    build.build_record([str(other)], path)
    together = tmp_path / "together.communique"
    build.build_record([str(news), str(other)], together)
    assert exported(path) == exported(together)
    assert build.build_record([str(news), str(other)], path).changed is False


def test_a_failed_file_is_told_every_time_and_stops_nothing(processed, news, path):
    (news / "empty.txt").write_bytes(b"")
    (news / "odd.txt").write_text("BREAK this", encoding="utf-8")
    for _ in range(2):
        done = build.build_record([str(news)], path)
        assert [Path(own.where).name for own in done.failures] == ["empty.txt", "odd.txt"]
    assert done.unchanged == 3 and not done.changed
    (news / "empty.txt").unlink()
    (news / "odd.txt").write_text("Ada Brandt rested.", encoding="utf-8")
    assert build.build_record([str(news)], path).failures == ()


def test_what_was_processed_is_kept_when_a_build_dies(processed, news, path, monkeypatch):
    def dying(store, *_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "publish", dying)
    with pytest.raises(KeyboardInterrupt):
        build.build_record([str(news)], path)
    monkeypatch.undo()
    monkeypatch.setattr(work, "process_all", lambda *_: pytest.fail("processed again"))
    with open_store(path) as store:
        assert {row.state for row in store.stored()} == {"staged"} and store.section("documents") == ()
    assert build.build_record([str(news)], path).unchanged == 3
    with open_store(path) as store:
        assert len(store.section("documents")) == 3


def test_an_update_that_died_before_publishing_is_published_next_time(processed, news, path, monkeypatch):
    build.build_record([str(news)], path)
    (news / "articles.csv").write_text("file,outlet\nwire.txt,The Invented Wire\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(build, "publish", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build.build_record([str(news)], path)
    build.build_record([str(news)], path)
    with open_store(path) as store:
        outlets = [own.document.outlet for own in store.section("documents")]
    assert [own.name for own in outlets if own] == ["The Invented Wire"]


def test_new_rules_process_every_document_again_even_those_not_given(processed, news, path, monkeypatch):
    build.build_record([str(news)], path)
    before = exported(path)
    old = build.fingerprint
    monkeypatch.setattr(build, "fingerprint", lambda *own: "new" if own == build.EXTRACTING else old(*own))
    done = build.build_record([str(news / "wire.txt")], path)
    assert len(done.updated) == 3 and len(processed) == 6
    assert exported(path) == before


def test_a_decision_that_was_not_published_is_published_by_the_next_build(processed, news, path):
    build.build_record([str(news)], path)
    with open_store(path) as store:
        records: dict[str, DocumentRecord] = {own.document.path.rsplit("/")[-1]: own for own in store.document_records()}
        left, right = (at(records[name].document, "Carlos Duarte") for name in ("note.txt", "wire.txt"))
        store.decide(Decision(0, "2024-06-01T09:00:00Z", "eve", "different", "actor", left, right))
        assert len(store.section("actors")) == 1
    build.build_record([str(news)], path)
    with open_store(path) as store:
        assert len(store.section("actors")) == 2


def test_removing_restores_the_record_and_refuses_what_it_does_not_know(processed, news, path):
    build.build_record([str(news / "ledger.txt"), str(news / "note.txt")], path)
    before = exported(path)
    build.build_record([str(news / "wire.txt")], path)
    assert exported(path) != before
    with pytest.raises(StoreError, match="holds no document nothing"):
        build.remove_documents(path, ["nothing", str(news / "wire.txt")])
    done = build.remove_documents(path, [str(news / "wire.txt")])
    assert len(done.removed) == 1 and exported(path) == before
    assert len(build.build_record([str(news)], path).added) == 1


def test_a_record_of_the_first_version_is_brought_up_to_date(processed, news, path):
    build.build_record([str(news)], path)
    before = exported(path)
    with open_store(path) as store:
        store.connection.executescript(
            "DROP TABLE file; DROP TABLE arrival; ALTER TABLE document DROP COLUMN reading; PRAGMA user_version = 1;"
        )
    assert exported(path) == before
    assert build.build_record([str(news)], path).unchanged == 3
    assert json.loads(exported(path)) == json.loads(before)
