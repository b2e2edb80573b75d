"""Where things play: which municipalities a region has, and which networks work in a region.

Rules. A municipality lies in each region that the register of organisations names for it, in the regions that those
fall under, and in the region of its own name. A network works in the regions that its page names; one that is nested in
another counts only where the other does not work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gemeengoed.kinds.network import Network
from gemeengoed.kinds.registers import Organisation, OrganisationType, Term
from gemeengoed.model import Item
from gemeengoed.rules.regions import upwards


def municipalities_by_region(
    organisations: Mapping[str, Organisation], regions: Mapping[str, Term]
) -> dict[str, frozenset[str]]:
    """The NIS codes of the municipalities of each region that has any, in order of identifier."""
    found: dict[str, set[str]] = {}
    for name, organisation in organisations.items():
        if organisation.type is OrganisationType.MUNICIPALITY and organisation.nis:
            own = (name,) if name in regions else ()
            for region in {above for start in (*own, *organisation.regions) for above in upwards(start, regions)}:
                found.setdefault(region, set()).add(organisation.nis)
    return {region: frozenset(codes) for region, codes in sorted(found.items())}


def networks_by_region(items: Iterable[Item], regions: Mapping[str, Term]) -> dict[str, tuple[Item, ...]]:
    """The networks that name each region, the widest regions first; under ``""`` those that name none."""
    networks = {item.ref: item for item in items if isinstance(item.fields, Network)}
    found: dict[str, list[Item]] = {}
    for item in networks.values():
        above = frozenset(region for other in _around(item, networks) for region in other.fields.regions)
        for region in dict.fromkeys(item.fields.regions or ("",)):
            if region not in above and not (above and not region):
                found.setdefault(region, []).append(item)
    depth = {region: len(list(upwards(region, regions))) for region in found}
    order = sorted(found, key=lambda region: (not region, depth[region], region))
    return {region: tuple(sorted(found[region], key=lambda item: item.title.casefold())) for region in order}


def _around(item: Item, networks: Mapping[str, Item]) -> Iterator[Item]:
    """The networks that a network is nested in, the nearest first; a circle ends where it began."""
    seen, around = {item.ref}, _parent(item, networks)
    while around and around.ref not in seen:
        seen.add(around.ref)
        yield around
        around = _parent(around, networks)


def _parent(item: Item, networks: Mapping[str, Item]) -> Item | None:
    return networks.get(item.fields.part_of or "") if isinstance(item.fields, Network) else None
