"""Long lists in parts: a page for each, with how many there are in all and the way to the others.

What a page names besides its own list has a bound too (``entries.MOST_NAMED``). So no page grows with the commons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from gemeengoed.stage.addresses import listing_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

Thing = TypeVar("Thing")

Show = Callable[[Sequence[Thing], str, int], Mapping[str, Any]]
"""What a template gets of a part: of its things, on the page of this address, the how manieth part it is."""

NAMES, ROWS = 9, 3
"""How many names, or rows of a table, take as much room as a card."""


@dataclass(frozen=True)
class Part(Generic[Thing]):
    """One part of a list: what is in it, the how manieth of how many it is, and how many things there are in all."""

    things: Sequence[Thing]
    number: int = 1
    numbers: int = 1
    total: int = 0


def parts_of(things: Sequence[Thing], size: int) -> Iterator[Part[Thing]]:
    """A list in parts of a size; one when there is nothing in it."""
    numbers = how_many(len(things), size)
    for number in range(1, numbers + 1):
        yield Part(things[(number - 1) * size : number * size], number, numbers, len(things))


def how_many(total: int, size: int) -> int:
    """How many parts a list has."""
    return max(-(-total // size), 1)


def page_of(
    site: Site,
    name: str,
    title: str,
    about: str,
    part: Part[Thing],
    template: str,
    show: Show[Thing],
    head: Callable[[Sequence[Thing], str, int], str] | None = None,
) -> StagedPage:
    """The page of a part of a list; ``head`` makes what stands in its head."""
    number, here = part.number, site.addresses.page(name, part.number)
    html = site.render(
        template,
        here,
        title=title,
        about=about,
        name=name,
        total=part.total,
        number=number,
        numbers=range(1, part.numbers + 1),
        **show(part.things, here, number),
    )
    shown = f"{title} ({number}/{part.numbers})" if number > 1 else title
    parts = {"head": head(part.things, here, number)} if head else {}
    return StagedPage(listing_path(here), shown, about, parts={**parts, "header": html}, facts={"layout": "listing"})


def in_parts(
    site: Site,
    name: str,
    title: str,
    about: str,
    things: Sequence[Thing],
    template: str,
    show: Show[Thing],
    *,
    each: int = 1,
    size: int = 0,
    head: Callable[[Sequence[Thing], str, int], str] | None = None,
) -> Iterator[StagedPage]:
    """The pages of a list, each of ``size`` things, or what a listing has of cards, times ``each``."""
    size = size or site.settings.limits.listing_page * each
    return (page_of(site, name, title, about, part, template, show, head) for part in parts_of(things, size))


def part_at(site: Site, place: int, each: int = 1) -> int:
    """The number of the part in which the thing at a place of a list stands."""
    return place // (site.settings.limits.listing_page * each) + 1
