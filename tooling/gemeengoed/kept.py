"""What a step keeps for its next run: a file of JSON with a hash of itself and of what it was made with.

One that is broken, or was made by another program or with other settings, is as if it were not there. It holds no code.
A process may ``hold`` values in memory, and write them down when nobody waits for it: ``serve`` after it told that the
site is made, the one that stages after that, while another renders. A copy of it keeps what it makes at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import digest, file_state

Value = TypeVar("Value")
_SEAL = 32


class _Held(NamedTuple):
    """A value in memory: its version, the file as it was when that held the value, and what writes it down if not."""

    version: str
    value: Any
    file: tuple[int, ...]
    write: Callable[[], None] | None = None


_held: dict[Path, _Held] | None = None
_left: list[Callable[[], None]] = []
_holder = 0
_ahead: dict[Path, _Held] = {}
_is_ahead = False


@contextmanager
def holding() -> Iterator[None]:
    """Hold values in memory meanwhile; they are on the disk once ``write_down`` is called. Nobody may change them."""
    global _held
    hold()
    try:
        yield
    finally:
        write_down()
        _held = None


def hold() -> None:
    """Hold values in memory from now on."""
    global _held, _holder
    _held, _holder = {}, os.getpid()


def is_holding() -> bool:
    """Whether values are held in memory, to be written down by this process."""
    return _held is not None and _holder == os.getpid()


@contextmanager
def ahead() -> Iterator[None]:
    """Whatever is recalled meanwhile is at hand for whoever recalls it next, if its file is as it was then.

    So one process can read while another works out what it is needed for. Nobody may change the values.
    """
    global _is_ahead
    _is_ahead = True
    try:
        yield
    finally:
        _is_ahead = False


def afterwards(work: Callable[[], None]) -> None:
    """Have something done that only the next run needs: at once, or where values are held, by ``write_down``."""
    if is_holding():
        _left.append(work)
    else:
        work()


def write_down() -> None:
    """Do what was left for ``afterwards``, and write every value that is only held into its file."""
    while _left:
        _left.pop(0)()
    for file, held in (_held or {}).items():
        if _held is not None and held.write is not None:
            held.write()
            _held[file] = held._replace(file=file_state(file), write=None)


def recall(file: Path, of: TypeAdapter[Value], version: str, otherwise: Value) -> Value:
    """The value that was kept in a file under a version, or the other one."""
    if _held is None:
        return _recalled(file, of, version, otherwise)
    held = _held.get(file)
    if held is None or held.version != version or held.file != file_state(file):
        held = _held[file] = _Held(version, _read(file, of, version, otherwise), file_state(file))
    value: Value = held.value
    return value


def _recalled(file: Path, of: TypeAdapter[Value], version: str, otherwise: Value) -> Value:
    state = file_state(file)
    found = _ahead.pop(file, None)
    if found is None or (found.version, found.file) != (version, state):
        found = _Held(version, _read(file, of, version, otherwise), state)
    if _is_ahead:
        _ahead[file] = found
    value: Value = found.value
    return value


def _read(file: Path, of: TypeAdapter[Value], version: str, otherwise: Value) -> Value:
    try:
        written = file.read_bytes()
    except OSError:
        return otherwise
    seal, content = written[:_SEAL], written[_SEAL:]
    if seal.decode("ascii", "replace") != digest(version, content):
        return otherwise
    try:
        return of.validate_json(content)
    except ValidationError:
        return otherwise


def keep(file: Path, of: TypeAdapter[Value], version: str, value: Value) -> None:
    """Keep a value in a file. The old one stays until the new one is whole."""
    if _held is None or not is_holding():
        _write(file, of, version, value)
    else:
        _held[file] = _Held(version, value, file_state(file), lambda: _write(file, of, version, value))


def _write(file: Path, of: TypeAdapter[Value], version: str, value: Value) -> None:
    content = of.dump_json(value)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(digest(version, content).encode() + content)
    new.replace(file)


def seal(file: Path) -> str:
    """What tells one state of a kept file from another, without reading all of it; empty where there is none."""
    try:
        with file.open("rb") as kept:
            return kept.read(_SEAL).decode("ascii", "replace")
    except OSError:
        return ""
