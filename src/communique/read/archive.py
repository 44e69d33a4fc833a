"""Archives: each member is read like a file, within bounds that no bomb gets past."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from communique.errors import ReadError
from communique.read.item import Blob
from communique.read.settings import MIB, ReadSettings, megabytes
from communique.read.sidecar import SIDECARS, Table, find_row, parse_sidecar

_CHUNK = 256 * 1024
_SMALL = MIB  # a small member of blanks packs well and harms nobody


def read_gzip(blob: Blob, settings: ReadSettings) -> Blob:
    """What a .gz file holds.

    Raises:
        ReadError: it is damaged or unpacks past the limits.
    """
    name = blob.name[:-3] if blob.name.lower().endswith(".gz") else blob.name
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(blob.raw)) as file:
            raw = _bounded(file, len(blob.raw), settings)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"is a damaged gzip file ({error}); fetch it again") from error
    return Blob(blob.path, name, raw, blob.known, blob.charset, None, blob.depth + 1, blob.part)


def is_docx(raw: bytes) -> bool:
    """Whether a zip is a Word file.

    Raises:
        ReadError: it is another Office file, or no zip that can be opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise ReadError(f"is a damaged archive ({error}); fetch it again") from error
    if "word/document.xml" in names:
        return True
    for own, what in (("xl/workbook.xml", "a table (Excel)"), ("ppt/presentation.xml", "slides (PowerPoint)"),
                      ("META-INF/container.xml", "an e-book (EPUB)"), ("content.xml", "an OpenDocument file")):  # fmt: skip
        if own in names:
            raise ReadError(f"is {what}, which is not read; save its text as DOCX, PDF or text")
    return False


def read_zip(blob: Blob, settings: ReadSettings) -> Iterator[Blob | tuple[str, str]]:
    """The files of a .zip by name; hidden ones and folders left out.

    Yields:
        A blob each; (path, message) for a member that cannot be unpacked.

    Raises:
        ReadError: the archive is damaged, or holds more than the limits allow.
    """
    with zipfile.ZipFile(io.BytesIO(blob.raw)) as archive:
        members = sorted(
            {
                info.filename: info for info in archive.infolist() if info.filename and not info.filename.endswith("/")
            }.values(),
            key=lambda own: own.filename,
        )
        if len(members) > settings.max_members:
            raise ReadError(
                f"holds {len(members):,} files, over the limit of {settings.max_members:,}; split it, or raise max_members"
            )
        table = _table(archive, members, settings)
        total = 0
        for info in members:
            name = info.filename.rpartition("/")[2]
            if name.startswith(".") or info.filename.startswith("__MACOSX/") or name.lower() in SIDECARS:
                continue
            path = f"{blob.path}!{info.filename}"
            try:
                raw = read_member(archive, info.filename, settings)
            except ReadError as error:
                yield path, str(error)
                continue
            total += len(raw)
            if total > settings.max_total_bytes:
                raise ReadError(
                    f"unpacks to over {megabytes(settings.max_total_bytes)} (at {info.filename}); the rest was not read: "
                    "split it, or raise max_total_bytes"
                )
            part = f"{blob.part}!{info.filename}" if blob.part else info.filename
            yield Blob(path, name, raw, find_row(table, info.filename).over(blob.known), None, None, blob.depth + 1, part)


def read_member(archive: zipfile.ZipFile, name: str, settings: ReadSettings) -> bytes:
    """The bytes of one member.

    Raises:
        ReadError: it is encrypted, damaged, or larger than the limits allow.
    """
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise ReadError("is encrypted; unpack it with its password first")
    try:
        with archive.open(info) as file:
            return _bounded(file, info.compress_size, settings)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ReadError(f"is a damaged member of an archive ({error}); fetch the archive again") from error


def _bounded(file: IO[bytes] | gzip.GzipFile, packed: int, settings: ReadSettings) -> bytes:
    """All of `file`, unless it grows past the limits; the sizes that an archive states are not believed."""
    pieces: list[bytes] = []
    size = 0
    while chunk := file.read(_CHUNK):
        pieces.append(chunk)
        size += len(chunk)
        if size > settings.max_file_bytes:
            raise ReadError(
                f"unpacks to over {megabytes(settings.max_file_bytes)}, the limit for one file; "
                "raise max_file_bytes if you trust it"
            )
        if size > _SMALL and size > settings.max_ratio * max(packed, 1):
            raise ReadError(
                f"unpacks to over {settings.max_ratio:.0f} times its size, as bombs do; unpack it yourself if you trust it"
            )
    return b"".join(pieces)


def _table(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], settings: ReadSettings) -> Table:
    for info in members:
        if info.filename.lower() in SIDECARS:
            return parse_sidecar(read_member(archive, info.filename, settings), info.filename)
    return {}
