"""Pages for who looks for a method: by the time and the group that there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from gemeengoed.model import Item
from gemeengoed.rules.fitting import Group, Time, fitting
from gemeengoed.stage.addresses import CHOOSE, listing_path
from gemeengoed.stage.facets import Cell
from gemeengoed.stage.listings import listing
from gemeengoed.stage.page import StagedPage, Unit, only
from gemeengoed.stage.shared import shared
from gemeengoed.stage.site import Card, Site


@dataclass(frozen=True)
class Choice:
    """A method as somebody who chooses one needs to see it."""

    card: Card
    duration: str
    group_size: str


def choosing_units(site: Site) -> Iterator[Unit]:
    """The overview of times and groups, and a listing for each two that some method fits, each by itself."""
    yield CHOOSE, partial(only, _overview, site)
    for time, group in product(Time, Group):
        yield f"{CHOOSE} {_key(time, group)}", partial(_listing, site, time, group)


@shared
def fitting_methods(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The methods for every time and group that has any: references."""
    found: dict[str, list[str]] = defaultdict(list)
    for time, group, item in fitting(site.index.by_kind.get("methods", ())):
        found[_key(time, group)].append(item.ref)
    return {key: tuple(refs) for key, refs in found.items()}


def _key(time: Time, group: Group) -> str:
    return f"{time} {group}"


def _listing(site: Site, time: Time, group: Group) -> Iterator[StagedPage]:
    if refs := fitting_methods(site).get(_key(time, group)):
        say, items = site.words.say, [site.edition.items[ref] for ref in refs]
        title = f"{say('Methods')}: {say(time.label)}, {say(group.label)}"
        yield from listing(site, name_of(time, group), title, "", items, "choosing/listing.html.jinja", group=choices)


def name_of(time: Time, group: Group) -> str:
    """The name that the address is made of: ``choose/60_16-30``, in numbers, so alike in every language."""
    return f"{CHOOSE}/{time}_{group}"


def choices(site: Site, items: Sequence[Item], here: str) -> list[Choice]:
    """The methods as the listing on the page ``here`` shows them."""
    values, link = site.values(here), site.addresses.relative(here)
    return [
        Choice(
            site.card(item, link),
            values.field(item.fields, "duration").text,
            values.field(item.fields, "group_size").text,
        )
        for item in items
    ]


def _overview(site: Site) -> StagedPage:
    found = fitting_methods(site)
    here = site.addresses.page(CHOOSE)
    link = site.addresses.relative(here)
    title = site.words.say("Choose a method")
    about = site.words.say("How much time do you have, and with how many people?")

    def cell(time: Time, group: Group) -> Cell:
        count = len(found.get(_key(time, group), ()))
        return Cell(count, link(name_of(time, group)) if count else "")

    rows = [(time, [cell(time, group) for group in Group]) for time in Time]
    html = site.render(
        "choosing/overview.html.jinja", here, title=title, about=about, rows=rows if found else [], groups=list(Group)
    )
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})
