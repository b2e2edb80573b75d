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

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.columns import joined, kept_as, parted
from gemeengoed.expected import ExpectedError
from gemeengoed.files import remove_empty
from gemeengoed.folders import scan, time_of
from gemeengoed.ledger import NONE, Ledger, differing, folders_of, ledger_of
from gemeengoed.output import Output

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class NotASiteError(ExpectedError):
    """What stands where the site must go is no site, and would be lost; the message says so."""


Times = dict[str, int]
"""The time of folders, by name."""


class Beside(NamedTuple):
    """What is known of the published site, and of the one before it, which is kept, without looking at their files.

    ``site`` and ``spare`` have the times of their folders as each was published: when a file there came, went or was
    replaced, its folder shows it; when one was written into, what was made shows it, since that is the same file.
    ``differs`` has the files in which the one before differs from the published one.
    """

    site: Times
    spare: Times
    differs: list[str]


class _Columns(NamedTuple):
    names: str
    times: str
    times_of_spare: str
    differs: list[str]


def _columns(beside: Beside) -> _Columns:
    names = {**beside.site, **beside.spare}
    of_site, of_spare = (joined([str(times.get(name, "")) for name in names]) for times in (beside.site, beside.spare))
    return _Columns(joined(names), of_site, of_spare, beside.differs)


def _beside_of(columns: _Columns) -> Beside:
    names, *both = map(parted, columns[:3])
    of_site, of_spare = ({name: int(time) for name, time in zip(names, times, strict=True) if time} for times in both)
    return Beside(of_site, of_spare, columns.differs)


BESIDE = kept_as(_Columns, _columns, _beside_of)


SPARE, AFTER = "spare", "after"
"""In the folder of a build: the site before, which becomes the next one; and what takes its place where none was."""


def publish(made: Output, site: Path, work: Path, ahead: Ledger | None = None, *, is_ours: bool = False) -> None:
    """Put what was made in the place of ``site``. What stood there is kept in ``work``, for the next time.

    ``ahead`` is what was laid out in ``SPARE`` already, and in ``AFTER``, where nothing was published before. Where
    nobody else can have been at the site before (``is_ours``), it is not looked at.
    """
    spare, after = work / SPARE, work / AFTER
    known, now = _known(work, made.seal), differing(made.known, made.files)
    stands = not ahead and (is_ours or times_of(spare, known.spare) == known.spare)
    times = known.spare if stands else Times()
    replaced = differing(ahead, made.files) if ahead else {*known.differs, *now}
    if not ((ahead or times) and bring(made, spare, replaced)):
        mirror(made, spare)
        times = {}
    touched = folders_of(replaced)
    same = {name: time for name, time in times.items() if name not in touched}
    swap(spare, site, spare)
    others = touched if times else folders_of(made.files)  # a folder that came has files that are replaced
    published = same | times_of(site, others) if _is_shared(made, site) else Times()
    before = known.site
    if ahead and after.is_dir() and not spare.exists():
        after.rename(spare)
        before, now = times_of(spare, folders_of(ahead)), differing(ahead, made.files)
    shutil.rmtree(after, ignore_errors=True)
    version = digest(program(), kept.seal(ledger_of(made.path)))
    kept.keep(_notes(work), BESIDE, version, Beside(published, before, sorted(now)))


def is_spare_as_known(made: Path, work: Path) -> bool:
    """Whether nobody touched the site before; ``made`` is the folder where sites are made."""
    known = _known(work, kept.seal(ledger_of(made)))
    return bool(known.spare) and times_of(work / SPARE, known.spare) == known.spare


def recall_published(made: Path, work: Path) -> None:
    """Have at hand what is known of the published site, for whoever publishes the next one (``kept.ahead``)."""
    _known(work, kept.seal(ledger_of(made)))


def _known(work: Path, seal: str) -> Beside:
    """What is known, when it fits what is known of what was made."""
    return kept.recall(_notes(work), BESIDE, digest(program(), seal), Beside({}, {}, []))


def _notes(work: Path) -> Path:
    return work / "spare.json"


def times_of(folder: Path, names: Iterable[str]) -> Times:
    """The time of each of some folders below a folder, of those that are there."""
    found = ((name, time_of(folder, name)) for name in names)
    return {name: time for name, time in found if time is not None}


def _is_shared(made: Output, site: Path) -> bool:
    """Whether the site has the files of what was made, and no copies of them."""
    return all(os.path.samefile(made.path / name, site / name) for name in islice(made.files, 1))


def bring(made: Output, target: Path, names: Set[str]) -> bool:
    """Let a folder hold these files as they were made; all others are right. False where something is in the way."""
    try:
        for name in names - made.files.keys():
            _unlink(f"{target}/{name}")
            remove_empty(target, name)
        for name in names & made.files.keys():
            _unlink(f"{target}/{name}")
            share(f"{made.path}/{name}", f"{target}/{name}")
    except OSError:
        return False
    return True


def _unlink(file: str) -> None:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(file)


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
    """Let a file stand under a name that is free. (``files.share`` makes room first, which takes longer.)"""
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
