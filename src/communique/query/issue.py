"""The issues of a record as a tree in which positions roll up."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from communique.model import Issue, Record


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue of the tree.

    Attributes:
        depth: 0 at the top.
        positions: on the issue itself; `below`: on it and all issues under it.
    """

    issue: Issue
    depth: int
    positions: int
    below: int


def issue_rows(record: Record) -> tuple[IssueLine, ...]:
    """The issues of the record with positions, parents before their children, most positions first."""
    own = Counter(position.issue for position in record.positions)
    known = {issue.id: issue for issue in record.issues}
    under: dict[str | None, list[Issue]] = defaultdict(list)
    for issue in record.issues:
        under[issue.parent if issue.parent in known else None].append(issue)
    rows: list[IssueLine] = []
    _collect(None, 0, under, own, rows)
    return tuple(row for row in rows if row.below)


def _collect(
    parent: str | None, depth: int, under: dict[str | None, list[Issue]], own: Counter[str], rows: list[IssueLine]
) -> int:
    """Add the lines under `parent` to `rows`; the number of positions there."""
    lines: list[tuple[int, list[IssueLine]]] = []
    for issue in sorted(under.get(parent, ()), key=lambda found: found.id):
        deeper: list[IssueLine] = []
        count = own[issue.id] + (_collect(issue.id, depth + 1, under, own, deeper) if depth < len(under) else 0)
        lines.append((count, [IssueLine(issue, depth, own[issue.id], count), *deeper]))
    for _, found in sorted(lines, key=lambda line: -line[0]):
        rows.extend(found)
    return sum(count for count, _ in lines)
