"""The picture of the whole network, by skill, region and network; and for each network one in which it is the first.

People are counted in it and not drawn: of a thousand, nobody sees anything but lines. One walks to them from a skill.
For the same reason it has no more skills, regions and networks than one can follow: those in which most people are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gemeengoed.i18n import message
from gemeengoed.rules.connections import How, Node, other_end
from gemeengoed.stage.addresses import CONNECTIONS, listing_path, staged_path
from gemeengoed.stage.drawing import (
    Drawing,
    boxes_in,
    href_of,
    line,
    name_of,
    size_of,
)
from gemeengoed.stage.of_register.picture import picture_page
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Link, Site
from gemeengoed.stage.values import Shown

MOST_SKILLS, MOST_REGIONS, MOST_NETWORKS, MOST_LINES = 12, 8, 8, 4
"""How many of each the picture and its table show, and how many lines come to a skill from either side."""

Counts = Mapping[tuple[str, str], "Cell"]


@dataclass(frozen=True)
class Cell:
    """How many people in a region offer and seek a skill."""

    offered: int
    sought: int

    @property
    def people(self) -> int:
        """How many that are together."""
        return self.offered + self.sought


@dataclass(frozen=True)
class Chosen:
    """The skills, regions and networks that are shown, each in order of name; ``more`` skills are left out."""

    skills: Sequence[str]
    regions: Sequence[str]
    networks: Sequence[str]
    more: int


def connection_pages(site: Site) -> Iterator[StagedPage]:
    """The picture of all, and that of every network."""
    yield _overview(site)
    for item in site.index.by_kind.get("networks", ()):
        yield picture_page(site, ("network", item.slug), staged_path)


def _overview(site: Site) -> StagedPage:
    here = site.addresses.page(CONNECTIONS)
    title = site.words.say("The network in a picture")
    about = site.words.say("Which skills are offered and sought where, and which networks build on them.")
    counts, networks = _counts(site), _networks(site)
    chosen, link = _chosen(site, counts, networks), site.addresses.relative(here)
    html = site.render(
        "people/connections.html.jinja",
        here,
        title=title,
        about=about,
        drawing=_drawing(site, here, chosen, counts, networks),
        regions=[site.name_of("region", region) for region in chosen.regions],
        rows=[
            (
                Shown(site.name_of("skill", skill), href_of(site, link, ("skill", skill))),
                [counts.get((region, skill), Cell(0, 0)) for region in chosen.regions],
                [_network(site, link, network) for network in chosen.networks if skill in networks[network]],
            )
            for skill in chosen.skills
        ],
        more=chosen.more,
    )
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _chosen(site: Site, counts: Counts, networks: Mapping[str, set[str]]) -> Chosen:
    """The skills that most people offer or seek or most networks build on, with the regions and networks of those."""
    weights: Counter[tuple[str, str]] = Counter()
    for (_, skill), cell in counts.items():
        weights["skill", skill] += cell.people
    for found in networks.values():
        weights.update(("skill", skill) for skill in found)
    skills = _most(site, weights, MOST_SKILLS)
    around: Counter[tuple[str, str]] = Counter()
    for (region, skill), cell in counts.items():
        around["region", region] += cell.people if skill in skills else 0
    regions = _most(site, around, MOST_REGIONS)
    built = Counter({("network", name): len(found.intersection(skills)) for name, found in networks.items()})
    return Chosen(skills, regions, _most(site, built, MOST_NETWORKS), len(weights) - len(skills))


def _most(site: Site, weights: Mapping[Node, int], most: int) -> Sequence[str]:
    """Those of most weight, in order of name."""
    names = {node: name_of(site, node).casefold() for node, weight in weights.items() if weight}
    heaviest = sorted(names, key=lambda node: (-weights[node], names[node], node))[:most]
    return [name for _, name in sorted(heaviest, key=lambda node: (names[node], node))]


def _network(site: Site, link: Link, slug: str) -> Shown:
    node = ("network", slug)
    return Shown(name_of(site, node), href_of(site, link, node))


def _counts(site: Site) -> Counts:
    """How many people offer and seek each skill in each region; those of no region stand in none."""
    people, skills = site.people, site.people.skills
    where = {name: {region for region, up in steps if up == 0} for name, steps in skills.steps.items()}
    offered, sought = (
        Counter((region, skill) for skill, names in group.items() for name in names for region in where[name])
        for group in (skills.offered, skills.sought)
    )
    known = people.commons.regions
    return {key: Cell(offered[key], sought[key]) for key in sorted({*offered, *sought}) if key[0] in known}


def _drawing(site: Site, here: str, chosen: Chosen, counts: Counts, networks: Mapping[str, set[str]]) -> Drawing | None:
    """Regions, skills and networks in three columns; a line where people of a region offer or seek a skill."""
    if not chosen.skills:
        return None

    def column(register: str, names: Iterable[str]) -> list[tuple[Node, str]]:
        return [((register, name), _said(site, (register, name))) for name in names]

    looks = _lines(chosen, counts, networks)
    met = {node for pair in looks for node in pair}
    columns = [
        column("region", [name for name in chosen.regions if ("region", name) in met]),
        column("skill", chosen.skills),
        column("network", [name for name in chosen.networks if ("network", name) in met]),
    ]
    boxes = boxes_in(columns, site, site.addresses.relative(here))
    lines = [line(boxes[one], boxes[other], look) for (one, other), look in looks.items()]
    title = site.words.say("Regions, skills and networks")
    return Drawing(title, *size_of(boxes.values()), tuple(boxes.values()), tuple(lines))


def _lines(chosen: Chosen, counts: Counts, networks: Mapping[str, set[str]]) -> dict[tuple[Node, Node], str]:
    """The lines to each skill from the regions with most people, and from it to networks: their ends, with a look."""
    found: dict[tuple[Node, Node], str] = {}
    for skill in chosen.skills:
        cells = {region: counts[region, skill] for region in chosen.regions if (region, skill) in counts}
        for region in sorted(cells, key=lambda region: -cells[region].people)[:MOST_LINES]:
            found[("region", region), ("skill", skill)] = str(How.OFFERS if cells[region].offered else How.SEEKS)
    for skill in chosen.skills:
        building = [network for network in chosen.networks if skill in networks[network]]
        found |= {(("skill", skill), ("network", network)): "other" for network in building[:MOST_LINES]}
    return found


def _networks(site: Site) -> dict[str, set[str]]:
    """The skills that each network builds on, for those that do."""
    found: dict[str, set[str]] = {}
    for node, own in site.people.neighbours.items():
        if node[0] == "network":
            skills = {other_end(one, node)[1] for one in own if one.how is How.SKILL}
            found |= {node[1]: skills} if skills else {}
    return found


def _said(site: Site, node: Node) -> str:
    """What the box of something says: of a skill, how many people offer and seek it."""
    register, name = node
    if register != "skill":
        return ""
    skills = site.people.skills
    if name not in skills.offered and name not in skills.sought:
        return site.words.say("nobody yet")
    numbers = {"offered": len(skills.offered.get(name, ())), "sought": len(skills.sought.get(name, ()))}
    return site.words.message(message("{offered} offer, {sought} seek", **numbers))
