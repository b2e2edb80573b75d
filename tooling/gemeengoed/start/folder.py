"""A new folder that is there whole or not at all, and never in the place of something else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gemeengoed.i18n import Message, message


class CannotStartError(Exception):
    """A commons cannot be begun there; ``why`` says what stands in the way and what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.text.format(**dict(why.values)))
        self.why = why


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder to write in, beside ``target``; what is in it moves there when all went well, and else is gone.

    Raises CannotStartError when ``target`` is a file or holds something.
    """
    target = target.resolve()
    require_empty(target)
    fresh = target.with_name(f".{target.name}.new-{os.getpid()}")
    fresh.mkdir(parents=True)
    try:
        yield fresh
        _move(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def require_empty(target: Path) -> None:
    """Raise CannotStartError where something stands in the way."""
    if not target.exists() and not target.is_symlink():
        return
    if not target.is_dir():
        raise CannotStartError(message("{folder} is no folder. Choose another name.", folder=target))
    if any(target.iterdir()):
        raise CannotStartError(
            message("{folder} is not empty, and nothing in it may be lost. Choose a new folder.", folder=target)
        )


def _move(fresh: Path, target: Path) -> None:
    """An empty folder that is there stays the same one, since somebody may be standing in it."""
    if not target.exists():
        fresh.rename(target)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(fresh.iterdir()):
            moved.append(entry.rename(target / entry.name))
    except OSError:
        for entry in moved:
            entry.rename(fresh / entry.name)
        raise
