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
from uuid import uuid4

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.expected import ExpectedError
from gemeengoed.output import NONE, Ledger, Output, differing, folders_of, ledger_of, remove_empty, scan, time_of

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class NotASiteError(ExpectedError):
    """What stands where the site must go is no site, and would be lost; the message says so."""


class Beside(NamedTuple):
    """What is known of the published site, and of the one before it, which is kept, without looking at their files.

    ``site`` and ``spare`` are the states of their folders as each was published: when a file there came, went or was
    replaced, its folder shows it; when one was written into, what was made shows it, since that is the same file.
    ``differs`` has the files in which the one before differs from the published one, ``came`` and ``went`` the folders
    that only the published one has, and only the one before.
    """

    site: str
    spare: str
    differs: list[str]
    came: list[str]
    went: list[str]


Times = dict[str, int | None]
"""The time of folders, by name."""


BESIDE = TypeAdapter(Beside)
_UNKNOWN = Beside("", "", [], [], [])


SPARE, AFTER = "spare", "after"
"""In the folder of a build: the site before, which becomes the next one; and what takes its place where none was."""


def publish(made: Output, site: Path, work: Path, ahead: Ledger | None = None) -> None:
    """Put what was made in the place of ``site``. What stood there is kept in ``work``, for the next time.

    ``ahead`` is what stands in ``AFTER`` already, where nothing was published before.
    """
    spare, after, notes = work / SPARE, work / AFTER, work / "spare.json"
    known = kept.recall(notes, BESIDE, digest(program(), made.seal), _UNKNOWN)
    were, are, now = folders_of(made.known), folders_of(made.files), differing(made.known, made.files)
    times = times_of(spare, (were - {*known.came}).union(known.went)) if known.spare else {}
    replaced = {*known.differs, *now}
    if not (times and known.spare == state_of(times) and bring(made, spare, replaced)):
        mirror(made, spare)
        times = {}
    swap(spare, site, spare)
    same = are & times.keys() - folders_of(replaced)
    published = {name: times[name] for name in same} | times_of(site, are - same)
    state = state_of(published) if _is_shared(made, site) else ""
    seal, before = kept.seal(ledger_of(made.path)), known.site
    if ahead and after.is_dir() and not spare.exists():
        after.rename(spare)
        were, now = folders_of(ahead), differing(ahead, made.files)
        before = state_of(times_of(spare, were))
    shutil.rmtree(after, ignore_errors=True)
    beside = Beside(state, before, sorted(now), sorted(are - were), sorted(were - are))
    kept.keep(notes, BESIDE, digest(program(), seal), beside)


def times_of(folder: Path, names: Iterable[str]) -> Times:
    """The time of each of some folders below a folder."""
    return {name: time_of(folder, name) for name in names}


def state_of(times: Times) -> str:
    """The state of folders of which the times are known."""
    return digest("\n".join([f"{name} {times[name]}" for name in sorted(times)]))


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
            share(f"{made.path}/{name}", f"{target}/{name}")
    except OSError:
        return False
    return True


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
    """Let a file stand under a name that is free. (``output.share`` makes room first, which takes longer.)"""
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@contextmanager
def alone(work: Path) -> Iterator[bool]:
    """Have other builds of the same commons wait, where the system knows how; a program that ends lets go.

    Gives whether this program was the last to be here, and got through.
    """
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("a+", encoding="utf-8") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        was_here = fcntl is not None and lock.read() == _ME
        lock.truncate(0)
        lock.flush()
        yield was_here
        lock.write(_ME)


_ME = uuid4().hex


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
