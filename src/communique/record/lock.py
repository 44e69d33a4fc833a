"""One writer a record at a time; the lock goes with the process that holds it, however it ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import StoreError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt


@contextmanager
def build_lock(record: Path) -> Iterator[None]:
    """Hold the build lock of `record`.

    Raises:
        StoreError: another process builds this record, or its folder cannot be written.
    """
    path = record.with_name(record.name + ".lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreError(f"cannot write next to {record}: {error.strerror}; choose a folder you may write to") from error
    try:
        _take(handle, record)
        yield
    finally:
        os.close(handle)


def _take(handle: int, record: Path) -> None:
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise StoreError(f"another process is building {record}; wait for it to end, then run the command again") from error
