"""The record that a reading command shows: of today, or as of a day on one of three clocks."""

from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli import output
from communique.query.clock import Clock

AsOf = Annotated[str | None, typer.Option("--as-of", help="The record as of this day: 2025-03-24, 2025-03 or 2025.")]
OnClock = Annotated[
    Clock,
    typer.Option(
        "--clock",
        help="What --as-of counts by: published (what articles had told by then), said, or happened (by what is known now).",
    ),
]


def view_of(record: Path, as_of: str | None = None, clock: Clock = Clock.PUBLISHED) -> Any:
    """The view of a record file; with `as_of` of a former state, which one line on standard error names."""
    from communique.query.clock import check_day, published_by, up_to
    from communique.query.view import View
    from communique.record.store import open_store

    with open_store(record) as store:
        now = store.record()
        if as_of is None:
            return View(now)
        day = check_day(as_of)
        if clock is not Clock.PUBLISHED:
            output.complain(f"as of {day}, by the day on which things {'were said' if clock is Clock.SAID else 'happened'}")
            return View(up_to(now, day, clock))
        from communique.pipeline.former import former_record

        known = published_by(now, day)
        output.complain(f"as of {day}: {len(known)} of {len(now.documents)} articles were out")
        return View(former_record(store, now, known))
