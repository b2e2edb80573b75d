"""Reading: a folder to a commons. Keeps line numbers, collects what is wrong, never stops at the first bad file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import Memory, Row, digest
from gemeengoed.kinds import REGISTERS
from gemeengoed.load.files import Found, walk
from gemeengoed.load.items import COMMONS, PAGES, Source, names, read_items, read_pages
from gemeengoed.load.registers import Known, Records, read_registers
from gemeengoed.model import Commons, Item
from gemeengoed.revisions import History
from gemeengoed.settings import Settings
from gemeengoed.texts import RegisterFile

__all__ = ["COMMONS", "PAGES", "fill", "frame", "load", "names"]

_LARGE = 10_000_000
_HELD = "registers"
_KNOWN = TypeAdapter(Known)

_Registers = tuple[dict[str, RegisterFile], dict[str, Records]]


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
    memory = memory or Memory()
    return fill(frame(root, settings, history, today, memory), memory)


def fill(commons: Commons, memory: Memory, found: Sequence[Found] | None = None, *, is_part: bool = False) -> Commons:
    """The commons with what stands below ``commons/`` and ``docs/``.

    ``found`` is what there is below ``commons/``, where somebody looked; of a part nothing else is read.
    """
    source = Source(commons.root, commons.settings, commons.history, memory)
    items, strays = read_items(source, walk(commons.root, COMMONS) if found is None else found)
    by_ref: dict[str, Item] = {item.ref: item for item in sorted(items, key=lambda item: item.ref)}
    pages = [] if is_part else read_pages(source)
    return replace(commons, items=by_ref, strays=tuple(strays), pages=tuple(pages))


def frame(root: Path, settings: Settings, history: History | None, today: date | None, memory: Memory) -> Commons:
    """The commons without its texts: the registers, and what else every rule needs."""
    _see_others(root, memory)
    files, records = _registers(root, settings, memory)
    registers = cast(dict[str, Any], records)
    return Commons(
        root=root,
        today=today or clock(),
        history=history or History(),
        settings=settings,
        items={},
        pages=(),
        strays=(),
        registers=files,
        contributors=registers["contributor"],
        organisations=registers["organisation"],
        themes=registers["theme"],
        skills=registers["skill"],
        roles=registers["role"],
        regions=registers["region"],
    )


def _registers(root: Path, settings: Settings, memory: Memory) -> _Registers:
    """The registers; those that were read of the same files before, while the program ran on."""
    paths = [register.file for register in REGISTERS]
    states = [f"{(root / path).is_symlink()} {memory.seen.get(path)}" for path in paths]
    state = digest(settings.model_dump_json(), *states)
    known, held = memory.held.get(_HELD, ("", None))
    if known != state:
        read = _recalled(memory)
        before = {path: at for path, (at, _) in read.items()}
        held = read_registers(root, settings, read)
        if memory.path is not None:
            memory.held[_HELD] = (state, held)
            if before != {path: at for path, (at, _) in read.items()}:
                memory.keep(_HELD, _KNOWN.dump_json(read))
    return cast(_Registers, held)


def _recalled(memory: Memory) -> Known:
    try:
        return _KNOWN.validate_json(memory.value(_HELD) or b"{}")
    except ValidationError:
        return {}


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
