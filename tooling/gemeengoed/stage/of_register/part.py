"""What a part of the page of an entry of one register is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class Part:
    """What the page of an entry of a register has of its own.

    ``values`` makes what the template gets as ``own``, from the site, the identifier of the entry and the address of
    its page. ``hides`` are the fields that the box of facts does not show: those that the template shows itself, and
    those that nobody may see, for the entry at hand. ``pages`` makes what has no room on its page.
    """

    values: Callable[[Site, str, str], Mapping[str, Any]]
    hides: Callable[[Any], tuple[str, ...]] = lambda record: ()
    pages: Callable[[Site, str], Iterator[StagedPage]] = lambda site, name: iter(())
