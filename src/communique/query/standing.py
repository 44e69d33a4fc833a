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


def stand_lines(view: View, found: Iterable[Position]) -> tuple[StandLine, ...]:
    """What each holder said of each issue, told once, by the first day (unknown ones last), then by place in the articles."""
    holders: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for own in _in_order(view, found):
        holders[own.issue, own.actor].append(own)
    lines = [_line(view, group) for rows in holders.values() for group in _told_once(rows)]
    lines.sort(
        key=lambda own: (own.day or "9", own.positions[0].document, own.positions[0].content[0].span, own.positions[0].id)
    )
    return tuple(lines)


def _stand(view: View, actor: str, found: Sequence[Position], turns: Sequence[Reversal]) -> Stand:
    lines = tuple(_line(view, group) for group in _told_once(_in_order(view, found)))
    return Stand(actor, lines, positions_trend(view, found), tuple(turns))


def _in_order(view: View, found: Iterable[Position]) -> list[Position]:
    return sorted(found, key=lambda own: (position_day(view, own) or "9", own.document, own.content[0].span, own.id))


def _told_once(ordered: Sequence[Position]) -> list[list[Position]]:
    """Groups of positions that say the same as the first of their group, in order.

    Two sets of words of which `ALIKE` is shared have a word in common among the rarest of each, as many as may differ and
    one more; only groups that do are compared, so that the cost does not grow with the square of the positions.

    Source: prefix filtering of set similarity joins (Chaudhuri, Ganti and Kaushik 2006).
    """
    words = [content_words(own) for own in ordered]
    count = Counter(word for own in words for word in own)
    groups: list[list[Position]] = []
    firsts: list[frozenset[str]] = []
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for own, said in zip(ordered, words, strict=True):
        rarest = sorted(said, key=lambda word: (count[word], word))
        keys = [(own.stance.value, word) for word in rarest[: len(said) - ceil(ALIKE * len(said)) + 1] or [""]]
        near = sorted({number for key in keys for number in by_word.get(key, ())})
        same = next((number for number in near if _alike(firsts[number], said)), None)
        if same is not None:
            groups[same].append(own)
            continue
        for key in keys:
            by_word[key].append(len(groups))
        groups.append([own])
        firsts.append(said)
    return groups


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two positions of one holder and stance on one issue say the same: nearly the same words, the same numbers."""
    if any(word.isdigit() for word in first ^ second):
        return False
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
