"""`communique sources` and `communique readouts`: what counts as one origin, and what two sides leave out."""

from typing import Annotated, Any

import typer

from communique.cli import output
from communique.cli.opened import view_of
from communique.cli.options import DEFAULT_RECORD, AsJson, RecordFile
from communique.cli.rows import quote


def sources(
    own: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Id of a line; without one all documents of the record.")
    ] = None,
    record: RecordFile = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Which documents count as one origin, and why: a credit line, a shared text, a common readout, a quoted outlet.

    Examples:

      communique sources

      communique sources meeting-in-geneva-2024-05-14
    """
    from communique.cli.line import line_of
    from communique.query.evidence import all_evidence
    from communique.query.independence import origin_groups

    view = view_of(record)
    documents = list(view.documents) if own is None else [words.document for words in all_evidence(line_of(view, own)[1])]
    groups = origin_groups(view, documents)
    if json:
        output.print_json([group.data() for group in groups])
        return
    table = [_origin_row(view, number, group) for number, group in enumerate(groups, 1)]
    output.print_table(("Origin", "What"), table, empty="The record holds no documents.")


def readouts(record: RecordFile = DEFAULT_RECORD, json: AsJson = False) -> None:
    """Where two sides issued their own account of one encounter: what each says that the other omits.

    Example:

      communique readouts --record talks.communique
    """
    from communique.query.readout import readout_rows

    view = view_of(record)
    found = readout_rows(view)
    if json:
        output.print_json([row.data() for row in found])
        return
    table = [_account_row(view, row, account) for row in found for account in row.accounts]
    output.print_table(("Source", "What"), table, empty="No encounter of which two sides issued their own account.")


def _origin_row(view: Any, number: int, group: Any) -> list[str]:
    """One origin: its documents, then why they count once."""
    from communique.query.wording import source_name

    names = [source_name(view.documents[own].document) for own in group.documents]
    lines = [
        f"{source_name(view.documents[row.document].document)}: {row.words}"
        + ("" if row.kind == "cites" else f", with {source_name(view.documents[row.origin].document)}")
        for row in group.reasons
    ]
    return [str(number), "\n".join((*names, *map(output.faint, lines)))]


def _account_row(view: Any, row: Any, account: Any) -> list[str]:
    from communique.query.wording import source_name

    head = f"{view.side(account.side)} only ({source_name(view.documents[account.document].document)})"
    lines = [f"{point.words}: “{quote(point.evidence)}”" for point in account.only]
    return [head, "\n".join((row.encounter.label, *(lines or ["nothing that the other leaves out"])))]
