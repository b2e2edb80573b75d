"""The finished site in the place of the old one: whole, in two moves, and without copying what both have.

The site stands in two folders that share their files (hard links): one that steps fill, and the one that is published.
The old one is kept and becomes the next one, with only the difference replaced.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.expected import ExpectedError
from gemeengoed.output import NONE, Ledger, Output, ledger_of, remove_empty, scan

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class NotASiteError(ExpectedError):
    """What stands where the site must go is no site, and would be lost; the message says so."""


class Beside(NamedTuple):
    """What is known of the published site and of the one before it, which is kept, without looking at their files.

    ``folders`` is the state of the folders of the published site: every file in them is shared with what was made,
    where it shows when somebody wrote into it; when one came, went or was replaced, its folder shows it. ``differs``
    has the files in which the one before differs from the published one; None where that is not known.
    """

    folders: str
    differs: list[str] | None


BESIDE = TypeAdapter(Beside | None)


def publish(made: Output, site: Path, work: Path) -> None:
    """Put what was made in the place of ``site``. What stood there is kept in ``work``, for the next time."""
    spare, notes = work / "spare", work / "spare.json"
    known = kept.recall(notes, BESIDE, digest(program(), made.seal), None)
    is_intact = known is not None and known.folders == state_of_folders(site, made.known)
    now = differing(made.known, made.files)
    if known is None or known.differs is None or not bring(made, spare, {*known.differs, *now}):
        mirror(made, spare)
    swap(spare, site, spare)
    seal = kept.seal(ledger_of(made.path))
    folders = state_of_folders(site, made.files) if _is_shared(made, site) else ""
    kept.keep(notes, BESIDE, digest(program(), seal), Beside(folders, sorted(now) if is_intact else None))


def differing(before: Ledger, now: Ledger) -> set[str]:
    """The files that are not the same in two folders."""
    return {name for name, entry in now.items() if before.get(name) != entry} | (before.keys() - now.keys())


def state_of_folders(site: Path, files: Iterable[str]) -> str:
    """The state of the folders in which these files stand. It changes when a file there comes, goes or is replaced."""
    names = {""}
    for name in files:
        while (name := name.rpartition("/")[0]) not in names:
            names.add(name)
    try:
        return digest(*(f"{name} {os.lstat(f'{site}/{name}').st_mtime_ns}" for name in sorted(names)))
    except OSError:
        return ""


def _is_shared(made: Output, site: Path) -> bool:
    """Whether the site has the files of what was made, and no copies of them."""
    return all(os.path.samefile(made.path / name, site / name) for name in islice(made.files, 1))


def bring(made: Output, target: Path, names: Set[str]) -> bool:
    """Let a folder hold these files as they were made; all others are right. False where something is in the way."""
    try:
        for name in names:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                (target / name).unlink()
            remove_empty(target, name)
        for name in made.files.keys() & names:
            share(made.path / name, target / name)
    except OSError:
        return False
    return target.is_dir()


def mirror(made: Output, target: Path) -> None:
    """Let a folder hold the same files, shared where the disk allows."""
    target.mkdir(parents=True, exist_ok=True)
    there = dict(scan(target))
    for name in [name for name, now in there.items() if not now or made.files.get(name, NONE).stamp != now]:
        (target / name).unlink()
        remove_empty(target, name)
        del there[name]
    from_folder, to_folder = str(made.path), str(target)
    for name in sorted(made.files.keys() - there.keys()):
        share(f"{from_folder}/{name}", f"{to_folder}/{name}")


def share(source: Path | str, target: Path | str) -> None:
    """Let a file stand under another name too."""
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
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
