"""What is exported: every item and entry that the readers of an edition may know of, once, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gemeengoed.kinds import KIND_BY_NAME, KINDS, REGISTERS, Kind, Register
from gemeengoed.stage.open_data.addresses import page_address
from gemeengoed.stage.open_data.items import item_data
from gemeengoed.stage.open_data.registers import entries
from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class Collected:
    """The data of an edition."""

    site: Site

    def items(self, kind: Kind | None = None) -> Iterator[dict[str, Any]]:
        """The items, of one kind or all, as the interface has them, each with the address of its page."""
        for item in sorted(self.site.edition.items.values(), key=_order):
            if kind is None or item.kind is kind:
                yield {**item_data(self.site, item), "page": page_address(self.site, item.ref)}

    def entries(self, register: Register) -> Iterator[dict[str, Any]]:
        """The entries of a register."""
        return (entry for _, entry in entries(self.site, register))

    def everything(self) -> Iterator[dict[str, Any]]:
        """All entries, then all items: what is referred to comes before what refers to it."""
        for register in REGISTERS:
            yield from ({"register": register.name, **entry} for entry in self.entries(register))
        yield from self.items()


def _order(item: Any) -> tuple[int, str]:
    return KINDS.index(KIND_BY_NAME[item.kind.name]), item.ref
