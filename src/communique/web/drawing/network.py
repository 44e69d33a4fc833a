"""Who met whom: people on a circle by side, a line for each pair that was at the same encounter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin

from communique.model import Encounter
from communique.query.view import View

LETTER = 6.6  # width of a letter of a label, about
LONGEST = 30  # letters
COMPACT_WIDTH, COMPACT_HEIGHT = 940.0, 520.0
MOST_COMPACT = 22  # as many level labels stand one under the other on each half of an ellipse
LEAST_RADIUS = 262.0
LABEL = 13.0  # height of a label
MOST_NODES = 64
MOST_TIES = 1500  # of a large network the strongest: more lines than these show nothing
MOST_TOGETHER = 40  # of a larger conference not every pair has met


@dataclass(frozen=True, slots=True)
class Node:
    """An actor on the circle; `turn` degrees turns its label outwards."""

    id: str
    name: str
    x: float
    y: float
    size: float
    turn: float
    anchor: str
    colour: str
    label_x: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors at `count` encounters together, as a curve; `ends`: their places in the list of nodes."""

    left: str
    right: str
    count: int
    path: str
    width: float
    ends: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing, `width` by `height` units; a label is 12 units high.

    Attributes:
        left_out: actors that met somebody but are not drawn.
        ties_left_out: pairs of drawn actors whose line is not drawn, those with fewest encounters.
        sides: (class, name) of the key.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    left_out: int
    ties_left_out: int
    sides: tuple[tuple[str, str], ...]
    width: float
    height: float


def draw_network(
    view: View, encounters: Iterable[Encounter], centre: str | None = None, *, most: int = MOST_NODES, least: int = 1,
    side: str = "",
) -> Network:  # fmt: skip
    """The network of those present at encounters that took place.

    Args:
        encounters: held and ongoing ones count, others are passed over.
        centre: an actor; then only pairs with this one are drawn.
        most: actors to draw, those with most encounters.
        least: encounters that a pair has to have in common.
        side: id of a side; then only pairs in which one of its people is.
    """
    pairs = {pair: count for pair, count in _pairs(view, encounters, centre, side).items() if count >= least}
    weight: Counter[str] = Counter()
    for (left, right), count in pairs.items():
        weight[left] += count
        weight[right] += count
    chosen = sorted(weight, key=lambda own: (own != centre, -weight[own], own))[:most]
    nodes, sides, width, height = _nodes(view, chosen, weight)
    place = {node.id: number for number, node in enumerate(nodes)}
    kept = [(pair, count) for pair, count in pairs.items() if pair[0] in place and pair[1] in place]
    drawn = sorted(kept, key=lambda row: (-row[1], row[0]))[:MOST_TIES]
    ties = tuple(
        _tie(nodes, (place[left], place[right]), count, (width / 2, height / 2)) for (left, right), count in sorted(drawn)
    )
    return Network(nodes, ties, len(weight) - len(nodes), len(kept) - len(drawn), sides, width, height)


def _pairs(view: View, encounters: Iterable[Encounter], centre: str | None, side: str) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for found in encounters:
        people = sorted({person.actor for person in found.participants if person.present and person.actor in view.actors})
        if found.status not in ("held", "ongoing") or len(people) > MOST_TOGETHER:
            continue
        here = {own for own in people if view.actors[own].side == side}
        pairs.update(
            pair
            for pair in combinations(people, 2)
            if (centre is None or centre in pair) and (not side or pair[0] in here or pair[1] in here)
        )
    return pairs


def _places(number: int, margin: float) -> tuple[list[tuple[float, float, float]], float, float]:
    """(x, y, angle) for each node, clockwise from the top; width and height of the drawing with room for labels."""
    if number > MOST_COMPACT:
        radius = max(LEAST_RADIUS, number * LABEL / (2 * pi))
        size = 2 * (radius + margin)
        angles = [2 * pi * place / number - pi / 2 for place in range(number)]
        return [(size / 2 + radius * cos(angle), size / 2 + radius * sin(angle), angle) for angle in angles], size, size
    right = (number + 1) // 2
    found = []
    for place in range(number):
        half, at = (right, place) if place < right else (number - right, number - 1 - place)
        level = (2 * at + 1) / half - 1  # -1 top .. 1 bottom, evenly spaced, so that level labels never touch
        out = (1 - level * level) ** 0.5 * (1 if place < right else -1)
        angle = 0.0 if place < right else pi
        found.append((COMPACT_WIDTH / 2 + 250 * out, COMPACT_HEIGHT / 2 + 215 * level, angle))
    return found, COMPACT_WIDTH, COMPACT_HEIGHT


def _nodes(
    view: View, chosen: Sequence[str], weight: Counter[str]
) -> tuple[tuple[Node, ...], tuple[tuple[str, str], ...], float, float]:
    rank = {side.id: number for number, side in enumerate(view.record.sides)}
    ordered = sorted(chosen, key=lambda own: (rank.get(view.actors[own].side or "", 99), -weight[own], own))
    most = max(weight.values(), default=1)
    names = [_short(view.name(own)) for own in ordered]
    places, width, height = _places(len(ordered), 30 + LETTER * max(map(len, names), default=0))
    largest = 9 if len(ordered) <= 2 * MOST_NODES else 5
    nodes = []
    for own, name, (x, y, angle) in zip(ordered, names, places, strict=True):
        size = 4 + largest * (weight[own] / most) ** 0.5
        right = cos(angle) > -1e-9
        turn = 0.0 if len(ordered) <= MOST_COMPACT else angle * 180 / pi + (0 if right else 180)
        side = rank.get(view.actors[own].side or "")
        gap = size + 6
        nodes.append(
            Node(own, name, round(x, 1), round(y, 1), round(size, 1), round(turn, 1),
                 "start" if right else "end", "" if side is None else f"s{side % 6}", round(gap if right else -gap, 1))
        )  # fmt: skip
    present = {view.actors[own].side for own in ordered}
    sides = tuple((f"s{rank[side.id] % 6}", side.name) for side in view.record.sides if side.id in present)
    return tuple(nodes), sides, round(width, 1), round(height, 1)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _tie(nodes: Sequence[Node], ends: tuple[int, int], count: int, middle: tuple[float, float]) -> Tie:
    left, right = nodes[ends[0]], nodes[ends[1]]
    x, y = (left.x + right.x + 2 * middle[0]) / 4, (left.y + right.y + 2 * middle[1]) / 4
    path = f"M{left.x:.0f} {left.y:.0f}Q{x:.0f} {y:.0f} {right.x:.0f} {right.y:.0f}"
    return Tie(left.name, right.name, count, path, round(0.8 + 1.1 * min(count, 8) ** 0.7, 2), ends)
