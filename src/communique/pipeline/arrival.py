"""What of the inputs is new: files are known by their bytes, documents by what was read of them.

A file whose bytes, name and sidecar entry were read before, by the same reader, is not parsed again. A document is
processed again when the rules have changed, or when something else is told of it than before (a corrected sidecar).
Of one article under several paths the first path in the order of names stands, whichever came first.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from communique.model import Document, Failure
from communique.pipeline.fingerprint import READING, fingerprint
from communique.read import ReadSettings, read_sources_raw
from communique.read.item import Blob
from communique.record.codec import encode
from communique.record.store import Store, Stored


@dataclass(slots=True)
class Arrivals:
    """Tells new from known, and counts. Make one for each build.

    Attributes:
        store: the record that is built.
        version: fingerprint of the rules that would process a document now.
        added, updated: paths of the documents that have to be processed.
        unchanged: number of documents that need not.
        raw: bytes of the documents on their way, by id.
        files: key of every file that was parsed -> the ids of its documents; None if something in it failed.
    """

    store: Store
    version: str
    settings: ReadSettings
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)
    raw: dict[str, bytes] = field(default_factory=dict)
    read: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, list[str] | None] = field(default_factory=dict)
    _known: Mapping[str, Stored] = field(default_factory=dict)
    _parsed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _file: str = ""

    def documents(self, inputs: Sequence[str]) -> Iterator[Document]:
        """The documents that have to be processed, read lazily."""
        self._known = {row.id: row for row in self.store.stored()}
        self._parsed = self.store.files()
        for found in read_sources_raw(inputs, self.settings, wanted=self._wanted):
            if isinstance(found, Failure):
                self.failures.append(found)
                self.files[self._file] = None
                continue
            document, raw = found
            own = self.files.setdefault(self._file, [])
            if own is not None:
                own.append(document.id)
            if self._is_new(document):
                self.raw[document.id] = raw
                self.read[document.id] = as_read(document)
                yield document

    def fail(self, failure: Failure) -> None:
        """A document on its way was not processed: it is neither added nor updated, and is tried again next time."""
        self.failures.append(failure)
        for names in (self.added, self.updated):
            with suppress(ValueError):
                names.remove(failure.where)

    @property
    def failed(self) -> frozenset[str]:
        """Where something failed in this build."""
        return frozenset(failure.where for failure in self.failures)

    def complete(self) -> dict[str, tuple[str, ...]]:
        """Key of every file that was parsed without a failure -> ids of its documents."""
        return {key: tuple(dict.fromkeys(own)) for key, own in self.files.items() if own}

    def _wanted(self, blob: Blob) -> bool:
        """Whether a file has to be parsed."""
        self._file = file_key(blob, self.settings)
        known = self._parsed.get(self._file, ())
        rows = [self._known[own] for own in known if own in self._known]
        if not rows or len(rows) < len(known) or any(row.extractor != self.version for row in rows):
            return True
        if any(not row.path.startswith(blob.path) and blob.path < row.path for row in rows):
            return True
        new = {row.id for row in rows} - self._seen
        self.unchanged += len(new)
        self._seen |= new
        return False

    def _is_new(self, document: Document) -> bool:
        if document.id in self._seen:
            return False
        self._seen.add(document.id)
        row = self._known.get(document.id)
        if row is None:
            self.added.append(document.path)
            return True
        told_elsewhere = document.path > row.path
        if row.extractor == self.version and (told_elsewhere or self._same(document, row)):
            self.unchanged += 1
            return False
        self.updated.append(document.path)
        return True

    def _same(self, document: Document, row: Stored) -> bool:
        return document.path == row.path and self.store.reading(document.id) in (None, as_read(document))


def as_read(document: Document) -> bytes:
    """A document as reading gave it, without its text (which the hash of its bytes stands for)."""
    return encode(replace(document, text=""))


def file_key(blob: Blob, settings: ReadSettings) -> str:
    """A hash of all that the result of parsing a file depends on, but not of where it lies."""
    total = blake2b(digest_size=16)
    for part in (fingerprint(*READING), blob.name, blob.charset, blob.media_type, repr(blob.known), repr(settings)):
        total.update(f"{part}\x00".encode())
    total.update(blob.raw)
    return total.hexdigest()
