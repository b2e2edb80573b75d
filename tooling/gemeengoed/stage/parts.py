"""Long lists in parts: a page for each, with how many there are in all and the way to the others.

What a page names besides its own list has a bound too (``entries.MOST_NAMED``). So no page grows with the commons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from gemeengoed.stage.addresses import listing_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

Thing = TypeVar("Thing")

Show = Callable[[Sequence[Thing], str, int], Mapping[str, Any]]
"""What a template gets of a part: of its things, on the page of this address, the how manieth part it is."""

NAMES, ROWS = 9, 3
"""How many names, or rows of a table, take as much room as a card."""


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
    """The pages of a list; one when there is nothing in it.

    A part has ``size`` things, or what a listing has of cards, times ``each``. ``head`` makes what stands in the head.
    """
    size = size or site.settings.limits.listing_page * each
    starts = range(0, max(len(things), 1), size)
    for number, start in enumerate(starts, start=1):
        here, part = site.addresses.page(name, number), things[start : start + size]
        html = site.render(
            template,
            here,
            title=title,
            about=about,
            name=name,
            total=len(things),
            number=number,
            numbers=range(1, len(starts) + 1),
            **show(part, here, number),
        )
        shown = f"{title} ({number}/{len(starts)})" if number > 1 else title
        parts = {"head": head(part, here, number)} if head else {}
        yield StagedPage(listing_path(here), shown, about, parts={**parts, "header": html}, facts={"layout": "listing"})


def part_at(site: Site, place: int, each: int = 1) -> int:
    """The number of the part in which the thing at a place of a list stands."""
    return place // (site.settings.limits.listing_page * each) + 1
