"""The list of gatherings: what is to come, the nearest first, and then what has been, the latest first; in parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from gemeengoed.kinds.gathering import KIND, Gathering
from gemeengoed.model import Item
from gemeengoed.stage.addresses import CALENDAR, DECISIONS
from gemeengoed.stage.calendar.shown import entry
from gemeengoed.stage.entries import MOST_NAMED
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import in_parts
from gemeengoed.stage.site import Site


def list_pages(site: Site) -> Iterator[StagedPage]:
    """Every part of the list."""
    coming, every, say = site.programme.to_come, in_order(site), site.words.say
    networks = _networks(site, every)

    def show(part: Sequence[Item], here: str, number: int) -> dict[str, Any]:
        link = site.addresses.relative(here)
        ahead = max(len(coming) - (number - 1) * site.settings.limits.listing_page, 0)
        return {
            "calendar": CALENDAR,
            "decisions": DECISIONS if site.programme.taken else "",
            "today": site.words.day(site.commons.today),
            "to_come": [entry(site, item, link) for item in part[:ahead]],
            "been": [entry(site, item, link) for item in part[ahead:]],
            "networks": [(title, link(ref), count) for title, ref, count in networks[:MOST_NAMED]],
            "more_networks": len(networks) > MOST_NAMED,
        }

    return in_parts(site, KIND.folder, say(KIND.plural), say(KIND.about), every, "calendar/list.html.jinja", show)


def in_order(site: Site) -> Sequence[Item]:
    """All gatherings as they stand in the list."""
    return (*site.programme.to_come, *site.programme.been)


def _networks(site: Site, items: Sequence[Item]) -> list[tuple[str, str, int]]:
    """Title, reference and number of gatherings of every network that has some, most first."""
    counts = Counter(item.fields.network for item in items if isinstance(item.fields, Gathering))
    found = [(site.edition.items[ref], count) for ref, count in counts.items() if ref and ref in site.edition.items]
    found.sort(key=lambda pair: (-pair[1], pair[0].title.casefold(), pair[0].ref))
    return [(site.title(network), network.ref, count) for network, count in found]
