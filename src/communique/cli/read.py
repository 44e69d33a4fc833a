"""Commands that read a record and change nothing: timeline, encounters, quotes, conflicts, show, report, export ..."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli import output, rows
from communique.cli.opened import AsOf, OnClock, view_of
from communique.cli.options import DEFAULT_RECORD, Actor, AsJson, Limit, RecordFile
from communique.export.item import as_data
from communique.query.clock import Clock

Since = Annotated[str | None, typer.Option("--since", help="From this date on: 2025, 2025-03 or 2025-03-24.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to this date.")]
Out = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")]


class ReportFormat(StrEnum):
    """Formats of the report."""

    HTML = "html"
    MARKDOWN = "md"


class ExportFormat(StrEnum):
    """Formats of the export."""

    JSON = "json"


def _show(view: Any, lister: Any, json: bool, limit: int, **choice: Any) -> None:
    """Print what `lister` makes of the record: a table or, with `json`, the items in the export's form."""
    listing = lister(view, **choice)
    if json:
        output.print_json(listing.data[: limit or None])
    else:
        output.print_table(listing.columns, listing.rows, empty=listing.empty, limit=limit)


def timeline(
    record: RecordFile = DEFAULT_RECORD,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    limit: Limit = 0,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """Encounters in the order of their dates: who met whom, where, for how long, and whether it took place.

    Examples:

      communique timeline --since 2025-02 --until 2025-03

      communique timeline --actor "foreign minister" --json
    """
    _show(view_of(record, as_of, clock), rows.timeline, json, limit, since=since, until=until, actor=actor)


def encounters(
    record: RecordFile = DEFAULT_RECORD,
    actor: Actor = None,
    limit: Limit = 0,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """All encounters with their participants, absences, duration, topics and sources.

    Example:

      communique encounters --actor Norway
    """
    _show(view_of(record, as_of, clock), rows.encounters, json, limit, actor=actor)


def actors(
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = 60,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """People, states and organisations with their offices and spellings, the most mentioned first.

    Example:

      communique actors --limit 20
    """
    _show(view_of(record, as_of, clock), rows.actors, json, limit)


def quotes(
    record: RecordFile = DEFAULT_RECORD,
    actor: Actor = None,
    limit: Limit = 60,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """Who said what, through whom, with the words.

    Example:

      communique quotes --actor "prime minister"
    """
    _show(view_of(record, as_of, clock), rows.quotes, json, limit, actor=actor)


def positions(
    record: RecordFile = DEFAULT_RECORD,
    actor: Actor = None,
    limit: Limit = 60,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """Who wants what: actor, issue, stance, with the words and the condition.

    Example:

      communique positions --actor "prime minister" --json
    """
    _show(view_of(record, as_of, clock), rows.positions, json, limit, actor=actor)


def agreements(
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = 0,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """What was agreed, not agreed, proposed or broken, by whose account.

    Example:

      communique agreements --record talks.communique
    """
    _show(view_of(record, as_of, clock), rows.agreements, json, limit)


def forecasts(
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = 0,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """What was foreseen, by whom, for when, and what became of it as far as the record knows.

    Example:

      communique forecasts --limit 10
    """
    _show(view_of(record, as_of, clock), rows.forecasts, json, limit)


def figures(
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = 60,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """Quantities with their units and bounds.

    Example:

      communique figures --json
    """
    _show(view_of(record, as_of, clock), rows.figures, json, limit)


def conflicts(
    record: RecordFile = DEFAULT_RECORD,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is corroborated, compatible or told by one source alone.")
    ] = False,
    limit: Limit = 0,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """Where the sources disagree: each value with its words, the weightiest first.

    Example:

      communique conflicts --all
    """
    _show(view_of(record, as_of, clock), rows.findings, json, limit, everything=everything)


def show(
    own: Annotated[str, typer.Argument(metavar="ID", help="Id of a line, as the other commands and --json print it.")],
    record: RecordFile = DEFAULT_RECORD,
    json: AsJson = False,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """One line of the record with all its evidence in context.

    Example:

      communique show meeting-in-geneva-2024-05-14
    """
    from communique.cli.line import line_of, print_line

    view = view_of(record, as_of, clock)
    section, found = line_of(view, own)
    if json:
        output.print_json(as_data(section, found))
    else:
        print_line(view, section, found)


def search(
    words: Annotated[list[str], typer.Argument(help="Words; beginnings of words will do.", show_default=False)],
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = 20,
    json: AsJson = False,
) -> None:
    """Lines and articles in which all the words occur, best first.

    Example:

      communique search prisoner exchange
    """
    from communique.record.store import open_store

    with open_store(record) as store:
        hits = store.search(" ".join(words), limit or 1_000)
    if json:
        output.print_json([{"section": section, "id": own, "snippet": snippet} for section, own, snippet in hits])
        return
    table = ((section, own, snippet.replace("[[", "").replace("]]", "")) for section, own, snippet in hits)
    output.print_table(("Section", "Id", "Words"), table, empty="Nothing in the record holds all these words.")


def report(
    record: RecordFile = DEFAULT_RECORD,
    form: Annotated[ReportFormat, typer.Option("--format", "-f", help="html: one self-contained page; md: Markdown.")] = (
        ReportFormat.HTML
    ),
    out: Out = None,
    title: Annotated[str | None, typer.Option("--title", help="Heading of the report.")] = None,
    as_of: AsOf = None,
    clock: OnClock = Clock.PUBLISHED,
) -> None:
    """Write the communiqué that nobody issued: one self-contained page, every sentence with its evidence.

    Examples:

      communique report -o report.html

      communique report --format md > report.md
    """
    from communique.report import render_report

    written = render_report(view_of(record, as_of, clock), form.value, title=title)
    _write(written.encode(), out)


def export(
    record: RecordFile = DEFAULT_RECORD,
    form: Annotated[ExportFormat, typer.Option("--format", "-f", help="json: the whole record (interchange format 1).")] = (
        ExportFormat.JSON
    ),
    out: Out = None,
    text: Annotated[
        bool, typer.Option(help="With the articles' words; without them offsets and hashes still identify them.")
    ] = True,
) -> None:
    """Write the whole record in an open format; the same record gives the same bytes.

    Examples:

      communique export --format json -o record.json

      communique export --no-text -o shareable.json
    """
    from communique.export.record_json import export_record
    from communique.record.store import open_store

    with open_store(record) as store:
        _write(export_record(store.record(), text=text, decisions=store.decisions()), out)


def serve(
    record: RecordFile = DEFAULT_RECORD,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 = any free port.")] = 8765,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; others than 127.0.0.1 need --key.")
    ] = "127.0.0.1",
    key: Annotated[
        str | None,
        typer.Option("--key", envvar="COMMUNIQUE_KEY", help="What visitors must present (12 characters or more)."),
    ] = None,
) -> None:
    """Open the record in a local web app; nothing leaves this machine.

    Examples:

      communique serve

      COMMUNIQUE_KEY="a long secret" communique serve --host 0.0.0.0 --port 9000
    """
    from communique.web.server import serve_record

    serve_record(record, port, host, key)


def _write(data: bytes, out: Path | None) -> None:
    from communique.errors import CommuniqueError

    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise CommuniqueError(f"cannot write {out}: {error.strerror}; choose another file") from error
    output.say(f"wrote {out}")
