"""The pages of two things together (``pairs``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.stage.addresses import SEARCH
from gemeengoed.stage.finding.pairs import WITH_KIND, on_pairs, pairs, part_name
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.listings import part_of_listing
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.parts import Part, how_many
from gemeengoed.stage.site import Site


def pair_units(site: Site) -> Iterator[Unit]:
    """The page of every pair, each of its parts by itself."""
    for name, total in pairs(site).items():
        for number in range(1, _numbers(site, total) + 1):
            yield f"pair {name} {number}", partial(part_of_pair, site, name, number)


def _numbers(site: Site, total: int) -> int:
    return how_many(total, site.settings.limits.listing_page)


def part_of_pair(site: Site, name: str, number: int) -> Iterator[StagedPage]:
    """A part of the page of a pair."""
    total = pairs(site)[name]
    items = [site.edition.items[ref] for ref in on_pairs(site)[part_name(name, number)]]
    folder, term, other, *last = name.split("/")
    register = next(register for register, of in WITH_KIND.items() if of == folder)
    say, first = site.words.say, site.name_of(register, term)
    kind = KIND_BY_FOLDER.get(other)
    second = say(kind.plural) if kind else site.name_of("region", last[0])
    title = mixed("{}: {}", *((second, first) if kind else (first, second)))
    picked = {register: first, **({"kind": say(kind.label)} if kind else {"region": second})}
    plural = {"theme": say("Themes"), "region": say("Regions"), "skill": say("Skills")}[register]
    yield part_of_listing(
        site,
        name,
        title,
        say(kind.about) if kind else "",
        Part(items, number, _numbers(site, total), total),
        "finding/pair.html.jinja",
        trail=[(plural, folder), (first, f"{folder}/{term}")],
        show_kind=kind is None,
        narrow=lambda here: f"{site.addresses.relative(here)(SEARCH)}?{urlencode(picked)}",
    )
