"""Write our own drawing of Flanders, a path for each municipality, from a TopoJSON file of Belgium.

Run: ``python tooling/draw_municipalities.py belgium.json tooling/gemeengoed/stage/drawings/flanders.json``. Source of
the outlines: bmesuere/belgium-topojson, CC0-1.0; municipalities as they were before the mergers of 2025. The borders
are projected (equirectangular, true at 51 degrees north), simplified (Douglas and Peucker, 1973) and rounded to whole
units; a border that two municipalities share is simplified once, so that no gap opens between them. What is Flemish is
read from the NIS code, as the file puts Mesen (33016) in the Walloon Region by mistake. The Brussels-Capital Region is
drawn as one shape, so that the map has no hole; it is no municipality of Flanders.
"""

from __future__ import annotations

import json
import math
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from import_municipalities import flemish_province

WIDTH = 1000
TOLERANCE = 1.0
"""How far, in units of the drawing, a simplified border may be from the true one."""

SMALLEST = 40.0
"""How large, in square units, a piece must be to be drawn beside a larger one: smaller ones are docks and islets."""

LATITUDE = math.radians(51)
BRUSSELS = "21"

Point = tuple[float, float]
Ring = list[Point]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The borders as degrees: the file holds them as steps on a grid."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    return arcs


def simplified(points: Ring) -> Ring:
    """A line with the points left out that change it by less than TOLERANCE; its ends stay."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    far, at = max((distance(point, first, last), place) for place, point in enumerate(points[1:-1], start=1))
    if far <= TOLERANCE and first != last:
        return [first, last]
    if far <= TOLERANCE:
        return [first, points[at], last]
    return simplified(points[: at + 1])[:-1] + simplified(points[at:])


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the piece of line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
    return math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def area(ring: Ring) -> float:
    """What a closed ring encloses, in square units (the shoelace formula)."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def path_of(rings: list[Ring]) -> str:
    """An SVG path of closed rings, in whole units, each step from the point before."""
    parts = []
    largest = max(map(area, rings))
    for ring in (ring for ring in rings if area(ring) >= min(SMALLEST, largest)):
        points = [(round(x), round(y)) for x, y in ring]
        steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points[:-1])]
        drawn = " ".join(f"{x},{y}" for x, y in steps if (x, y) != (0, 0))
        parts.append(re.sub("[ ,]-", "-", f"M{points[0][0]},{points[0][1]}l{drawn}z"))
    return "".join(parts)


def rings_of(shape: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """The rings of a shape; an arc with a negative number is run through backwards (TopoJSON, section 2.1.4)."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = []
    for numbers in (ring for polygon in polygons for ring in polygon):
        points: Ring = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points += arc[1:] if points else arc
        rings.append(points)
    return rings


def outline(shapes: list[dict[str, Any]], arcs: list[Ring]) -> list[Ring]:
    """The border around several shapes: the arcs that only one of them has, joined end to end."""
    used: dict[int, list[int]] = {}
    for shape in shapes:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for number in (number for polygon in polygons for ring in polygon for number in ring):
            used.setdefault(number if number >= 0 else ~number, []).append(number)
    open_arcs = [arcs[n[0]] if n[0] >= 0 else arcs[~n[0]][::-1] for n in used.values() if len(n) == 1]
    rings = []
    while open_arcs:
        ring = list(open_arcs.pop())
        while ring[0] != ring[-1]:
            following = next(arc for arc in open_arcs if arc[0] == ring[-1])
            open_arcs.remove(following)
            ring += following[1:]
        rings.append(ring)
    return rings


def main(source: Path, target: Path) -> None:
    """Draw the municipalities of ``source`` into ``target``."""
    topology = json.loads(source.read_text("utf-8"))
    shapes = {shape["properties"]["nis"]: shape for shape in topology["objects"]["municipalities"]["geometries"]}
    flemish = {nis: shape for nis, shape in sorted(shapes.items()) if flemish_province(nis)}
    brussels = [shape for nis, shape in sorted(shapes.items()) if nis.startswith(BRUSSELS)]
    degrees = arcs_of(topology)
    points = [point for shape in flemish.values() for ring in rings_of(shape, degrees) for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    unit = (WIDTH - 4) / (east - west)
    arcs = [
        simplified([(2 + (x - west) * unit, 2 + (north - y) * unit / math.cos(LATITUDE)) for x, y in arc])
        for arc in degrees
    ]
    drawing = {
        "source": "bmesuere/belgium-topojson",
        "licence": "CC0-1.0",
        "width": WIDTH,
        "height": math.ceil(4 + (north - south) * unit / math.cos(LATITUDE)),
        "brussels": path_of(outline(brussels, arcs)),
        "provinces": {
            province: path_of(outline([s for nis, s in flemish.items() if flemish_province(nis) == province], arcs))
            for province in sorted({flemish_province(nis) or "" for nis in flemish})
        },
        "municipalities": {nis: path_of(rings_of(shape, arcs)) for nis, shape in flemish.items()},
    }
    target.write_text(json.dumps(drawing, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
