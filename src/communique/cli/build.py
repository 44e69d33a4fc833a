"""Commands that change a record, and those that say how it stands: build, add, remove, status, verify."""

from pathlib import Path
from typing import Annotated

import typer

from communique.cli import output
from communique.cli.options import DEFAULT_RECORD, AsJson, RecordFile

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns or addresses of articles; - for standard input.",
        show_default=False,
        metavar="ARTICLES...",
    ),
]
Workers = Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0 = as fits this machine.")]


def build(inputs: Inputs, record: RecordFile = DEFAULT_RECORD, workers: Workers = 0, json: AsJson = False) -> None:
    """Read articles and build the record, or bring an existing one up to date.

    Articles that the record holds already are not processed again. Nothing is removed.

    Examples:

      communique build articles/

      communique build "news/*.html" readout.pdf --record talks.communique
    """
    _build(inputs, record, workers, json)


def add(inputs: Inputs, record: RecordFile = DEFAULT_RECORD, workers: Workers = 0, json: AsJson = False) -> None:
    """Add articles to a record; the result is the same as if it had been built in one go.

    Example:

      communique add tuesday/*.txt
    """
    from communique.errors import StoreError

    if not record.exists():
        raise StoreError(
            f"there is no record at {record}; make one with: communique build {' '.join(inputs)} --record {record}"
        )
    _build(inputs, record, workers, json)


def _build(inputs: list[str], record: Path, workers: int, json: bool) -> None:
    from communique.cli.progress import shown_progress
    from communique.pipeline.build import build_record

    with shown_progress(inputs, quiet=json) as progress:
        done = build_record(inputs, record, workers=workers, progress=progress)
    if json:
        output.print_json(
            {
                "record": str(done.path),
                "added": list(done.added),
                "updated": list(done.updated),
                "unchanged": done.unchanged,
                "failures": [{"where": f.where, "stage": f.stage, "message": f.message} for f in done.failures],
            }
        )
    else:
        _report_build(done)
    if not (done.added or done.updated or done.unchanged):
        output.complain("no article was read; give files, folders or addresses of articles")
        raise typer.Exit(1)
    if done.failures:
        raise typer.Exit(1)


def _report_build(done: object) -> None:
    from communique.pipeline.build import BuildReport
    from communique.query.overview import counts
    from communique.query.wording import count_words
    from communique.record.store import open_store

    assert isinstance(done, BuildReport)
    parts = [f"{count_words(len(done.added), 'article')} added"]
    if done.updated:
        parts.append(f"{len(done.updated)} processed again")
    if done.unchanged:
        parts.append(f"{done.unchanged} unchanged")
    output.say(f"{done.path}: " + ", ".join(parts))
    for failure in done.failures:
        output.complain(f"{failure.where}: {failure.message}")
    with open_store(done.path) as store:
        output.say("The record holds " + counts(store.counts()) + ".")


def remove(
    documents: Annotated[
        list[str], typer.Argument(help="Documents, by id or path as `status` shows them.", show_default=False)
    ],
    record: RecordFile = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Take articles out of a record; what remains is as if they had never been in it.

    Example:

      communique remove articles/draft.txt
    """
    from communique.pipeline.build import remove_documents

    done = remove_documents(record, documents)
    if json:
        output.print_json({"record": str(done.path), "removed": list(done.removed), "left": done.unchanged})
        return
    for path in done.removed:
        output.say(f"removed {path}")


def status(record: RecordFile = DEFAULT_RECORD, json: AsJson = False) -> None:
    """What was read, what it yielded, and what failed and why.

    Example:

      communique status --record talks.communique
    """
    from communique.query.overview import counts, document_rows
    from communique.record.store import open_store

    with open_store(record) as store:
        rows = document_rows(store.section("documents"), store.counts_by_document())
        failures, total = store.failures(), store.counts()
        staged = sum(row.state == "staged" for row in store.stored())
    if json:
        failed = [{"where": f.where, "stage": f.stage, "message": f.message} for f in failures]
        output.print_json(
            {"documents": [row.data() for row in rows], "failures": failed, "counts": total, "unfinished": staged}
        )
        return
    output.print_table(
        ("Document", "Source", "Published", "Language", "Length", "Lines", "Origin", "Path"),
        (
            [row.id, row.source, row.published, row.language, f"{row.words:,} words", str(row.lines), row.origin, row.path]
            for row in rows
        ),
        empty="The record holds no documents yet.",
    )
    output.say()
    output.say("The record holds " + counts(total) + ".")
    if staged:
        output.say(f"{staged} documents of an unfinished build wait; run the same build again to go on.")
    for failure in failures:
        output.say(f"failed: {failure.where} ({failure.stage}): {failure.message}")


def verify(record: RecordFile = DEFAULT_RECORD, json: AsJson = False) -> None:
    """Check every span of the record against the stored articles, and the articles against their hashes.

    Exit code 1 if anything does not match.

    Example:

      communique verify --record talks.communique
    """
    from communique.pipeline.verify import verify_record
    from communique.record.store import open_store

    with open_store(record) as store:
        found = verify_record(store)
    if json:
        output.print_json({"spans": found.spans, "documents": found.documents, "problems": list(found.problems)})
    else:
        output.say(f"{found.spans:,} spans of {found.documents:,} documents checked, {len(found.problems)} wrong.")
        for problem in found.problems:
            output.say(problem)
    if found.problems:
        raise typer.Exit(1)
