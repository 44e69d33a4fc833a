"""Inputs become documents, each once, in an order that does not depend on the order of the inputs."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from communique.errors import ReadError
from communique.model import Document, Failure
from communique.read.address import Fetcher
from communique.read.item import Blob, Metadata
from communique.read.place import STDIN, PlaceToRead, explain, find_places
from communique.read.reader import Found, read_blob, too_large
from communique.read.settings import ReadSettings
from communique.read.sidecar import Table, find_row, read_sidecar


def read_sources_raw(
    inputs: Sequence[str],
    settings: ReadSettings | None = None,
    *,
    fetcher: Fetcher | None = None,
    wanted: Callable[[Blob], bool] = lambda _: True,
) -> Iterator[Found]:
    """Every article under `inputs` with its raw bytes.

    Args:
        inputs: files, folders (searched to the bottom), globs, "-" for standard input, http and https addresses.
        settings: bounds; None = the defaults.
        fetcher: opens addresses; None = the network, where the settings allow it.
        wanted: asked once for each file before it is parsed; False leaves the file out (its articles are known).

    Yields:
        (document, bytes of the article) in the order of their paths, one file in memory at a time; the same bytes twice
        give one document, under the first path. A `Failure` for everything that could not be read, which stops nothing.
    """
    settings = settings or ReadSettings()
    places, failures = find_places(inputs)
    yield from failures
    sidecars = _Sidecars()
    seen: set[str] = set()
    for place in places:
        blob = _blob(place, settings, sidecars, fetcher)
        yield from sidecars.failures()
        if isinstance(blob, Blob) and not wanted(blob):
            continue
        for found in [blob] if isinstance(blob, Failure) else read_blob(blob, settings):
            if isinstance(found, Failure):
                yield found
            elif found[0].sha256 not in seen:
                seen.add(found[0].sha256)
                yield found


def read_sources(
    inputs: Sequence[str], settings: ReadSettings | None = None, *, fetcher: Fetcher | None = None
) -> Iterator[Document | Failure]:
    """Like `read_sources_raw`, without the bytes."""
    for found in read_sources_raw(inputs, settings, fetcher=fetcher):
        yield found if isinstance(found, Failure) else found[0]


class _Sidecars:
    """Sidecars by folder, each read once; what is wrong with one is told once."""

    def __init__(self) -> None:
        self._tables: dict[Path, Table] = {}
        self._failures: list[Failure] = []

    def of(self, path: str) -> Metadata:
        """What the sidecar of the file's folder, else of the folder above, says of it."""
        own = Path(path)
        known = Metadata()
        for folder in (own.parent, own.parent.parent):
            table = self._table(folder)
            if table:
                known = known.over(find_row(table, PurePosixPath(own.relative_to(folder)).as_posix()))
            if folder == folder.parent:
                break
        return known

    def _table(self, folder: Path) -> Table:
        if folder not in self._tables:
            try:
                self._tables[folder] = read_sidecar(folder)
            except ReadError as error:
                self._tables[folder] = {}
                self._failures.append(Failure(f"{folder.as_posix()}/articles", "read", f"the sidecar {error}"))
        return self._tables[folder]

    def failures(self) -> list[Failure]:
        found, self._failures = self._failures, []
        return found


def _blob(place: PlaceToRead, settings: ReadSettings, sidecars: _Sidecars, fetcher: Fetcher | None) -> Blob | Failure:
    try:
        if place.kind == "stdin":
            return Blob(STDIN, "", _limited(sys.stdin.buffer.read(settings.max_file_bytes + 1), settings))
        if place.kind == "address":
            return _fetched(place.path, settings, fetcher)
        path = Path(place.path)
        size = path.stat().st_size
        if size > settings.max_file_bytes:
            return Failure(place.path, "read", too_large(size, settings))
        with path.open("rb") as file:
            raw = file.read(settings.max_file_bytes + 1)
        return Blob(place.path, path.name, _limited(raw, settings), sidecars.of(place.path))
    except OSError as error:
        return Failure(place.path, "read", explain(error))
    except ReadError as error:
        return Failure(place.path, "read", str(error))


def _limited(raw: bytes, settings: ReadSettings) -> bytes:
    if len(raw) > settings.max_file_bytes:
        raise ReadError(too_large(len(raw), settings))
    return raw


def _fetched(address: str, settings: ReadSettings, fetcher: Fetcher | None) -> Blob:
    if not settings.network:
        raise ReadError("is an address, and the network is switched off; save the page and give the file")
    page = (fetcher or Fetcher()).fetch(address, settings)
    name = PurePosixPath(page.path).name
    return Blob(address, name, page.raw, Metadata(url=page.url), page.charset, page.media_type)
