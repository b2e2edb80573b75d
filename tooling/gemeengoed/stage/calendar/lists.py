"""The list of gatherings: what is to come, the nearest first, and then what has been, the latest first; in parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gemeengoed.kinds.gathering import KIND, Gathering
from gemeengoed.model import Item
from gemeengoed.stage.addresses import CALENDAR, DECISIONS, listing_path
from gemeengoed.stage.calendar.shown import Entry, entry
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Link, Site


def list_pages(site: Site) -> Iterator[StagedPage]:
    """Every part of the list."""
    size = site.settings.limits.listing_page
    coming, been = site.programme.to_come, site.programme.been
    every = (*coming, *been)
    starts = range(0, max(len(every), 1), size)
    title, about = site.words.say(KIND.plural), site.words.say(KIND.about)
    for number, start in enumerate(starts, start=1):
        here = site.addresses.page(KIND.folder, number)
        link = site.addresses.relative(here)
        html = site.render(
            "calendar/list.html.jinja",
            here,
            title=title,
            about=about,
            name=KIND.folder,
            calendar=CALENDAR,
            decisions=DECISIONS if site.programme.taken else "",
            total=len(every),
            today=site.words.day(site.commons.today),
            number=number,
            numbers=range(1, len(starts) + 1),
            to_come=_entries(site, coming[start : start + size], link),
            been=_entries(site, been[max(start - len(coming), 0) : max(start + size - len(coming), 0)], link),
            networks=_networks(site, every, link),
        )
        shown = f"{title} ({number}/{len(starts)})" if number > 1 else title
        yield StagedPage(listing_path(here), shown, about, parts={"header": html}, facts={"layout": "listing"})


def _entries(site: Site, items: Sequence[Item], link: Link) -> list[Entry]:
    return [entry(site, item, link) for item in items]


def _networks(site: Site, items: Sequence[Item], link: Link) -> list[tuple[str, str, int]]:
    """Name, link and number of gatherings of every network that has some, most first."""
    counts = Counter(item.fields.network for item in items if isinstance(item.fields, Gathering))
    found = [(site.edition.items[ref], count) for ref, count in counts.items() if ref and ref in site.edition.items]
    found.sort(key=lambda pair: (-pair[1], pair[0].title.casefold(), pair[0].ref))
    return [(site.title(network), link(network.ref), count) for network, count in found]
