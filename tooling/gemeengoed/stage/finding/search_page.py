"""The page where one searches: its form, all that narrows a search, and ways to browse for who has no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gemeengoed.kinds import KINDS
from gemeengoed.kinds.common import Language, Maturity
from gemeengoed.kinds.experience import Result
from gemeengoed.kinds.registers import PopulationBand
from gemeengoed.licences import find_licence
from gemeengoed.rules.usage import Size
from gemeengoed.stage.addresses import HOME, LETTERS, SEARCH, listing_path, relative
from gemeengoed.stage.finding.language import searching_in
from gemeengoed.stage.finding.searched import EVERY
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

WEIGHTS: Mapping[str, float] = {
    "title": 6.0,
    "keywords": 5.0,
    "summary": 1.5,
    "called": 3.0,
    "parts": 0.8,
    "synonyms": 0.3,
    "kind": 0.3,
    "every": 0.0,
}
"""How much a word counts that stands in one of the fields, where a word in the text counts one."""


@dataclass(frozen=True)
class Filter:
    """One way to narrow a search: its name in addresses, its label, and its values in their order."""

    name: str
    label: str
    values: tuple[str, ...]


def search_page(site: Site) -> Iterator[StagedPage]:
    """The page where one searches."""
    here = site.addresses.page(SEARCH)
    say = site.words.say
    title = say("Search")
    link = site.addresses.relative(here)
    language = searching_in(site.words.language)
    html = site.render(
        "finding/search.html.jinja",
        here,
        title=title,
        root=relative(here, HOME),
        filters=filters(site),
        settings={
            "weights": dict(WEIGHTS),
            "every": EVERY,
            "skip": sorted(language.function_words),
            "language": site.words.language,
            "languages": {say(other.label): str(other) for other in Language if other != site.language},
        },
        plurals={say(kind.label): say(kind.plural) for kind in KINDS},
        kinds=[(kind, link(kind.folder), len(site.index.by_kind.get(kind.folder, ()))) for kind in KINDS],
        letters=link(LETTERS),
    )
    facts = {"layout": "listing", "scripts": ["search/finder.js"]}
    yield StagedPage(listing_path(here), title, "", parts={"header": html}, facts=facts)


def filters(site: Site) -> list[Filter]:
    """Everything by which a search can be narrowed, with all values; the script hides one that no page has."""
    say = site.words.say
    licences = (find_licence(name) for name in site.settings.licences.allowed)
    return [
        Filter("kind", say("Kind"), (*(say(kind.label) for kind in KINDS), say("About this site"))),
        Filter("theme", say("Theme"), _terms(site, "theme")),
        Filter("region", say("Region"), _terms(site, "region")),
        Filter("skill", say("Skill"), _terms(site, "skill")),
        Filter("size", say("Size of the municipality"), tuple(say(band.label) for band in PopulationBand)),
        Filter("maturity", say("Maturity"), tuple(say(step.label) for step in Maturity)),
        Filter("worked", say("Worked, by size"), tuple(say(size.label) for size in Size)),
        Filter("result", say("How it went elsewhere"), tuple(say(result.label) for result in Result)),
        Filter("licence", say("Licence"), tuple(one.badge for one in licences if one)),
        Filter("language", say("Language"), tuple(say(language.label) for language in Language)),
    ]


def _terms(site: Site, register: str) -> tuple[str, ...]:
    names = site.index.by_term.get(register, {})
    return tuple(sorted((site.name_of(register, name) for name in names), key=str.casefold))
