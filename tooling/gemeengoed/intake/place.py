"""Writing a contribution: all of its files or none, and never over a file that is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import Message, message

ALLOWED: Final = ("commons/", "contributors.yaml")
"""Where a contribution may write: below the first, or the second."""


class NotPlacedError(ExpectedError):
    """Nothing was written; ``why`` says what stood in the way."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


@dataclass(frozen=True)
class New:
    """The bytes of a file, and those that it takes the place of; None for a file that must not be there yet."""

    content: bytes
    before: bytes | None = None


def place(root: Path, files: Mapping[str, New]) -> None:
    """Put every file in its place. Raises NotPlacedError, and then everything is as it was."""
    ready: list[tuple[Path, Path, New]] = []
    done: list[tuple[Path, New]] = []
    try:
        for path, new in files.items():
            ready.append((_written(_target(root, path), new.content), root / path, new))
        for temporary, target, new in ready:
            _move(temporary, target, new)
            done.append((target, new))
    except BaseException:
        for target, new in reversed(done):
            _undo(target, new)
        raise
    finally:
        for temporary, _, _ in ready:
            temporary.unlink(missing_ok=True)


def _target(root: Path, path: str) -> Path:
    """The file at a path that a contribution may write. No part of the path may be a link."""
    parts = PurePosixPath(path).parts
    is_allowed = path == ALLOWED[1] or path.startswith(ALLOWED[0])
    if not is_allowed or not parts or any(part in ("..", ".", "/") for part in parts) or "\0" in path or "\\" in path:
        raise NotPlacedError(message("A contribution cannot write '{path}'.", path=path))
    target = root / path
    with suppress(FileExistsError):
        target.parent.mkdir(parents=True, exist_ok=True)
    if target.parent.resolve() != root.resolve().joinpath(*parts[:-1]):
        raise NotPlacedError(message("A contribution cannot write '{path}'.", path=path))
    return target


def _written(target: Path, content: bytes) -> Path:
    """A file beside the target with the content, with the rights that a new file gets."""
    number, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    with os.fdopen(number, "wb") as out:
        out.write(content)
    os.chmod(name, 0o644)
    return Path(name)


def _move(temporary: Path, target: Path, new: New) -> None:
    if new.before is None:
        try:
            os.link(temporary, target)  # unlike a rename, it never takes the place of a file
        except FileExistsError as error:
            raise NotPlacedError(message("There is a file '{path}' already.", path=target.name)) from error
        return
    if target.is_symlink() or not target.is_file() or target.read_bytes() != new.before:
        raise NotPlacedError(message("'{path}' changed meanwhile. Try again.", path=target.name))
    os.replace(temporary, target)


def _undo(target: Path, new: New) -> None:
    if new.before is None:
        target.unlink(missing_ok=True)
    else:
        target.write_bytes(new.before)
