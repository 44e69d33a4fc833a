"""`communique changes`: what is different from an earlier state of the record."""

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
    marked: Annotated[
        str | None, typer.Option("--since-mark", help="Against the record as it was when this mark was set.")
    ] = None,
    json: AsJson = False,
) -> None:
    """What articles changed: new encounters and disagreements, and what is told differently since.

    Examples:

      communique changes --added-since 2026-11-20

      communique changes --published-since 2025-03-01 --json

      communique mark briefing   (then, after the next articles)   communique changes --since-mark briefing
    """
    from communique.pipeline.former import former_record, known_before, marked_documents
    from communique.query import change
    from communique.query.clock import check_day
    from communique.query.view import View
    from communique.record.store import open_store

    if [added, published, marked].count(None) != 2:
        raise CommuniqueError("say since when: --added-since DAY, --published-since DAY, or --since-mark NAME")
    if marked is None:
        check_day(added or published or "")
    with open_store(record) as store:
        now = store.record()
        if marked is None:
            known = known_before(store, now, added=added, published=published)
        else:
            known = marked_documents(store, marked)
        before = former_record(store, now, known)
    view = View(now)
    found = change.changes(View(before), view)
    if json:
        output.print_json(found.data())
        return
    output.print_table(("What", "Which"), change.change_rows(found, view), empty="Nothing changed since then.")


def mark(
    name: Annotated[str, typer.Argument(metavar="NAME", help='What to call this state, e.g. "briefing".')],
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Remember which articles the record holds now, so that `changes --since-mark` can tell what came after.

    A mark of the same name is moved.

    Example:

      communique mark briefing
    """
    from communique.pipeline.former import set_mark
    from communique.record.store import open_store

    with open_store(record) as store:
        output.say(f"marked {name}: {set_mark(store, name)} articles")
