"""Where encounters took place: points on an outline of the land. Borders are not drawn: whose they are is not ours to say."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.model import Encounter
from communique.query.timeline import date_order

WIDTH, HEIGHT = 1120.0, 560.0
LETTER = 6.3  # width of a letter of a label, about
LEAST_DEGREES = 30.0
FIRMNESS = ("held", "ongoing", "planned", "expected", "rumoured", "cancelled", "denied")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its encounters, by date."""

    name: str
    x: float
    y: float
    size: float
    label_y: float
    anchor: str
    label_x: float
    status: str
    encounters: tuple[Encounter, ...]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The drawing: `transform` moves the land (degrees, north up) into it. `nowhere`: encounters without a known place."""

    transform: str
    spots: tuple[Spot, ...]
    nowhere: int
    width: float
    height: float


def draw_places(encounters: Iterable[Encounter], width: float = WIDTH, height: float = HEIGHT) -> PlaceMap:
    """The map, cut to where the encounters are. `width`, `height`: of the drawing, in its units."""
    groups: dict[tuple[float, float], list[Encounter]] = defaultdict(list)
    nowhere = 0
    for found in encounters:
        place = found.place
        if place is None or place.latitude is None or place.longitude is None:
            nowhere += 1
        else:
            groups[round(place.longitude, 2), round(place.latitude, 2)].append(found)
    west, north, scale = _frame(list(groups), width, height)
    if 180 * scale < height:  # more than the earth is high
        height = round(180 * scale, 1)
        west, north, scale = _frame(list(groups), width, height)
    grown = min(1.0, 0.4 + 0.6 * width / WIDTH)
    spots = []
    used: list[tuple[float, float]] = []
    dots = [((longitude - west) * scale, (north - latitude) * scale) for longitude, latitude in groups]
    for (longitude, latitude), own in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        x, y = (longitude - west) * scale, (north - latitude) * scale
        size = 5 + 3.2 * grown * min(len(own), 40) ** 0.5
        label_y = y + 4
        place = own[0].place
        name = (place.city or place.venue or place.country or "") if place else ""
        covers = [dot for dot in dots if 0 < dot[0] - x < size + LETTER * len(name) + 20 and dot != (x, y)]
        while label_y < height - 8 and (
            any(abs(label_y - other) < 15 and abs(x - beside) < 150 for beside, other in used)
            or any(abs(label_y - 4 - other) < 12 for _, other in covers)
        ):
            label_y += 15
        used.append((x, label_y))
        left = x > width - min(180, width / 3)
        spots.append(
            Spot(name, round(x, 1), round(y, 1), round(size, 1), round(label_y, 1), "end" if left else "start",
                 round(x - size - 5 if left else x + size + 5, 1), _firmest(own), tuple(sorted(own, key=date_order)))
        )  # fmt: skip
    transform = f"scale({scale:.3f}) translate({-west:.2f} {north:.2f})"
    return PlaceMap(transform, tuple(spots), nowhere, width, height)


def _firmest(found: Iterable[Encounter]) -> str:
    """What the mark of a place shows: that something took place there before that something is planned or called off."""
    here = {own.status.value for own in found}
    return next(status for status in FIRMNESS if status in here)


def _frame(points: Sequence[tuple[float, float]], width: float, height: float) -> tuple[float, float, float]:
    """West edge, north edge (degrees) and drawing units a degree; the whole earth where there are no points."""
    if not points:
        return -180.0, 90.0, width / 360
    east_west = [point[0] for point in points]
    north_south = [point[1] for point in points]
    wide = max(LEAST_DEGREES, (max(east_west) - min(east_west)) * 1.35)
    wide = min(360.0, max(wide, (max(north_south) - min(north_south)) * 1.5 * width / height))
    high = wide * height / width
    west = min(max(-180.0, (min(east_west) + max(east_west) - wide) / 2), 180.0 - wide)
    north = max(min(90.0, (min(north_south) + max(north_south) + high) / 2), high - 90.0)
    return west, north, width / wide
