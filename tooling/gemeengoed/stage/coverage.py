"""What the commons covers, by municipality: a map of each sort of thing on a page of its own (28 kB is the drawing)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gemeengoed.i18n import Message
from gemeengoed.kinds.registers import OrganisationType
from gemeengoed.rules.coverage import Cover
from gemeengoed.stage.addresses import FIGURES, listing_path
from gemeengoed.stage.maps import draw_map, drawing
from gemeengoed.stage.named import covered
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown

MOST_ROWS = 40
"""How many municipalities the table has; the map has all."""

TITLES: Mapping[str, Message] = {
    "pages": Message("Pages by municipality"),
    "experiences": Message("Experiences by municipality"),
    "contributors": Message("Contributors by municipality"),
}
COUNTS: Mapping[str, Callable[[Cover], int]] = {
    "pages": lambda cover: cover.pages,
    "experiences": lambda cover: cover.experiences,
    "contributors": lambda cover: cover.contributors,
}


@dataclass(frozen=True)
class Row:
    """A municipality in the table."""

    name: Shown
    value: int


def municipal(site: Site, coverage: Mapping[str, Cover]) -> dict[str, Cover]:
    """What is covered of each municipality that is on the map, by identifier."""
    known, drawn = site.commons.organisations, drawing()["municipalities"]
    return {
        name: cover
        for name, cover in coverage.items()
        if known[name].type is OrganisationType.MUNICIPALITY and known[name].nis in drawn
    }


def maps(site: Site, coverage: Mapping[str, Cover]) -> dict[str, Mapping[str, int]]:
    """The number of every municipality that has any, by the name of the map on which it stands."""
    found = municipal(site, coverage)
    counted = {sort: {name: count(cover) for name, cover in found.items()} for sort, count in COUNTS.items()}
    return {
        f"{FIGURES}/{covered(site.words.say)[sort]}": {name: value for name, value in values.items() if value}
        for sort, values in counted.items()
        if any(values.values())
    }


def title_of(site: Site, name: str) -> str:
    """What a map is called."""
    sorts = {f"{FIGURES}/{word}": sort for sort, word in covered(site.words.say).items()}
    return site.words.message(TITLES[sorts[name]])


def map_pages(site: Site, found: Mapping[str, Mapping[str, int]]) -> Iterator[StagedPage]:
    """The page of every map."""
    for name, values in found.items():
        yield _page(site, name, values)


def _page(site: Site, name: str, values: Mapping[str, int]) -> StagedPage:
    here, title = site.addresses.page(name), title_of(site, name)
    link, known = site.addresses.relative(here), site.commons.organisations
    rows = [
        Row(Shown(site.name_of("organisation", body), link(f"organisations/{body}") if has_page else ""), value)
        for body, value in values.items()
        for has_page in (site.has_page("organisation", body),)
    ]
    rows.sort(key=lambda row: (-row.value, row.name.text.casefold()))
    picture = draw_map(
        site,
        here,
        {known[body].nis or "": value for body, value in values.items()},
        key="municipalities",
        title=title,
        description=site.words.say("The table below has the numbers."),
        counted=title,
        with_table=False,
    )
    html = site.render(
        "figures/coverage.html.jinja",
        here,
        title=title,
        figures=FIGURES,
        map=picture,
        rows=rows[:MOST_ROWS],
        more=max(len(rows) - MOST_ROWS, 0),
    )
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})
