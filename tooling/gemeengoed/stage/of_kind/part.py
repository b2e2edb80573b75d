"""What a part of the page of one kind is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gemeengoed.model import Item
from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class Part:
    """What the page of a kind has of its own.

    ``values`` makes what the template gets as ``own``, from the site, the item and the address of its page.
    ``shows`` are the fields that the template shows itself. ``scripts`` are files of ``assets/gemeengoed/`` that the
    page needs; what they do must be of use to nobody without JavaScript. ``lists_referring`` says that the template
    shows what refers to the item, so that nothing else does. ``leads`` says that there is a template ``<kind>_lead``
    too, for what must be seen before the text.
    """

    values: Callable[[Site, Item, str], Mapping[str, Any]]
    shows: tuple[str, ...] = ()
    scripts: Callable[[Item], tuple[str, ...]] = lambda item: ()
    lists_referring: bool = False
    leads: bool = False
