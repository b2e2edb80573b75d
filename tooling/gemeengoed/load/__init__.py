"""Reading: a folder to a commons. Keeps line numbers, collects what is wrong, never stops at the first bad file."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from gemeengoed.cache import Memory, Row, digest
from gemeengoed.kinds import REGISTERS
from gemeengoed.load.files import walk
from gemeengoed.load.items import COMMONS, PAGES, Source, read_items, read_pages
from gemeengoed.load.registers import read_registers
from gemeengoed.model import Commons, History, Item
from gemeengoed.settings import Settings

__all__ = ["COMMONS", "PAGES", "load"]

_LARGE = 10_000_000


def load(
    root: Path,
    settings: Settings,
    history: History | None = None,
    today: date | None = None,
    memory: Memory | None = None,
) -> Commons:
    """The commons in ``root``, in whatever state it is. Never raises for bad content.

    ``history`` is what git knows of its files; ``today`` the day that rules count from, by default that of ``clock``.
    ``memory`` is what an earlier run read; it is told what this run sees. The result is the same with and without.
    """
    memory, history = memory or Memory(), history or History()
    source = Source(root, settings, history, memory)
    _see_others(root, memory)
    files, records = read_registers(root, settings)
    items, strays = read_items(source)
    by_ref: dict[str, Item] = {item.ref: item for item in sorted(items, key=lambda item: item.ref)}
    registers = cast(dict[str, Any], records)
    return Commons(
        root=root,
        today=today or clock(),
        history=history,
        settings=settings,
        items=by_ref,
        pages=tuple(read_pages(source)),
        strays=tuple(strays),
        registers=files,
        contributors=registers["contributor"],
        organisations=registers["organisation"],
        themes=registers["theme"],
        skills=registers["skill"],
        roles=registers["role"],
        regions=registers["region"],
    )


def _see_others(root: Path, memory: Memory) -> None:
    """Tell the memory of the files outside ``commons/`` and ``docs/`` that a check may read, and of the registers."""
    above = (entry.name for entry in os.scandir(root) if entry.is_file())
    paths = {*above, *(register.file for register in REGISTERS), *(found.path for found in walk(root, "LICENSES"))}
    for path in sorted(paths):
        file = root / path
        if file.is_file():
            memory.see(path, Row("", _state(file), ""))


def _state(file: Path) -> str:
    """What tells one state of a file from another: its content, or its size and time when it is too large to read."""
    stat = file.stat()
    if stat.st_size > _LARGE:
        return f"{stat.st_size}.{stat.st_mtime_ns}"
    return digest(file.read_bytes())


def clock() -> date:
    """Today, or the day of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
