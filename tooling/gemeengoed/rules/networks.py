"""What belongs to a network, what is nested in what, and what is past, now and to come.

Rules. An item belongs to a network when it names it under ``network`` or ``networks``; a page that only links to it
does not. A network is nested in the one that it names under ``part_of``; where readers may not know of that one, it
stands on its own. What is nested and has a period that is past is over. A cycle is the present one from the first day
of its period to the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.dates import Period
from gemeengoed.kinds.network import Network
from gemeengoed.model import Item
from gemeengoed.rules.due import is_past

DEEPEST = 20
"""How many networks may stand around one in the tree."""


@dataclass(frozen=True)
class Branch:
    """A network with those nested in it."""

    item: Item
    nested: tuple[Branch, ...] = ()


def networks_of(item: Item) -> frozenset[str]:
    """The networks that an item says itself that it belongs to."""
    own = getattr(item.fields, "network", None)
    return frozenset({*item.fields.networks, *((own,) if own else ())})


def tree(networks: Iterable[Item]) -> tuple[Branch, ...]:
    """The networks as they are nested, in the order given. Those nested in a circle or too deep stand at the top."""
    items = {item.ref: item for item in networks}
    nested: dict[str, list[Item]] = {}
    tops = []
    for item in items.values():
        whole = _whole(item)
        if whole in items and _depth(item, items) <= DEEPEST:
            nested.setdefault(whole, []).append(item)
        else:
            tops.append(item)

    def branch(item: Item) -> Branch:
        return Branch(item, tuple(branch(inner) for inner in nested.get(item.ref, ())))

    return tuple(branch(item) for item in tops)


def wholes(item: Item, items: Mapping[str, Item]) -> tuple[Item, ...]:
    """What a network is nested in, the outermost first."""
    found: list[Item] = []
    at: Item | None = items.get(_whole(item))
    while at is not None and at not in found and at is not item:
        found.append(at)
        at = items.get(_whole(at))
    return tuple(reversed(found))


def nested_in(ref: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """The networks nested directly in one, the earliest period first, those without a period last."""

    def order(item: Item) -> tuple[date, str]:
        period = item.fields.period if isinstance(item.fields, Network) else None
        return period.start.first if period else date.max, item.ref

    return tuple(sorted((item for item in items if _whole(item) == ref), key=order))


def is_now(period: Period, today: date) -> bool:
    """Whether a day lies within a period."""
    return period.start.first <= today <= period.end.last


def is_over(network: Network, today: date) -> bool:
    """Whether a network is a cohort that is past. (The period of a network on its own may say since when it works.)"""
    return bool(network.part_of and network.period and is_past(network.period.end, today))


def _whole(item: Item) -> str:
    return (item.fields.part_of or "") if isinstance(item.fields, Network) else ""


def _depth(item: Item, items: Mapping[str, Item]) -> int:
    """How many networks stand around one; more than ``DEEPEST`` where there is no end to it."""
    depth, at = 0, items.get(_whole(item))
    while at is not None and depth <= DEEPEST:
        depth, at = depth + 1, items.get(_whole(at))
    return depth
