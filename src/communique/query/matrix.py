"""Actor by issue: what each holds of each, and whether it moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.model import Position
from communique.query.view import View

# How far a stance goes towards what the other side asks; only its direction is used.
TOWARDS = {
    "accepts": 2, "supports": 1, "offers": 1, "divided": 0, "none": 0, "conditions": 0, "demands": -1, "warns": -1,
    "rejects": -2,
}  # fmt: skip
REFUSING = frozenset({"not", "n't", "never", "no", "nothing", "cannot", "ruled", "rule", "refuse", "refused", "refuses"})
STEP = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Positions of one actor on one issue, oldest first. `trend`: "softer", "harder", "" (no movement or one day only)."""

    positions: tuple[Position, ...]
    trend: str

    @property
    def stances(self) -> tuple[tuple[str, int], ...]:
        """Each stance with how often it is on record, in the order of first appearance."""
        count: dict[str, int] = {}
        for own in self.positions:
            count[own.stance] = count.get(own.stance, 0) + 1
        return tuple(count.items())


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows: issues, most discussed first; columns: actors, most positions first; cells by (issue, actor)."""

    issues: tuple[str, ...]
    actors: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]


def positions_matrix(view: View, by_issue: Mapping[str, Sequence[Position]], columns: int = 8, rows: int = 40) -> Matrix:
    """The matrix of the actors and issues with most positions on record."""
    count: dict[str, int] = {}
    groups: dict[tuple[str, str], list[Position]] = {}
    for issue, found in by_issue.items():
        for own in found:
            count[own.actor] = count.get(own.actor, 0) + 1
            groups.setdefault((issue, own.actor), []).append(own)
    actors = sorted(count, key=lambda own: (-count[own], own))[:columns]
    issues = sorted(by_issue, key=lambda own: (-len(by_issue[own]), own))[:rows]
    cells = {pair: _cell(view, found) for pair, found in groups.items() if pair[1] in actors}
    return Matrix(tuple(issues), tuple(actors), cells)


def position_day(view: View, own: Position) -> str:
    """The day that a position belongs to: its own date, else the day its article was published; "" if unknown."""
    if own.date and own.date.start and own.date.start != "..":
        return own.date.start
    found = view.documents.get(own.document)
    return (found.document.published.start or "") if found and found.document.published else ""


def positions_trend(view: View, found: Sequence[Position]) -> str:
    """Whether positions moved from their first dated day to the last: "softer", "harder", "" (no movement or one day only).

    A denial is no step: it is about what happened. "Will not talk before" is as hard as a demand, "would talk if" is not. Less
    than one step on average is no movement: some of several things said on a day are always softer than others."""
    steps = ((position_day(view, own), _step(own)) for own in found)
    dated = sorted((day, step) for day, step in steps if day and step is not None)
    if not dated or dated[0][0] == dated[-1][0]:
        return ""
    first = [step for day, step in dated if day == dated[0][0]]
    last = [step for day, step in dated if day == dated[-1][0]]
    moved = sum(last) / len(last) - sum(first) / len(first)
    return "softer" if moved >= STEP else "harder" if moved <= -STEP else ""


def _step(own: Position) -> int | None:
    if own.stance == "conditions":
        words = {word for part in own.content for word in part.quote.lower().replace("n't", " n't").split()}
        return TOWARDS["demands"] if words & REFUSING else TOWARDS["conditions"]
    return TOWARDS.get(own.stance)


def _cell(view: View, found: Sequence[Position]) -> Cell:
    ordered = sorted(found, key=lambda own: (position_day(view, own) or "9", own.id))
    return Cell(tuple(ordered), positions_trend(view, found))
