"""The pages of two things together (``pairs``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.stage.addresses import SEARCH
from gemeengoed.stage.finding.pairs import WITH_KIND, on_pairs, pairs
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.listings import listing
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.site import Site


def pair_units(site: Site) -> Iterator[Unit]:
    """The page of every pair, each by itself with its further parts."""
    for name in pairs(site):
        yield f"pair {name}", partial(pair_pages, site, name)


def pair_pages(site: Site, name: str) -> Iterator[StagedPage]:
    """The page of a pair, in parts where it is long."""
    folder, term, other, *last = name.split("/")
    register = next(register for register, of in WITH_KIND.items() if of == folder)
    say, first = site.words.say, site.name_of(register, term)
    kind = KIND_BY_FOLDER.get(other)
    second = say(kind.plural) if kind else site.name_of("region", last[0])
    title = mixed("{}: {}", *((second, first) if kind else (first, second)))
    picked = {register: first, **({"kind": say(kind.label)} if kind else {"region": second})}
    plural = {"theme": say("Themes"), "region": say("Regions"), "skill": say("Skills")}[register]
    return listing(
        site,
        name,
        title,
        say(kind.about) if kind else "",
        [site.edition.items[ref] for ref in on_pairs(site)[name]],
        "finding/pair.html.jinja",
        trail=[(plural, folder), (first, f"{folder}/{term}")],
        show_kind=kind is None,
        narrow=lambda here: f"{site.addresses.relative(here)(SEARCH)}?{urlencode(picked)}",
    )
