"""Where each party stands on each issue, as a reader wants it: told once, in the order of days, with what changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from communique.model import Evidence, Position
from communique.query.matrix import position_day, positions_trend
from communique.query.position import Distance, Reversal, content_words, distances, reversals
from communique.query.view import View

ALIKE = 0.7
MOST_TRIED = 40


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
    return Stand(actor, told_once(view, found), positions_trend(view, found), tuple(turns))


def told_once(view: View, positions: Iterable[Position]) -> tuple[StandLine, ...]:
    """Positions by day, those of one holder on one issue that say the same (one stance, nearly the same words) as one line.

    Only lines that share one of the rarer words are compared, so that the cost grows with the positions, not their square.
    """
    found = list(positions)
    ordered = sorted(found, key=lambda own: (position_day(view, own) or "9", own.document, own.content[0].span, own.id))
    said = {own.id: content_words(own) for own in ordered}
    often = Counter(word for words in said.values() for word in words)
    groups: list[list[Position]] = []
    near: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for own in ordered:
        words = said[own.id]
        rare = sorted(words, key=lambda word: (often[word], word))
        holder = own.actor, own.issue, own.stance.value
        keys = [(*holder, word) for word in rare[: len(rare) - ceil(ALIKE * len(rare)) + 1] or [""]]
        tried = sorted({number for key in keys for number in near[key][:MOST_TRIED]})
        same = next((number for number in tried if _alike(said[groups[number][0].id], words)), None)
        if same is not None:
            groups[same].append(own)
            continue
        for key in keys:
            near[key].append(len(groups))
        groups.append([own])
    return tuple(_line(view, group) for group in groups)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    both = len(one | two)
    return one == two or (both > 0 and len(one & two) >= ALIKE * both)


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
