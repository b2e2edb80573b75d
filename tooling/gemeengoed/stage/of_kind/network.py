"""The page of a network: all that refers to it, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.model import Item
from gemeengoed.stage.listings import groups_of
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.site import Site


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """What refers to the network, by kind."""
    return {"groups": groups_of(site, site.index.backlinks.get(item.ref, ()), here)}


PART = Part(values, lists_referring=True)
