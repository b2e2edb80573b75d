"""Reading: a folder to a commons. Keeps line numbers, collects what is wrong, never stops at the first bad file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from gemeengoed.load.items import COMMONS, PAGES, read_items, read_pages
from gemeengoed.load.registers import read_registers
from gemeengoed.model import Commons, Item
from gemeengoed.settings import Settings

__all__ = ["COMMONS", "PAGES", "load"]


def load(root: Path, settings: Settings) -> Commons:
    """The commons in ``root``, in whatever state it is. Never raises for bad content."""
    files, records = read_registers(root, settings)
    items, strays = read_items(root, settings)
    by_ref: dict[str, Item] = {item.ref: item for item in sorted(items, key=lambda item: item.ref)}
    registers = cast(dict[str, Any], records)
    return Commons(
        settings=settings,
        items=by_ref,
        pages=tuple(read_pages(root, settings)),
        strays=tuple(strays),
        registers=files,
        contributors=registers["contributor"],
        organisations=registers["organisation"],
        themes=registers["theme"],
        skills=registers["skill"],
        roles=registers["role"],
        regions=registers["region"],
    )
