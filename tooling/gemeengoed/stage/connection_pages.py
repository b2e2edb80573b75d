"""The picture of the whole network, by skill, region and network; and for each network one in which it is the first.

People are counted in it and not drawn: of a thousand, nobody sees anything but lines. One walks to them from a skill.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gemeengoed.i18n import message
from gemeengoed.rules.connections import How, Node, other_end
from gemeengoed.stage.addresses import CONNECTIONS, listing_path, staged_path
from gemeengoed.stage.drawing import Drawing, boxes_in, drawing, href_of, line, name_of, size_of
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Link, Site
from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Cell:
    """How many people in a region offer and seek a skill."""

    offered: int
    sought: int


def connection_pages(site: Site) -> Iterator[StagedPage]:
    """The picture of all, and that of every network."""
    yield _overview(site)
    for item in site.index.by_kind.get("networks", ()):
        yield _of_network(site, item.slug)


def _of_network(site: Site, slug: str) -> StagedPage:
    here = site.addresses.page(f"{CONNECTIONS}/{slug}")
    name = name_of(site, ("network", slug))
    title = mixed(site.words.say("Connections of {name}"), name=name)
    html = site.render(
        "people/of_network.html.jinja",
        here,
        title=title,
        name=name,
        network=f"networks/{slug}",
        drawing=drawing(site, ("network", slug), here),
    )
    return StagedPage(staged_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})


def _overview(site: Site) -> StagedPage:
    here = site.addresses.page(CONNECTIONS)
    title = site.words.say("The network in a picture")
    about = site.words.say("Which skills are offered and sought where, and which networks build on them.")
    counts = _counts(site)
    regions = sorted({region for region, _ in counts}, key=lambda name: site.name_of("region", name))
    networks = _networks(site)
    skills = {skill for _, skill in counts} | {skill for found in networks.values() for skill in found}
    link = site.addresses.relative(here)
    html = site.render(
        "people/connections.html.jinja",
        here,
        title=title,
        about=about,
        drawing=_drawing(site, here, counts, networks),
        regions=[site.name_of("region", region) for region in regions],
        rows=[
            (
                Shown(site.name_of("skill", skill), href_of(site, link, ("skill", skill))),
                [counts.get((region, skill), Cell(0, 0)) for region in regions],
                [_network(site, link, network) for network, found in sorted(networks.items()) if skill in found],
            )
            for skill in sorted(skills, key=lambda name: site.name_of("skill", name).casefold())
        ],
    )
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _network(site: Site, link: Link, slug: str) -> Shown:
    node = ("network", slug)
    return Shown(name_of(site, node), href_of(site, link, node))


def _counts(site: Site) -> Mapping[tuple[str, str], Cell]:
    """How many people offer and seek each skill in each region; those of no region stand in none."""
    people, skills = site.people, site.people.skills
    where = {name: {region for region, up in steps if up == 0} for name, steps in skills.steps.items()}
    offered, sought = (
        Counter((region, skill) for skill, names in group.items() for name in names for region in where[name])
        for group in (skills.offered, skills.sought)
    )
    known = people.commons.regions
    return {key: Cell(offered[key], sought[key]) for key in sorted({*offered, *sought}) if key[0] in known}


def _drawing(
    site: Site, here: str, counts: Mapping[tuple[str, str], Cell], networks: Mapping[str, set[str]]
) -> Drawing | None:
    """Regions, skills and networks in three columns; a line where people of a region offer or seek a skill."""
    link = site.addresses.relative(here)
    skills = {skill for _, skill in counts} | {skill for found in networks.values() for skill in found}
    if not skills:
        return None

    def column(register: str, names: set[str]) -> list[tuple[Node, str]]:
        nodes = sorted(((register, name) for name in names), key=lambda node: name_of(site, node).casefold())
        return [(node, _said(site, node)) for node in nodes]

    regions = {region for region, _ in counts}
    boxes = boxes_in([column("region", regions), column("skill", skills), column("network", set(networks))], site, link)
    lines = [
        line(boxes["region", region], boxes["skill", skill], str(How.OFFERS if cell.offered else How.SEEKS))
        for (region, skill), cell in counts.items()
    ]
    lines += [
        line(boxes["skill", skill], boxes["network", network], "other")
        for network, found in sorted(networks.items())
        for skill in sorted(found)
    ]
    title = site.words.say("Regions, skills and networks")
    return Drawing(title, *size_of(boxes.values()), tuple(boxes.values()), tuple(lines), (), 0)


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
