"""The map of the networks: which of them work where, with its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gemeengoed.model import Item
from gemeengoed.rules.places import municipalities_by_region, networks_by_region
from gemeengoed.stage.addresses import MAP, listing_path
from gemeengoed.stage.maps import WHOLE, Mark, draw_map, drawing, mark
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Card, Site

MOST_ROWS, MOST_IN_A_ROW = 40, 6
"""How many regions the table has, and how many networks it names of each."""


@dataclass(frozen=True)
class Row:
    """A region in the table, and the networks that work there.

    ``number`` is its number on the map: 0 for one that is not drawn, and for the whole map. ``more`` networks are at
    ``all``.
    """

    number: int
    name: str
    href: str
    municipalities: int
    networks: Sequence[Card]
    more: int
    all: str


def network_map_page(site: Site) -> Iterator[StagedPage]:
    """The page of the map."""
    here, title = site.addresses.page(MAP), site.words.say("Where the networks work")
    regions = networks_by_region(site.index.by_kind.get("networks", ()), site.commons.regions)
    drawn = _drawn(site, regions)
    in_order = sorted(regions, key=lambda region: region not in drawn)
    shown = {region: regions[region] for region in in_order[:MOST_ROWS]}
    rows = [_row(site, here, region, networks, drawn) for region, networks in shown.items()]
    about = site.words.say("Which networks of this commons work where.")
    picture = draw_map(
        site,
        here,
        _counts(regions, drawn),
        key="networks",
        title=title,
        description=site.words.say("How many networks work in each municipality. The table below says which."),
        counted=site.words.say("Number of networks"),
        marks=_marks(rows, shown, drawn),
        with_table=False,
    )
    html = site.render(
        "figures/networks.html.jinja",
        here,
        title=title,
        about=about,
        rows=rows,
        more=len(regions) - len(rows),
        map=picture if drawn else "",
    )
    yield StagedPage(
        listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing", "searchable": True}
    )


def _marks(
    rows: Sequence[Row], regions: Mapping[str, Sequence[Item]], drawn: Mapping[str, frozenset[str]]
) -> list[Mark]:
    """The numbers on the map."""
    return [
        mark(row.number, row.name, f"#region-{row.number}", drawn[region])
        for row, region in zip(rows, regions, strict=True)
        if row.number
    ]


def _drawn(site: Site, regions: Mapping[str, Sequence[Item]]) -> dict[str, frozenset[str]]:
    """The municipalities on the map of each of the regions that has any, the widest region first."""
    found = municipalities_by_region(site.commons.organisations, site.commons.regions)
    known = frozenset(drawing()["municipalities"])
    codes = {region: found.get(region, frozenset()) & known for region in regions}
    return {region: codes[region] for region in regions if codes[region]}


def _row(site: Site, here: str, region: str, networks: Sequence[Item], drawn: Mapping[str, frozenset[str]]) -> Row:
    numbered = [name for name in drawn if len(drawn[name]) < WHOLE]
    has_page, link = bool(region) and site.has_page("region", region), site.addresses.relative(here)
    pair = f"regions/{region}/networks"
    return Row(
        number=numbered.index(region) + 1 if region in numbered else 0,
        name=site.name_of("region", region) if region else site.words.say("No region named"),
        href=link(f"regions/{region}") if has_page else "",
        municipalities=len(drawn.get(region, ())),
        networks=site.cards(networks[:MOST_IN_A_ROW], here),
        more=max(len(networks) - MOST_IN_A_ROW, 0),
        all=link(pair if site.has_pair(pair) else "networks"),
    )


def _counts(regions: Mapping[str, Sequence[Item]], drawn: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """How many different networks work in each municipality."""
    found: dict[str, set[str]] = {}
    for region, codes in drawn.items():
        for code in codes:
            found.setdefault(code, set()).update(item.ref for item in regions[region])
    return {code: len(networks) for code, networks in found.items()}
