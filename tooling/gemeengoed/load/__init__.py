"""Reading: a folder to a commons. Keeps line numbers, collects what is wrong, never stops at the first bad file."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from gemeengoed.load.items import COMMONS, PAGES, read_items, read_pages
from gemeengoed.load.registers import read_registers
from gemeengoed.model import Commons, History, Item
from gemeengoed.settings import Settings

__all__ = ["COMMONS", "PAGES", "load"]


def load(root: Path, settings: Settings, history: History | None = None, today: date | None = None) -> Commons:
    """The commons in ``root``, in whatever state it is. Never raises for bad content.

    ``history`` is what git knows of its files; ``today`` the day that rules count from, by default that of ``clock``.
    """
    files, records = read_registers(root, settings)
    items, strays = read_items(root, settings)
    by_ref: dict[str, Item] = {item.ref: item for item in sorted(items, key=lambda item: item.ref)}
    registers = cast(dict[str, Any], records)
    return Commons(
        root=root,
        today=today or clock(),
        history=history or History(),
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


def clock() -> date:
    """Today, or the day of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
