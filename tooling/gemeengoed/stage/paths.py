"""Where a page stands in the collections that it is part of: which step, and what comes before and after."""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.kinds.collection import Collection, CollectionType
from gemeengoed.model import Item
from gemeengoed.rules.paths import Step, steps
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown

SCRIPT = "path.js"
"""What keeps, in the reader's own browser, which steps were read."""


@dataclass(frozen=True)
class Along:
    """A step of a collection as the page of that step shows it."""

    step: Step
    is_path: bool
    collection: Shown
    previous: Shown | None
    next: Shown | None


def paths(site: Site, item: Item, here: str) -> list[Along]:
    """The collections that an item is a step of, in order of title."""
    link = site.addresses.relative(here)
    items = site.edition.items

    def shown(ref: str | None) -> Shown | None:
        return Shown(site.title(items[ref]), link(ref)) if ref else None

    return [
        Along(
            step,
            is_path(step.collection),
            Shown(site.title(step.collection), link(step.collection.ref)),
            shown(step.previous),
            shown(step.next),
        )
        for step in steps(item.ref, site.index.backlinks.get(item.ref, ()), items)
    ]


def is_path(item: Item) -> bool:
    """Whether a collection is to be followed from its first part to its last."""
    return isinstance(item.fields, Collection) and item.fields.type is not CollectionType.BUILDING_BLOCKS
