"""Make, extend and shrink a record file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from communique.errors import StoreError
from communique.model import Document, DocumentRecord, Failure
from communique.pipeline.decide import active_judgements
from communique.pipeline.fingerprint import ASSEMBLING, EXTRACTING, fingerprint
from communique.read import ReadSettings, read_sources_raw
from communique.record.lock import build_lock
from communique.record.store import Store, Stored, open_store

Progress = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. Documents by path; `unchanged` counts those that were in the record already."""

    path: Path
    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    failures: tuple[Failure, ...]

    @property
    def changed(self) -> bool:
        """Whether the record differs from before."""
        return bool(self.added or self.updated or self.removed)


@dataclass(slots=True)
class _Run:
    """Counts of one build."""

    added: list[str]
    updated: list[str]
    unchanged: int
    failures: list[Failure]
    raw: dict[str, bytes]


def build_record(
    inputs: Sequence[str],
    path: Path,
    *,
    settings: ReadSettings | None = None,
    workers: int = 0,
    progress: Progress = lambda _count, _path: None,
) -> BuildReport:
    """Bring the articles at `inputs` into the record at `path`, which is made if there is none.

    Documents that the record holds already are not processed again, unless the rules have changed since. Every
    processed document is kept at once, so a build that is killed goes on where it stopped; the record changes only at
    the end, in one step. Nothing is ever removed by building.

    Args:
        inputs: files, folders, globs, addresses, "-" for standard input.
        path: of the record file.
        workers: processes; 0 = as fits.
        progress: called after each document with the count so far and its path.

    Raises:
        StoreError: the record cannot be opened or written, or another process builds it.
    """
    with build_lock(path), open_store(path, create=True) as store:
        version = fingerprint(*EXTRACTING)
        known = {row.id: row for row in store.stored()}
        run = _Run([], [], 0, [], {})
        todo = _todo(inputs, settings or ReadSettings(), known, version, run)
        _process(store, todo, version, run, workers, progress)
        _refresh(store, version, run, workers, progress)
        changed = run.added or run.updated or any(row.state == "staged" for row in known.values())
        failures = _failures(store, run.failures, inputs)
        stale = store.meta("assembler") != fingerprint(*ASSEMBLING)
        if changed or stale or failures != store.failures():
            publish(store, failures)
        return BuildReport(path, tuple(run.added), tuple(run.updated), (), run.unchanged, failures)


def remove_documents(path: Path, wanted: Sequence[str]) -> BuildReport:
    """Take documents out of the record; what remains is as if they had never been in it.

    Args:
        wanted: document ids or paths as `status` shows them.

    Raises:
        StoreError: the record holds no such document; nothing was removed.
    """
    with build_lock(path), open_store(path) as store:
        rows = store.stored()
        gone = [row for row in rows if row.id in wanted or row.path in wanted]
        missing = [own for own in wanted if not any(own in (row.id, row.path) for row in gone)]
        if missing:
            raise StoreError(
                f"{path} holds no document {', '.join(missing)}; `communique status` lists them; nothing removed"
            )
        publish(store, store.failures(), removed=[row.id for row in gone])
        return BuildReport(path, (), (), tuple(row.path for row in gone), len(rows) - len(gone), store.failures())


def publish(store: Store, failures: Iterable[Failure], removed: Sequence[str] = ()) -> None:
    """Assemble the record from the stored documents and decisions, and make it the content of the file."""
    from communique.pipeline.assemble import assemble_record

    kept = [record for record in store.document_records() if record.document.id not in removed]
    record = assemble_record(kept, active_judgements(store, kept), failures)
    store.publish(record, removed=removed)
    store.set_meta("assembler", fingerprint(*ASSEMBLING))


def _todo(
    inputs: Sequence[str], settings: ReadSettings, known: Mapping[str, Stored], version: str, run: _Run
) -> Iterator[Document]:
    seen: set[str] = set()
    for found in read_sources_raw(inputs, settings):
        if isinstance(found, Failure):
            run.failures.append(found)
            continue
        document, raw = found
        if document.id in seen:
            continue
        seen.add(document.id)
        row = known.get(document.id)
        if row is not None and row.extractor == version:
            run.unchanged += 1
            continue
        (run.updated if row is not None else run.added).append(document.path)
        run.raw[document.id] = raw
        yield document


def _process(store: Store, documents: Iterable[Document], version: str, run: _Run, workers: int, progress: Progress) -> None:
    from communique.pipeline.work import process_all

    for count, result in enumerate(process_all(documents, workers), 1):
        if isinstance(result, DocumentRecord):
            store.stage(result, run.raw.pop(result.document.id, None), version)
            progress(count, result.document.path)
        else:
            run.failures.append(result)
            for names in (run.added, run.updated):
                with suppress(ValueError):
                    names.remove(result.where)
            progress(count, result.where)


def _refresh(store: Store, version: str, run: _Run, workers: int, progress: Progress) -> None:
    """Process documents again that older rules made and that were not among the inputs."""
    stale = [row.id for row in store.stored() if row.extractor != version]
    if stale:
        documents = (store.document_record(own).document for own in stale)
        again = list(documents)
        run.updated.extend(document.path for document in again)
        _process(store, again, version, run, workers, progress)


def _failures(store: Store, new: Sequence[Failure], inputs: Sequence[str]) -> tuple[Failure, ...]:
    """Failures of this run, and former ones of places that this run did not try again."""
    tried = {failure.where for failure in new}
    stored = {row.path for row in store.stored()}
    former = [
        failure
        for failure in store.failures()
        if failure.where not in tried | stored and not _covered(failure.where, inputs)
    ]
    return tuple(sorted({*new, *former}, key=lambda failure: (failure.where, failure.stage)))


def _covered(where: str, inputs: Sequence[str]) -> bool:
    """Whether this run looked at `where` again."""
    return any(where == own or where.startswith(own.rstrip("/") + "/") for own in inputs)
