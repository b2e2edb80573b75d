"""The finished site in the place of the old one: whole, in two moves, and without copying what both have.

The site stands in two folders that share their files (hard links): one that steps fill, and the one that is published.
The old one is kept and becomes the next one, with only the difference replaced.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gemeengoed import kept
from gemeengoed.cache import program
from gemeengoed.expected import ExpectedError
from gemeengoed.output import LEDGER, Output

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class NotASiteError(ExpectedError):
    """What stands where the site must go is no site, and would be lost; the message says so."""


def publish(made: Output, site: Path, work: Path) -> None:
    """Put what was made in the place of ``site``. What stood there is kept in ``work``, for the next time."""
    spare = work / "spare"
    mirror(made, spare, work / "spare.json")
    swap(spare, site, spare)
    kept.keep(work / "spare.json", LEDGER, program(), made.files)


def mirror(made: Output, target: Path, ledger: Path) -> None:
    """Let a folder hold the same files, shared where the disk allows."""
    there = Output(target, kept.recall(ledger, LEDGER, program(), {}))
    target.mkdir(parents=True, exist_ok=True)
    there.remove([name for name in there.files if there.files[name] != made.files.get(name)])
    for name in made.files.keys() - there.files.keys():
        share(made.path / name, target / name)


def share(source: Path, target: Path) -> None:
    """Let a file stand under another name too."""
    if not target.parent.is_dir():
        target.parent.mkdir(parents=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@contextmanager
def alone(work: Path) -> Iterator[None]:
    """Have other builds of the same commons wait, where the system knows how; a program that ends lets go."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def require_site(site: Path) -> None:
    """Raise NotASiteError where something stands at ``site`` that is no built site: replacing it would lose it."""
    is_there = site.exists() or site.is_symlink()
    is_empty = site.is_dir() and not any(site.iterdir())
    is_site = site.is_dir() and not site.is_symlink() and (site / "manifest.json").is_file()
    if is_there and not is_empty and not is_site:
        raise NotASiteError(f"{site} holds something else than a built site, and would be lost. Choose another folder.")


def swap(fresh: Path, site: Path, keep_at: Path | None = None) -> None:
    """Put the folder ``fresh`` in the place of ``site``. Killed between the two moves, ``restore`` brings it back.

    The old one goes to ``keep_at`` where that is on the same disk, and else is removed.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    old, new = _beside(site, "old"), _beside(site, "new")
    for left in (old, new):
        shutil.rmtree(left, ignore_errors=True)
    shutil.move(fresh, new)  # may be another disk, and then takes a while; what follows does not
    if site.exists():
        site.rename(old)
    new.rename(site)
    if keep_at is not None:
        with contextlib.suppress(OSError):
            old.rename(keep_at)
    shutil.rmtree(old, ignore_errors=True)


def restore(site: Path) -> None:
    """Bring back the old site where an earlier build was killed while it was being replaced."""
    old = _beside(site, "old")
    if old.is_dir() and not site.exists():
        old.rename(site)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")
