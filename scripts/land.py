"""Make the outline of the land for the map: the TopoJSON of npm's world-atlas (land-110m.json) to one SVG path.

    python -m scripts.land land-110m.json src/communique/web/static/land/land-110m.path

Degrees, east and south positive (as SVG has y), one decimal. Land only: no country is drawn.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any


def land_path(topology: dict[str, Any]) -> str:
    """The polygons of a TopoJSON topology as one SVG path."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((round(x * kx + dx, 1), round(-(y * ky + dy), 1)))
        arcs.append(points)
    rings = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings.extend(ring for polygon in polygons for ring in polygon)
    return "".join(_ring(ring, arcs) for ring in rings)


def _ring(ring: list[int], arcs: list[list[tuple[float, float]]]) -> str:
    points: list[tuple[float, float]] = []
    for number in ring:
        points.extend(arcs[number] if number >= 0 else reversed(arcs[~number]))
    kept = [points[0]] + [after for before, after in pairwise(points) if after != before]
    if len(kept) < 4:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.write_text(land_path(json.loads(source.read_text(encoding="utf-8"))) + "\n", encoding="utf-8")
