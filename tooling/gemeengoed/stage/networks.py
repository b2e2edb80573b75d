"""The listing of networks, as a tree first, and what stands below a network: all that belongs to it, of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from gemeengoed.kinds import KIND_BY_NAME, KINDS, Kind
from gemeengoed.kinds.network import Network
from gemeengoed.model import Item
from gemeengoed.rules.networks import Branch, nested_in, networks_of, tree
from gemeengoed.stage.entries import MOST_NAMED
from gemeengoed.stage.feeds import follow
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.listings import listing, theme_entries
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.site import Site

KIND = KIND_BY_NAME["network"]
FOLDER = KIND.folder
MOST_INSIDE = 3
"""How many networks stand below another in a tree that has no room for all."""

SHOWN = 4
"""How many items of a kind the page of a network shows; a listing of its own has them all."""

NESTED = 12
"""How many networks stand below the one that they are nested in; a listing of their own has them all."""


@dataclass(frozen=True)
class Leaf:
    """A network in the tree, with what is nested in it; ``more`` is how many of those are on its own page only."""

    href: str
    title: str
    type: str
    inside: str
    count: int
    nested: tuple[Leaf, ...]
    more: int = 0


def network_units(site: Site) -> Iterator[Unit]:
    """The listing of all networks, then what belongs to each, of every kind that its page cannot show in full."""
    yield FOLDER, partial(_all_networks, site)
    for network in site.index.by_kind.get(FOLDER, ()):
        yield f"below {network.ref}", partial(_below, site, network)


def _all_networks(site: Site) -> Iterator[StagedPage]:
    networks = site.index.by_kind.get(FOLDER, ())
    first, branches = site.addresses.page(FOLDER), tree(networks)
    is_whole = len(networks) <= MOST_NAMED
    shown = branches if is_whole else first_branches(branches)
    return listing(
        site,
        FOLDER,
        site.words.say(KIND.plural),
        site.words.say(KIND.about),
        networks,
        "listing/networks.html.jinja",
        leaves=lambda here: [leaf(site, branch, here, whole=is_whole) for branch in shown] if here == first else [],
        is_whole_tree=is_whole,
        themes=lambda here: theme_entries(site, networks, here),
        follow=lambda here: follow(site, FOLDER, here),
    )


def first_branches(branches: Sequence[Branch]) -> list[Branch]:
    """The branches of a large tree that the page has room for: those in which most is nested."""
    widest = sorted((branch for branch in branches if branch.nested), key=lambda branch: -len(branch.nested))
    found = {branch.item.ref for branch in widest[: MOST_NAMED // (1 + MOST_INSIDE)]}
    return [branch for branch in branches if branch.item.ref in found]


def _below(site: Site, network: Item) -> Iterator[StagedPage]:
    for of_kind, items in belonging(site, network.ref).items():
        if has_listing(of_kind, items):
            yield from _listing_below(site, network, of_kind, items)
    nested = nested_in(network.ref, site.index.backlinks.get(network.ref, ()))
    if len(nested) > NESTED:
        yield from _listing_below(site, network, KIND, nested)


def belonging(site: Site, ref: str) -> dict[Kind, tuple[Item, ...]]:
    """What belongs to a network, by kind and the newest first; networks nested in it aside."""
    items = [item for item in site.index.backlinks.get(ref, ()) if ref in networks_of(item)]
    items.sort(key=lambda item: site.age[item.ref])
    found = {kind: tuple(item for item in items if item.kind is kind) for kind in KINDS if kind.name != "network"}
    return {kind: of_kind for kind, of_kind in found.items() if of_kind}


def has_listing(kind: Kind, items: Sequence[Item]) -> bool:
    """Whether a network has a listing of its own of these items. Questions have a board in any case."""
    return kind.name != "question" and len(items) > SHOWN


def leaf(site: Site, branch: Branch, here: str, *, whole: bool = True) -> Leaf:
    """A network of the tree as the page ``here`` shows it; not ``whole``: with the first few that are nested in it."""
    item, link = branch.item, site.addresses.relative(here)
    fields = item.fields
    assert isinstance(fields, Network)
    inside, shown = fields.internal_to, branch.nested if whole else branch.nested[:MOST_INSIDE]
    return Leaf(
        href=link(item.ref),
        title=site.title(item),
        type=site.words.say(fields.type.label) if fields.type else "",
        inside=site.name_of("organisation", inside) if inside else "",
        count=sum(item.ref in networks_of(other) for other in site.index.backlinks.get(item.ref, ())),
        nested=tuple(leaf(site, inner if whole else Branch(inner.item), here, whole=whole) for inner in shown),
        more=len(branch.nested) - len(shown),
    )


def _listing_below(site: Site, network: Item, kind: Kind, items: Sequence[Item]) -> Iterator[StagedPage]:
    plural = site.words.say(kind.plural)
    trail = [(site.words.say(KIND.plural), FOLDER), (site.title(network), network.ref)]
    return listing(
        site,
        f"{network.ref}/{kind.folder}",
        mixed("{}: {}", plural, site.title(network)),
        site.words.say(kind.about),
        items,
        "listing/of_network.html.jinja",
        trail=trail,
    )
