"""`communique reviewers`: how far the people who reviewed the record agree, and on which lines they differ."""

from typing import Any

from communique.cli import output
from communique.cli.options import DEFAULT_RECORD, AsJson, Limit, RecordFile
from communique.cli.rows import quote, sources


def reviewers(record: RecordFile = DEFAULT_RECORD, limit: Limit = 40, json: AsJson = False) -> None:
    """How far two people agree who judged the same lines or joins: share, Cohen's kappa, and where they differ.

    Of one person's decisions on a line the latest counts; what was taken back does not.

    Examples:

      communique reviewers

      communique reviewers --limit 0 --json
    """
    from communique.query import accord
    from communique.query.view import View
    from communique.record.store import open_store

    with open_store(record) as store:
        view, log = View(store.record()), store.decisions()
    people, found = accord.reviewers(log), accord.reviewer_accords(view, log)
    if json:
        named = [{"name": name, "lines": lines, "pairs": pairs} for name, lines, pairs in people]
        output.print_json({"reviewers": named, "agreement": [own.data() for own in found]})
        return
    alone = f"Only {people[0][0]} has reviewed" if len(people) == 1 else "No two people have reviewed"
    output.print_table(
        ("Reviewers", "What", "Both", "Alike", "Share", "Kappa"),
        [_accord_row(own) for own in found],
        empty=f"{alone} the same lines of this record." if people else "Nobody has reviewed a line of this record yet.",
    )
    rows = [_difference_row(view, own, row) for own in found for row in own.differences]
    if rows:
        output.say("Where they differ")
        output.print_table(("Kind", "Words", "Decided"), rows, empty="", limit=limit)


def _accord_row(own: Any) -> list[str]:
    counted = "not defined" if own.kappa is None else f"{own.kappa:.3f}"
    return [f"{own.one} and {own.two}", own.kind, str(own.both), str(own.alike), f"{own.share * 100:.1f} %", counted]


def _difference_row(view: Any, own: Any, row: Any) -> list[str]:
    words = "\n".join(f"{quote([part])}\n{output.faint(sources(view, [part.document]))}" for part in row.words)
    return [f"{row.section}\n{output.faint(row.item)}", words, "\n".join(map(_opinion, row.opinions))]


def _opinion(own: Any) -> str:
    changes = "; ".join(f"{field} = {value}" for field, value in own.changes)
    return f"{own.author}: {own.action}" + (f" ({changes})" if changes else "") + (f", {own.reason}" if own.reason else "")
