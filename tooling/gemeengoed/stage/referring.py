"""What refers to an item, where its own page has no room for all of it: a list of its own, in parts.

The page of an item shows the experiences with it, the answers to it, the collections that it is in, and the other pages
that name it; of each the first few, so that it stays small however many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from gemeengoed.kinds import KINDS
from gemeengoed.model import Item
from gemeengoed.stage.addresses import REFERRING
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.listings import listing
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.stage.used import MOST_ANSWERS, MOST_TOLD, is_shown_with

MOST_PATHS, MOST_LINES = 6, 24
"""How many collections that it is in, and how many other pages, the page of an item names."""

MOST: Mapping[str, int] = {"answer": MOST_ANSWERS, "experience": MOST_TOLD, "collection": MOST_PATHS}


def all_referring(site: Site, item: Item) -> Sequence[Item]:
    """Everything that refers to an item, by kind, where its page does not show all of it; else nothing.

    A network is told apart: what belongs to it has lists of its own.
    """
    found = site.index.backlinks.get(item.ref, ())
    if item.kind.name == "network" or len(found) <= min(MOST.values()):
        return ()
    counts = Counter(other.kind.name if is_shown_with(other, item) else "" for other in found)
    is_cut = any(count > MOST.get(kind, MOST_LINES) for kind, count in counts.items())
    return sorted(found, key=lambda other: KINDS.index(other.kind)) if is_cut else ()


def referring_name(item: Item) -> str:
    """The name of the list: ``practices/x/referring``."""
    return f"{item.ref}/{REFERRING}"


def referring_pages(site: Site, item: Item) -> Iterator[StagedPage]:
    """The list of an item that has one."""
    if found := all_referring(site, item):
        title = mixed(site.words.say("Pages that refer to {name}"), name=site.title(item))
        trail = [(site.words.say(item.kind.plural), item.kind.folder), (site.title(item), item.ref)]
        yield from listing(site, referring_name(item), title, "", found, "listing/referring.html.jinja", trail=trail)
