"""`communique changes`: what is different from an earlier state of the record."""

from datetime import date
from typing import Annotated

import typer

from communique.cli import output
from communique.cli.options import DEFAULT_RECORD, AsJson, RecordFile
from communique.errors import CommuniqueError


def changes(
    record: RecordFile = DEFAULT_RECORD,
    added: Annotated[
        str | None, typer.Option("--added-since", help="Against the record without the articles added from this day on.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published-since", help="Against the record without the articles of this day and later.")
    ] = None,
    json: AsJson = False,
) -> None:
    """What articles changed: new encounters and disagreements, and what is told differently since.

    Examples:

      communique changes --added-since 2026-11-20

      communique changes --published-since 2025-03-01 --json
    """
    from communique.pipeline.former import former_record, known_before
    from communique.query import change
    from communique.query.view import View
    from communique.record.store import open_store

    if (added is None) == (published is None):
        raise CommuniqueError("say since when: --added-since DAY, or --published-since DAY")
    _check_day(added or published or "")
    with open_store(record) as store:
        now = store.record()
        before = former_record(store, now, known_before(store, now, added=added, published=published))
    view = View(now)
    found = change.changes(View(before), view)
    if json:
        output.print_json(found.data())
        return
    output.print_table(("What", "Which"), change.change_rows(found, view), empty="Nothing changed since then.")


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day if day.count("-") == 2 else (day + "-01-01")[:10])
    except ValueError as error:
        raise CommuniqueError(f"{day!r} is no day; write 2025-03-24, 2025-03 or 2025") from error
