"""Who met whom: people on a circle by side, a line for each pair that was at the same encounter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin

from communique.model import Encounter
from communique.query.view import View

WIDTH = 940.0
FULL, COMPACT = (940.0, 262.0), (520.0, 200.0)  # height and radius; the compact one has level labels
MOST_COMPACT = 22
MOST_NODES = 64
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
    """Two actors at `count` encounters together, as a curve."""

    left: str
    right: str
    count: int
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing, `height` units high. `left_out`: actors that met somebody but are not drawn; `sides`: (class, name) of the key."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    left_out: int
    sides: tuple[tuple[str, str], ...]
    height: float


def draw_network(view: View, encounters: Iterable[Encounter], centre: str | None = None) -> Network:
    """The network of those present at encounters that took place.

    Args:
        encounters: held and ongoing ones count, others are passed over.
        centre: an actor; then only pairs with this one are drawn.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    for found in encounters:
        people = sorted({person.actor for person in found.participants if person.present and person.actor in view.actors})
        if found.status in ("held", "ongoing") and len(people) <= MOST_TOGETHER:
            pairs.update(pair for pair in combinations(people, 2) if centre is None or centre in pair)
    weight: Counter[str] = Counter()
    for (left, right), count in pairs.items():
        weight[left] += count
        weight[right] += count
    chosen = sorted(weight, key=lambda own: (own != centre, -weight[own], own))[:MOST_NODES]
    nodes, sides = _nodes(view, chosen, weight)
    place = {node.id: node for node in nodes}
    kept = [(pair, count) for pair, count in sorted(pairs.items()) if pair[0] in place and pair[1] in place]
    height = (COMPACT if len(nodes) <= MOST_COMPACT else FULL)[0]
    ties = tuple(_tie(place[left], place[right], count, height / 2) for (left, right), count in kept)
    return Network(nodes, ties, len(weight) - len(nodes), sides, height)


def _nodes(view: View, chosen: Sequence[str], weight: Counter[str]) -> tuple[tuple[Node, ...], tuple[tuple[str, str], ...]]:
    order = [side.id for side in view.record.sides]
    rank = {own: number for number, own in enumerate(order)}
    ordered = sorted(chosen, key=lambda own: (rank.get(view.actors[own].side or "", 99), -weight[own], own))
    most = max(weight.values(), default=1)
    compact = len(ordered) <= MOST_COMPACT
    height, radius = COMPACT if compact else FULL
    nodes = []
    for number, own in enumerate(ordered):
        angle = 2 * pi * number / len(ordered) - pi / 2
        x, y = WIDTH / 2 + radius * cos(angle), height / 2 + radius * sin(angle)
        size = 5 + 9 * (weight[own] / most) ** 0.5
        right = cos(angle) > -1e-9
        turn = 0.0 if compact else angle * 180 / pi + (0 if right else 180)
        side = rank.get(view.actors[own].side or "")
        colour = "" if side is None else f"s{side % 6}"
        gap = size + 6
        name = view.name(own)
        nodes.append(
            Node(own, name if len(name) <= 30 else name[:29] + "…", round(x, 1), round(y, 1), round(size, 1),
                 round(turn, 1), "start" if right else "end", colour, round(gap if right else -gap, 1))
        )  # fmt: skip
    present = {view.actors[own].side for own in ordered}
    sides = tuple((f"s{rank[side.id] % 6}", side.name) for side in view.record.sides if side.id in present)
    return tuple(nodes), sides


def _tie(left: Node, right: Node, count: int, middle: float) -> Tie:
    x, y = (left.x + right.x + WIDTH) / 4, (left.y + right.y + 2 * middle) / 4
    path = f"M{left.x} {left.y}Q{round(x, 1)} {round(y, 1)} {right.x} {right.y}"
    return Tie(left.name, right.name, count, path, round(0.8 + 1.1 * min(count, 8) ** 0.7, 2))
