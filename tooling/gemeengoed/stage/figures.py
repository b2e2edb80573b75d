"""The page of figures: growth, activity, coverage, what is old, themes by kind, questions, experiences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from gemeengoed.kinds import KINDS
from gemeengoed.rules.coverage import Cover
from gemeengoed.rules.figures import Counted, Figures, counted, figures
from gemeengoed.rules.freshness import Age
from gemeengoed.rules.growth import Span
from gemeengoed.rules.places import municipalities_by_region
from gemeengoed.stage.addresses import FIGURES, listing_path
from gemeengoed.stage.charts import Chart, Entry, bars, chart
from gemeengoed.stage.coverage import map_pages, maps, municipal, title_of
from gemeengoed.stage.entries import MOST_NAMED
from gemeengoed.stage.maps import drawing, levels, texture_of
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.shared import kept
from gemeengoed.stage.site import Site

MOST_ROWS, MOST_BARS, MOST_OVERDUE = 40, 10, 10

_FORMS = {1: ("MMM yy", "MMMM y"), 3: ("QQQ yy", "QQQQ y")}
"""How a month and a quarter are written below a chart, and in full; longer periods by their year."""


@dataclass(frozen=True)
class Covered:
    """An organisation in the table of coverage."""

    name: str
    href: str
    cover: Cover


@kept(Counted)
def counted_items(site: Site) -> Counted:
    """What the listed items add up to: kept, since reading all front matter takes half a second."""
    return counted(site.edition.listed, site.commons)


def figures_page(site: Site) -> Iterator[StagedPage]:
    """The page of figures, and the maps that it leads to."""
    here, title = site.addresses.page(FIGURES), site.words.say("Figures")
    about = site.words.say("How this commons grows, what it covers and where somebody could help.")
    found = figures(site.edition.listed, site.commons, counted_items(site))
    covered, drawn, themes = _covered(site, here, found), maps(site, found.coverage), _themes(site, here, found)
    html = site.render(
        "figures/page.html.jinja",
        here,
        title=title,
        about=about,
        figures=found,
        kinds=KINDS,
        spans=[(period(site, span), span) for span in found.growth],
        growth=_chart(site, found.growth, lambda span: span.total),
        activity=_chart(site, found.growth, lambda span: span.contributions),
        covered=covered[:MOST_ROWS],
        covered_bars=bars((row.name, row.cover.all) for row in covered[:MOST_BARS]),
        provinces=_provinces(site, found),
        maps=[(title_of(site, name), name) for name in drawn],
        ages=bars((site.words.say(age.label), count) for age, count in found.ages.items() if count or age in _SHOWN),
        overdue=[
            (card, site.words.partial_date(since))
            for ref, since in found.overdue[:MOST_OVERDUE]
            for card in site.cards([site.edition.items[ref]], here)
        ],
        themes=themes[:MOST_NAMED],
        more_themes=max(len(themes) - MOST_NAMED, 0),
        states=bars((site.words.say(state.label), count) for state, count in found.answering.states.items()),
        days=site.words.decimal(found.answering.median_days) if found.answering.median_days is not None else "",
        results=bars((site.words.say(result.label), count) for result, count in found.results.items()),
    )
    yield StagedPage(
        listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing", "searchable": True}
    )
    yield from map_pages(site, drawn)


_SHOWN = frozenset(Age) - {Age.UNKNOWN}


def period(site: Site, span: Span, short: bool = False) -> str:
    """The name of a period: ``maart 2026``, ``1e kwartaal 2026``, ``2026``."""
    forms = _FORMS.get(span.months, ("y", "y"))
    return format_date(span.first, forms[0 if short else 1], locale=site.words.language)


def _chart(site: Site, spans: Sequence[Span], value: Callable[[Span], int]) -> Chart | None:
    """A chart over time; None while there are no two periods to compare."""
    if len(spans) < 2:
        return None
    return chart([Entry(period(site, span, short=True), period(site, span), value(span)) for span in spans])


def _covered(site: Site, here: str, found: Figures) -> list[Covered]:
    """The organisations of which there is something, the most first."""
    link = site.addresses.relative(here)
    known = site.records("organisation")
    rows = [
        Covered(
            site.name_of("organisation", name),
            link(f"organisations/{name}") if site.has_page("organisation", name) else "",
            cover,
        )
        for name, cover in found.coverage.items()
        if name in known
    ]
    return sorted(rows, key=lambda row: (-row.cover.all, row.name.casefold()))


def _provinces(site: Site, found: Figures) -> list[tuple[str, int, int]]:
    """Of each province: its name, how many municipalities there is something of, how many it has."""
    known = site.commons.organisations
    some = {known[name].nis for name in municipal(site, found.coverage)}
    regions = municipalities_by_region(known, site.commons.regions)
    provinces = [(site.name_of("region", name), regions.get(name, frozenset())) for name in drawing()["provinces"]]
    return sorted((name, len(codes & some), len(codes)) for name, codes in provinces if codes)


def _themes(site: Site, here: str, found: Figures) -> list[tuple[str, str, list[tuple[int, int]], int]]:
    """Each theme with its link, its count for every kind with how dark that is, and its sum."""
    link = site.addresses.relative(here)
    steps = levels(count for counts in found.themes.values() for count in counts.values())
    rows = []
    for theme, counts in found.themes.items():
        cells = [counts.get(kind.folder, 0) for kind in KINDS]
        heat = [(count, texture_of(count, steps)) for count in cells]
        href = link(f"themes/{theme}") if site.has_page("theme", theme) else ""
        rows.append((site.name_of("theme", theme), href, heat, sum(cells)))
    return rows
