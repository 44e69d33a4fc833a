"""Where a record is kept: full disk, no right to write, somebody else reading; nothing recorded is ever lost."""

import os
import resource
import stat
from pathlib import Path

import pytest

from communique.errors import StoreError
from communique.export.record_json import export_record
from communique.model import Failure
from communique.pipeline.build import publish
from communique.record.store import open_store
from invented import coverage, ledger, note, wire


def exported(path: Path) -> bytes:
    with open_store(path) as store:
        return export_record(store.record())


def filled(path: Path, *documents) -> Path:
    """A published record of the documents."""
    with open_store(path, create=True) as store:
        for own in documents:
            store.stage(own, own.document.text.encode(), "v1")
        publish(store, ())
    return path


def in_child(work) -> int:
    """Run `work` in a process of its own; its exit code (0 if it returned, 3 on StoreError)."""
    child = os.fork()
    if child == 0:
        code = 4
        try:
            work()
            code = 0
        except StoreError:
            code = 3
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def limit_files(size: int) -> None:
    """Let this process write no file beyond `size`, as on a full disk."""
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_leaves_the_former_record(tmp_path):
    path = filled(tmp_path / "r.communique", wire())
    before = exported(path)

    def work():
        limit_files(path.stat().st_size + 8192)
        with open_store(path) as store:
            for number in range(200):
                store.stage(ledger(), os.urandom(20_000 + number), "v1")
            publish(store, ())

    assert in_child(work) == 3
    assert exported(path) == before
    filled(path, *coverage())
    assert exported(path) == exported(filled(tmp_path / "whole.communique", *coverage()))


def test_a_disk_that_is_full_from_the_start_is_told(tmp_path):
    def work():
        limit_files(0)
        open_store(tmp_path / "r.communique", create=True)

    assert in_child(work) == 3


def test_a_record_in_a_read_only_folder_can_be_read_and_is_not_written(tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    path = filled(folder / "r.communique", wire())
    before = exported(path)
    path.chmod(0o444)
    folder.chmod(0o555)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.getuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | stat.S_IXOTH)

    def as_nobody(work):
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        work()

    def reading():
        assert exported(path) == before

    def writing():
        with open_store(path) as store:
            store.stage(note(), None, "v1")

    try:
        assert in_child(lambda: as_nobody(reading)) == 0
        assert in_child(lambda: as_nobody(writing)) == 3
    finally:
        folder.chmod(0o755)
    assert exported(path) == before


def test_a_reader_sees_the_former_record_until_the_new_one_is_whole(tmp_path):
    path = filled(tmp_path / "r.communique", wire())
    with open_store(path) as reader:
        assert len(reader.section("documents")) == 1
        reader.connection.execute("BEGIN")
        before = reader.record()
        with open_store(path) as writer:
            writer.stage(ledger(), None, "v1")
            publish(writer, ())
        assert reader.record() == before
        reader.connection.execute("COMMIT")
        assert len(reader.section("documents")) == 2


@pytest.mark.parametrize("moment", ["item", "item_actor", "fts", "failure", "meta"])
def test_a_write_that_breaks_anywhere_leaves_the_former_record(tmp_path, moment):
    path = filled(tmp_path / "r.communique", wire())
    before = exported(path)
    with open_store(path) as store:
        store.stage(ledger(), None, "v1")

        def deny(action, table, *_):
            writes = action in (18, 23)  # SQLITE_INSERT, SQLITE_UPDATE
            return 1 if writes and str(table).startswith(moment) else 0

        store.connection.set_authorizer(deny)
        with pytest.raises(Exception, match=r"not authorized|authorization denied"):
            publish(store, [Failure("x.pdf", "read", "no text")])
        store.connection.set_authorizer(None)
    assert exported(path) == before
    with open_store(path) as store:
        publish(store, ())
    assert exported(path) == exported(filled(tmp_path / "whole.communique", wire(), ledger()))
