"""Make, extend and shrink a record file."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from communique.errors import StoreError
from communique.lexicon.issue import OTHER, IssueTree, default_issues, load_issues, parse_issues
from communique.model import Document, DocumentRecord, Failure, Issue, Record
from communique.pipeline.arrival import Arrivals
from communique.pipeline.decide import active_judgements
from communique.pipeline.fingerprint import ASSEMBLING, EXTRACTING, fingerprint
from communique.pipeline.issues import PREFIX
from communique.pipeline.review import apply_reviews
from communique.read import ReadSettings
from communique.record.lock import build_lock
from communique.record.store import Store, open_store

Progress = Callable[[int, str], None]
ISSUES = "issues"  # key of the stored setting: text of the issue file
BASIS = "basis"  # key of the stored setting: what the published record follows from


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
        run = Arrivals(store, fingerprint(*EXTRACTING), settings or ReadSettings())
        waiting = any(row.state == "staged" for row in store.stored())
        _process(run, run.documents(inputs), workers, progress)
        _refresh(run, workers, progress)
        store.keep_files(run.complete())
        failures = _failures(store, run.failures, inputs)
        if run.added or run.updated or waiting or failures != store.failures() or store.meta(BASIS) != _basis(store):
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
    gone = frozenset(removed)
    kept = [record for record in store.document_records() if record.document.id not in gone]
    basis = _basis(store)  # before the decisions are read: one that is made meanwhile is taken up by the next run
    record = assembled(store, kept, failures)
    del kept
    store.publish(record, removed=removed, meta={BASIS: basis})


def assembled(store: Store, documents: Sequence[DocumentRecord], failures: Iterable[Failure] = ()) -> Record:
    """The record that these documents make up, as people decided."""
    from communique.pipeline.assemble import assemble_record

    followed, reviews = apply_reviews(documents, store.decisions())
    return assemble_record(followed, active_judgements(store, followed), failures, reviews, issue_tree(store))


def issue_tree(store: Store) -> IssueTree:
    """The issues that the record goes by: those of the file that `use_issues` took, else the default ones."""
    text = store.meta(ISSUES)
    return parse_issues(text, "the issue file of the record") if text else load_issues()


def issue_text(store: Store, issues: Sequence[Issue]) -> str:
    """The text of the issue file in use, the proposed ones of `issues` added at its end."""
    text = (store.meta(ISSUES) or default_issues()).rstrip("\n") + "\n"
    known = {issue.id for issue in issue_tree(store).issues}
    for issue in issues:
        own = issue.id.removeprefix(PREFIX)
        if issue.proposed and own not in known:
            text += f"# proposed from the articles: keep, rename, give it another parent, or delete\n- id: {own}\n"
            text += f"  name: {json.dumps(issue.name)}\n  parent: {OTHER}\n  cues:\n    strong: [{json.dumps(own)}]\n"
    return text


def use_issues(path: Path, text: str | None) -> None:
    """Make the record at `path` go by an issue file, and assemble it anew.

    Args:
        text: of the file; None = the default issues.

    Raises:
        ConfigError: the text is no issue file; the record stays as it was.
        StoreError: there is no record, or another process builds it.
    """
    if text is not None:
        parse_issues(text)
    with build_lock(path), open_store(path) as store:
        with store.transaction():
            store.set_meta(ISSUES, text or "")
        publish(store, store.failures())


def pending(store: Store) -> bool:
    """Whether a decision is stored that the published record does not follow yet."""
    _, _, followed = (store.meta(BASIS) or "").partition(" ")
    return followed != _decided(store)


def _decided(store: Store) -> str:
    return "".join(f"{row.number}{'-' if row.undone_at else '+'}" for row in store.decisions())


def _basis(store: Store) -> str:
    """What a record follows from beside its documents: the rules, and what people decided."""
    issues = blake2b((store.meta(ISSUES) or "").encode(), digest_size=4).hexdigest()
    return f"{fingerprint(*ASSEMBLING)}-{issues} {_decided(store)}"


def _process(run: Arrivals, documents: Iterator[Document], workers: int, progress: Progress) -> None:
    first = next(documents, None)
    if first is None:
        return
    from communique.pipeline.work import process_all  # loads the language models: only if there is work

    for count, result in enumerate(process_all(chain([first], documents), workers), 1):
        if isinstance(result, DocumentRecord):
            own = result.document.id
            run.store.stage(result, run.raw.pop(own, None), run.version, run.read.pop(own, None))
            progress(count, result.document.path)
        else:
            run.fail(result)
            progress(count, result.where)


def _refresh(run: Arrivals, workers: int, progress: Progress) -> None:
    """Process documents again that older rules made and that were not among the inputs."""
    stale = [row for row in run.store.stored() if row.extractor != run.version and row.path not in run.failed]
    run.updated.extend(row.path for row in stale)
    _process(run, (run.store.document(row.id) for row in stale), workers, progress)


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
