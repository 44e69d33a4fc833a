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
    kept = _unbroken([points[0]] + [after for before, after in pairwise(points) if after != before])
    if len(kept) < 4:
        return ""
    east, west = max(x for x, _ in kept), min(x for x, _ in kept)
    turns = [0.0] + ([-360.0] if east > 180 else []) + ([360.0] if west < -180 else [])
    return "".join("M" + "L".join(f"{x + turn:g} {y:g}" for x, y in kept) + "Z" for turn in turns)


def _unbroken(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ring without jumps over the 180th meridian: it runs on beyond, and is drawn once on either side."""
    result = [points[0]]
    for x, y in points[1:]:
        last = result[-1][0]
        turned = x
        while turned - last > 180:
            turned -= 360
        while last - turned > 180:
            turned += 360
        result.append((round(turned, 1), y))
    closed = abs(result[-1][0] - result[0][0]) < 180
    return result if closed else points  # around a pole: the ring is cut at the edge already


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.write_text(land_path(json.loads(source.read_text(encoding="utf-8"))) + "\n", encoding="utf-8")
