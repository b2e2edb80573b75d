"""The page of a collection: its parts in order, as the steps of a path or as blocks, and which are still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gemeengoed.kinds.collection import Collection
from gemeengoed.model import Item
from gemeengoed.rules.paths import shown_parts
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.paths import SCRIPT, is_path
from gemeengoed.stage.site import Card, Site


@dataclass(frozen=True)
class Block:
    """A part of a collection: its number among those that exist (0 for one that is missing), and why it is there."""

    number: int
    ref: str
    card: Card | None
    missing: str
    note: str


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """The parts, and how many there are and are missing."""
    blocks = list(_blocks(site, item, here))
    return {
        "blocks": blocks,
        "is_path": is_path(item),
        "there": sum(block.card is not None for block in blocks),
        "missing": sum(block.card is None for block in blocks),
    }


def _blocks(site: Site, item: Item, here: str) -> Iterator[Block]:
    fields, items = item.fields, site.edition.items
    assert isinstance(fields, Collection)
    link, number = site.addresses.relative(here), 0
    for part in shown_parts(fields, items):
        found = items.get(part.item or "")
        number += found is not None
        yield Block(
            number=number if found else 0,
            ref=found.ref if found else "",
            card=site.card(found, link) if found else None,
            missing=part.missing or "",
            note=part.note or "",
        )


PART = Part(values, shows=("parts",), scripts=lambda item: (SCRIPT,) if is_path(item) else ())
