"""The picture of what hangs together with one person, organisation, skill or network, in three columns.

In the first the thing itself, in the second its neighbours, in the third what those lead to. The place of each follows
from the order of names and whole numbers alone, so that the same sources give the same bytes on every machine; every
box is a link to the page where it is the first, so that one walks through the network from page to page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from gemeengoed.i18n import Message, message
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.rules.connections import Connection, How, Node, other_end
from gemeengoed.rules.skills import nearest
from gemeengoed.stage.addresses import CONNECTIONS
from gemeengoed.stage.foreign import like
from gemeengoed.stage.persons import NEAREST
from gemeengoed.stage.site import Link, Site

ANCHOR: Final = "gg-connections"
"""Where the picture stands on its page."""

MOST = 12
"""How many boxes a column shows; the table below the picture has more of the neighbours."""

MOST_ROWS = 24
"""How many neighbours that table has. Who they all are, their own pages say, and that of what the picture is about."""

FEW_BESIDE, FEW_AROUND = 12, 4
"""A picture stands above so many pages; of so few neighbours, above a whole listing. Else it has a page of its own."""

WIDTH, HEIGHT, ASIDE, BELOW = 190, 54, 56, 10
LETTERS = 25

SORTS: Final[Mapping[str, Message]] = {
    "contributor": Message("Person"),
    "organisation": Message("Organisation"),
    "skill": Message("Skill"),
    "network": Message("Network"),
    "region": Message("Region"),
}
"""What things are, in the order in which they stand."""

SAID: Final[Mapping[How, tuple[Message, Message]]] = {
    How.OFFERS: (Message("offers this"), Message("is offered")),
    How.SEEKS: (Message("seeks this"), Message("is sought")),
    How.WORKS_FOR: (Message("works here"), Message("organisation")),
    How.MEMBER: (Message("member"), Message("member of this network")),
    How.ROLE: (Message("has a role in this"), Message("has a role there")),
    How.BEHIND: (Message("stands behind this"), Message("stands behind it")),
    How.PART_OF: (Message("is part of this"), Message("this is part of it")),
    How.SKILL: (Message("builds on this"), Message("needed or learned here")),
}
"""How a neighbour hangs together with the first box: where the neighbour does it, and where it is done with it."""

THROUGH: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "skill": {"contributor": frozenset({"organisation", "network"})},
    "contributor": {},
    "organisation": {"contributor": frozenset({"skill"}), "network": frozenset({"skill"})},
    "network": {"contributor": frozenset({"skill"}), "organisation": frozenset({"contributor"})},
}
"""What the third column holds, by what stands in the first: what which neighbours lead to.

For a contributor it holds the nearest who offer what they seek: everybody with the same skill would be a crowd.
"""


@dataclass(frozen=True)
class Box:
    """Something in the picture: its name in lines, what is said of it, its link, and where its upper left corner is."""

    name: str
    lines: tuple[str, ...]
    said: str
    sort: str
    href: str
    x: int
    y: int


@dataclass(frozen=True)
class Line:
    """A line between two boxes, from the right of one to the left of the other: a path, and its look."""

    path: str
    look: str


@dataclass(frozen=True)
class Row:
    """A line of the table that says the same as the picture: what, which sort of thing, and how."""

    name: str
    href: str
    sort: str
    said: str


@dataclass(frozen=True)
class Drawing:
    """A picture and its table. Of the neighbours, ``hidden`` stand in the table only, and ``more`` in neither."""

    title: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()
    hidden: int = 0
    more: int = 0


def drawing(site: Site, node: Node, here: str) -> Drawing | None:
    """The picture of what hangs together with a node, for the page ``here``; None where nothing does."""
    around = _around(site, node)
    if not around:
        return None
    first = sorted(around, key=lambda other: _order(site, other))
    shown, told = first[:MOST], first[:MOST_ROWS]
    beyond = _beyond(site, node, shown, set(first))
    link = site.addresses.relative(here)
    said = {other: ", ".join(_said(site, connection, other) for connection in around[other]) for other in told}
    said |= {other: site.words.message(SORTS[other[0]]) for other in (node, *beyond)}
    columns = ((node,), shown, tuple(beyond))
    boxes = boxes_in([[(other, said[other]) for other in column] for column in columns], site, link)
    lines = [line(boxes[node], boxes[other], _look(around[other])) for other in shown]
    lines += [
        line(boxes[one], boxes[other], _far_look(site, node, one, other))
        for other in columns[2]
        for one in beyond[other]
    ]
    return Drawing(
        name_of(site, node),
        *size_of(boxes.values()),
        tuple(boxes.values()),
        tuple(lines),
        (*(_row(site, link, other, said[other]) for other in told), *_further(site, link, beyond)),
        len(told) - len(shown),
        len(first) - len(told),
    )


def _around(site: Site, node: Node) -> dict[Node, list[Connection]]:
    """The neighbours of a node, each with every way in which they hang together."""
    around: dict[Node, list[Connection]] = {}
    for connection in site.people.neighbours.get(node, ()):
        around.setdefault(other_end(connection, node), []).append(connection)
    return around


def _beyond(site: Site, node: Node, shown: Sequence[Node], near: set[Node]) -> dict[Node, list[Node]]:
    """What the neighbours that are shown lead to, with the neighbours that do."""
    beyond: dict[Node, list[Node]] = {}
    for other in shown:
        for far in _led_to(site, node, other):
            if far != node and far not in near:
                beyond.setdefault(far, []).append(other)
    order = {far: (_middle(shown, through), _order(site, far)) for far, through in beyond.items()}
    return {far: beyond[far] for far in sorted(beyond, key=order.__getitem__)[:MOST]}


def _led_to(site: Site, node: Node, other: Node) -> Iterable[Node]:
    skills = site.people.skills
    if node[0] == "contributor" and other[0] == "skill" and node[1] in skills.sought.get(other[1], ()):
        return [("contributor", match.offerer) for match in nearest(skills, other[1], node[1], NEAREST)]
    wanted = THROUGH[node[0]].get(other[0])
    return [far for far in _around(site, other) if far[0] in wanted] if wanted else ()


def _middle(shown: Sequence[Node], through: Sequence[Node]) -> int:
    """Where in the second column the neighbours stand on average, in whole parts of a thousand."""
    return sum(1000 * shown.index(other) for other in through) // len(through)


def _order(site: Site, node: Node) -> tuple[int, str, str]:
    return (*SORTS,).index(node[0]), name_of(site, node).casefold(), node[1]


def _said(site: Site, connection: Connection, neighbour: Node) -> str:
    does, is_done = SAID[connection.how]
    return site.words.message(does if connection.one == neighbour else is_done)


def _look(found: Iterable[Connection]) -> str:
    """The look of a line: that of offering and of seeking differ, also without colour."""
    hows = {connection.how for connection in found}
    return str(next((how for how in (How.OFFERS, How.SEEKS) if how in hows), "other"))


def _far_look(site: Site, node: Node, one: Node, other: Node) -> str:
    """The look of a line from the second column to the third: there too offering and seeking can be told apart."""
    if node[0] == "contributor":
        return str(How.OFFERS)
    return _look(_around(site, one)[other]) if (one[0], other[0]) == ("contributor", "skill") else "far"


def _row(site: Site, link: Link, node: Node, said: str) -> Row:
    return Row(name_of(site, node), href_of(site, link, node), site.words.message(SORTS[node[0]]), said)


def _further(site: Site, link: Link, beyond: Mapping[Node, Sequence[Node]]) -> Iterable[Row]:
    for node in sorted(beyond, key=lambda other: _order(site, other)):
        names = ", ".join(name_of(site, other) for other in beyond[node])
        yield _row(site, link, node, site.words.message(message("through {names}", names=names)))


def name_of(site: Site, node: Node) -> str:
    """What something is called."""
    register, name = node
    if register == "network":
        return site.title(site.edition.items[f"{KIND_BY_NAME['network'].folder}/{name}"])
    return site.name_of(register, name)


def href_of(site: Site, link: Link, node: Node) -> str:
    """Where the picture stands in which something is the first; empty where it has no page."""
    register, name = node
    if register == "network":
        return f"{link(picture_name(node))}#{ANCHOR}"
    if not site.has_page(register, name):
        return ""
    if register not in THROUGH:
        return link(f"{register}s/{name}")
    return f"{link(f'{register}s/{name}' if has_room(site, node) else picture_name(node))}#{ANCHOR}"


def has_room(site: Site, node: Node) -> bool:
    """Whether the page of a person, organisation or skill has room for its picture beside the pages that it lists."""
    register, name = node
    beside, around = len(site.index.by_term.get(register, {}).get(name, ())), site.people.neighbours.get(node, ())
    return beside <= (site.settings.limits.listing_page if len(around) <= FEW_AROUND else FEW_BESIDE)


def picture_name(node: Node) -> str:
    """The name of the page of a picture: ``skills/x/connections``; that of a network is in the folder of all."""
    register, name = node
    return f"{CONNECTIONS}/{name}" if register == "network" else f"{register}s/{name}/{CONNECTIONS}"


def boxes_in(columns: Sequence[Sequence[tuple[Node, str]]], site: Site, link: Link) -> dict[Node, Box]:
    """The boxes of columns of things, each with what is said of it; a shorter column stands in the middle.

    A column in which nothing stands takes no room.
    """
    columns = [column for column in columns if column]
    tallest = max(len(column) for column in columns)
    found = {}
    for number, column in enumerate(columns):
        top = (tallest - len(column)) * (HEIGHT + BELOW) // 2
        for place, (node, said) in enumerate(column):
            name = name_of(site, node)
            lines = tuple(like(name, part) for part in wrap(name, LETTERS, max_lines=2 if said else 3, placeholder="…"))
            x, y = number * (WIDTH + ASIDE), top + place * (HEIGHT + BELOW)
            found[node] = Box(name, lines, said, node[0], href_of(site, link, node), x + 2, y + 2)
    return found


def size_of(boxes: Iterable[Box]) -> tuple[int, int]:
    """The width and height that boxes take, with a little room for their borders."""
    boxes = tuple(boxes)
    return max(box.x for box in boxes) + WIDTH + 2, max(box.y for box in boxes) + HEIGHT + 2


def line(one: Box, other: Box, look: str) -> Line:
    """A line from a box to one in a later column."""
    left, right = one.x + WIDTH, other.x
    middle, start, end = (left + right) // 2, one.y + HEIGHT // 2, other.y + HEIGHT // 2
    return Line(f"M{left} {start}C{middle} {start} {middle} {end} {right} {end}", look)
