"""The command that shows the issues of a record and lets people make them their own."""

from pathlib import Path
from typing import Annotated

import typer

from communique.cli import output
from communique.cli.options import DEFAULT_RECORD, AsJson, RecordFile

Write = Annotated[
    Path | None,
    typer.Option("--write", help="Write the issue file in use to this place, proposed issues added, to edit it."),
]
Use = Annotated[Path | None, typer.Option("--use", help="Take this issue file from now on.")]
Default = Annotated[bool, typer.Option("--default", help="Go back to the issues that come with the program.")]


def issues(
    record: RecordFile = DEFAULT_RECORD, write: Write = None, use: Use = None, default: Default = False, json: AsJson = False
) -> None:
    """The issues of the record as a tree, with the number of positions on each; proposed ones are marked.

    Issues that the issue file lacks are proposed from the articles. To keep, rename or place them, write the file, edit it,
    and take it into use.

    Examples:

      communique issues --write issues.yaml

      communique issues --use issues.yaml
    """
    from communique.lexicon.issue import load_issues
    from communique.pipeline.build import issue_text, use_issues
    from communique.query.issue import issue_rows
    from communique.record.store import open_store

    if use is not None:
        load_issues(use)
    if use is not None or default:
        use_issues(record, use.read_text(encoding="utf-8") if use is not None else None)
    with open_store(record) as store:
        rows = issue_rows(store.record())
        text = issue_text(store, [row.issue for row in rows]) if write is not None else ""
    if write is not None:
        write.write_text(text, encoding="utf-8")
        output.say(f"wrote {write}; edit it, then: communique issues --use {write} --record {record}")
    elif json:
        output.print_json(
            [
                {"id": row.issue.id, "name": row.issue.name, "parent": row.issue.parent, "proposed": row.issue.proposed,
                 "positions": row.positions, "with_below": row.below}
                for row in rows
            ]
        )  # fmt: skip
    else:
        for row in rows:
            mark = " (proposed)" if row.issue.proposed else ""
            output.say(f"{'  ' * row.depth}{row.issue.name}{mark}: {row.below}")
