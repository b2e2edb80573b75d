"""What is exported: every item and entry that the readers of an edition may know of, once, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gemeengoed.edition import EditionName
from gemeengoed.kinds import KIND_BY_NAME, KINDS, REGISTERS, Kind, Register
from gemeengoed.personal.addresses import disguised
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
                yield self._shown({**item_data(self.site, item), "page": page_address(self.site, item.ref)})

    def entries(self, register: Register) -> Iterator[dict[str, Any]]:
        """The entries of a register."""
        return (self._shown(entry) for _, entry in entries(self.site, register))

    def everything(self) -> Iterator[dict[str, Any]]:
        """All entries, then all items: what is referred to comes before what refers to it."""
        for register in REGISTERS:
            yield from ({"register": register.name, **entry} for entry in self.entries(register))
        yield from self.items()

    def _shown(self, data: Any) -> Any:
        """Data for everybody hold no e-mail address that a program could gather; nor does the site."""
        return _without_addresses(data) if self.site.edition.name is EditionName.PUBLIC else data


def _without_addresses(value: Any) -> Any:
    if isinstance(value, str):
        return disguised(value)
    if isinstance(value, dict):
        return {key: _without_addresses(entry) for key, entry in value.items()}
    return [_without_addresses(entry) for entry in value] if isinstance(value, list | tuple) else value


def _order(item: Any) -> tuple[int, str]:
    return KINDS.index(KIND_BY_NAME[item.kind.name]), item.ref
