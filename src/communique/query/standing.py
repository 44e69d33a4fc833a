"""Where each party stands on each issue, as a reader wants it: told once, in the order of days, with what changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from communique.model import Evidence, Position
from communique.query.matrix import position_day, positions_trend
from communique.query.position import Distance, Reversal, content_words, distances, reversals
from communique.query.view import View

ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class StandLine:
    """One stance of one holder, told once.

    Attributes:
        positions: all that say it, the oldest first; the first gives words and stance.
        day: of the first, EDTF; "" if unknown.
        origins: how many independent origins report it.
        conditions: each once, in the order of the words.
        ascribed: ids of the actors who ascribe it.
    """

    positions: tuple[Position, ...]
    day: str
    origins: int
    conditions: tuple[Evidence, ...]
    ascribed: tuple[str, ...]

    @property
    def red_line(self) -> bool:
        """Whether any of them marks a line that will not be crossed."""
        return any(own.red_line for own in self.positions)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of all of them."""
        return tuple(words for own in self.positions for words in own.evidence)


@dataclass(frozen=True, slots=True)
class Stand:
    """What one actor holds on one issue. `trend`: "softer", "harder" or "" from the first dated day to the last."""

    actor: str
    lines: tuple[StandLine, ...]
    trend: str
    turns: tuple[Reversal, ...]


@dataclass(frozen=True, slots=True)
class IssueStand:
    """One issue: `above` are the names of the issues it belongs to, outermost first; holders with most positions first;
    `distances` those between two sides of which anything can be compared."""

    issue: str
    above: tuple[str, ...]
    stands: tuple[Stand, ...]
    distances: tuple[Distance, ...]


def standings(view: View) -> tuple[IssueStand, ...]:
    """Where everybody stands, the issue with most positions first."""
    groups: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for own in view.record.positions:
        groups[own.issue][own.actor].append(own)
    turned: dict[tuple[str, str], list[Reversal]] = defaultdict(list)
    for turn in reversals(view.record):
        turned[turn.issue, turn.actor].append(turn)
    apart: dict[str, list[Distance]] = defaultdict(list)
    for distance in distances(view.record):
        if distance.distance is not None:
            apart[distance.issue].append(distance)
    order = sorted(groups, key=lambda issue: (-sum(map(len, groups[issue].values())), issue))
    return tuple(
        IssueStand(
            issue,
            view.above(issue),
            tuple(
                _stand(view, actor, found, turned[issue, actor])
                for actor, found in sorted(groups[issue].items(), key=lambda pair: (-len(pair[1]), pair[0]))
            ),
            tuple(apart[issue]),
        )
        for issue in order
    )


def _stand(view: View, actor: str, found: Sequence[Position], turns: Sequence[Reversal]) -> Stand:
    ordered = sorted(found, key=lambda own: (position_day(view, own) or "9", own.document, own.content[0].span, own.id))
    groups: list[list[Position]] = []
    for own in ordered:
        same = next((group for group in groups if _alike(group[0], own)), None)
        if same is None:
            groups.append([own])
        else:
            same.append(own)
    return Stand(actor, tuple(_line(view, group) for group in groups), positions_trend(view, found), tuple(turns))


def _alike(one: Position, two: Position) -> bool:
    """Whether two positions of one holder on one issue say the same: the same stance in nearly the same words."""
    if one.stance is not two.stance:
        return False
    first, second = content_words(one), content_words(two)
    both = len(first | second)
    return first == second or (both > 0 and len(first & second) >= ALIKE * both)


def _line(view: View, group: Sequence[Position]) -> StandLine:
    conditions: dict[str, Evidence] = {}
    for own in group:
        for words in own.conditions:
            conditions.setdefault(" ".join(words.quote.lower().split()), words)
    return StandLine(
        positions=tuple(group),
        day=position_day(view, group[0]),
        origins=view.origins(words for own in group for words in own.content),
        conditions=tuple(conditions.values()),
        ascribed=tuple(dict.fromkeys(own.attributed_by for own in group if own.attributed_by)),
    )
