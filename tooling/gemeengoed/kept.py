"""What a step keeps for its next run: a file of JSON with a hash of itself and of what it was made with.

One that is broken, or was made by another program or with other settings, is as if it were not there. It holds no code.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import digest

Value = TypeVar("Value")
_SEAL = 32


def recall(file: Path, of: TypeAdapter[Value], version: str, otherwise: Value) -> Value:
    """The value that was kept in a file under a version, or the other one."""
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
