"""A map of Flanders by municipality: an SVG within the page, made when building. No tiles, nothing from elsewhere.

The outlines are those of ``drawings/flanders.json``, written by ``tooling/draw_municipalities.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise
from typing import Any

from markupsafe import Markup

from gemeengoed.kinds.registers import OrganisationType
from gemeengoed.rules.places import municipalities_by_region
from gemeengoed.stage.site import Site

TEXTURES = {1: (4,), 2: (2, 4), 3: (1, 3, 4), 4: (1, 2, 3, 4)}
"""Which textures tell so many levels apart, the lightest first."""

MOST_LEVELS = 4
WHOLE = 300
"""How many municipalities the drawing has."""

MOST_LINKED = 60
"""Of so many municipalities at most each leads to its page: more would be stops without end for who uses a keyboard."""

FEW, RAISED = 5, 70
"""Of how few municipalities a number stands above them, and how far, in units of the drawing."""

_STEP = re.compile(r"(-?\d+)(?:,|(?=-))(-?\d+)")


@dataclass(frozen=True)
class Level:
    """The municipalities with a value from ``least`` to ``most``, all in one texture."""

    least: int
    most: int
    texture: int


@dataclass(frozen=True)
class Place:
    """A municipality on the map. Without ``href`` it has no page; without ``value`` there is nothing of it."""

    name: str
    path: str
    href: str
    value: int
    texture: int


@dataclass(frozen=True)
class Mark:
    """A number on the map that leads to what is said of a region. It stands ``up`` above the point that it is about."""

    number: int
    label: str
    href: str
    x: int
    y: int
    up: int


def draw_map(
    site: Site,
    here: str,
    values: Mapping[str, int],
    *,
    key: str,
    title: str,
    description: str,
    counted: str,
    marks: Sequence[Mark] = (),
    with_table: bool = True,
) -> Markup:
    """The map as a figure with its legend and, unless the page has a better one, its table.

    ``values`` are whole numbers by NIS code, or by region of the vocabulary: a municipality has the sum of its own and
    those of its regions. ``key`` tells this map from others on the page; ``counted`` says what the numbers are.
    """
    by_code = spread(site, values)
    steps = levels(by_code.values())
    places = _places(site, here, by_code, steps)
    html = site.render(
        "figures/map.html.jinja",
        here,
        key=key,
        title=title,
        description=description,
        counted=counted,
        drawing=drawing(),
        levels=steps,
        places=places,
        filled=[place for place in places if place.value],
        table=sorted((place for place in places if place.value), key=lambda place: (-place.value, place.name)),
        marks=marks,
        with_table=with_table,
    )
    return Markup(html)


def spread(site: Site, values: Mapping[str, int]) -> dict[str, int]:
    """The value of every municipality of the map that has one."""
    regions = municipalities_by_region(site.commons.organisations, site.commons.regions)
    found: dict[str, int] = {}
    for name, value in values.items():
        for code in regions.get(name, (name,)):
            if value and code in drawing()["municipalities"]:
                found[code] = found.get(code, 0) + value
    return dict(sorted(found.items()))


def levels(values: Iterable[int]) -> tuple[Level, ...]:
    """The levels of the map, the lowest first: of the different values about as many in each, four levels at most."""
    different = sorted(set(values))
    number = min(len(different), MOST_LEVELS)
    cuts = [round(place * len(different) / number) for place in range(number + 1)] if number else []
    parts = [different[start:end] for start, end in pairwise(cuts)]
    return tuple(
        Level(part[0], part[-1], texture) for part, texture in zip(parts, TEXTURES.get(number, ()), strict=True)
    )


def texture_of(value: int, steps: Sequence[Level]) -> int:
    """The texture of a value: 0 for one that is in no level."""
    return next((step.texture for step in steps if step.least <= value <= step.most), 0)


@cache
def drawing() -> dict[str, Any]:
    """Width and height, and the paths: ``municipalities`` by NIS code, ``provinces`` by name, ``brussels``."""
    file = resources.files("gemeengoed.stage") / "drawings" / "flanders.json"
    loaded: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return loaded


def mark(number: int, label: str, href: str, codes: frozenset[str]) -> Mark:
    """A number in the middle of some municipalities; above it where they are few, so that it does not hide them."""
    return Mark(number, label, href, *_middle(codes), up=RAISED if len(codes) < FEW else 0)


def _middle(codes: frozenset[str]) -> tuple[int, int]:
    """The middle of the box around some municipalities, in units of the drawing."""
    boxes = [_box(drawing()["municipalities"][code]) for code in sorted(codes)]
    across, down = zip(*boxes, strict=True)
    return _between(across), _between(down)


def _between(ranges: Sequence[tuple[int, int]]) -> int:
    return (min(low for low, _ in ranges) + max(high for _, high in ranges)) // 2


def _box(path: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The lowest and highest x, then y, of a path of the drawing: the first ring, which is the largest or the only."""
    steps = [(int(x), int(y)) for x, y in _STEP.findall(path.partition("z")[0])]
    xs, ys = (list(accumulate(step[axis] for step in steps)) for axis in (0, 1))
    return (min(xs), max(xs)), (min(ys), max(ys))


def _places(site: Site, here: str, values: Mapping[str, int], steps: Sequence[Level]) -> list[Place]:
    link = site.addresses.relative(here)
    names = {
        organisation.nis: name
        for name, organisation in site.records("organisation").items()
        if organisation.nis and organisation.type is OrganisationType.MUNICIPALITY
    }
    found = []
    for code, path in drawing()["municipalities"].items():
        name, value = names.get(code, ""), values.get(code, 0)
        href = link(f"organisations/{name}") if name and site.has_page("organisation", name) else ""
        label = site.name_of("organisation", name) if name else ""
        found.append(Place(label, path, href, value, texture_of(value, steps)))
    are_linked = sum(bool(place.href and place.value) for place in found) <= MOST_LINKED
    return found if are_linked else [replace(place, href="") for place in found]
