"""Building: load, check, stage, render, index, and the new site in the place of the old one, whole."""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path

from gemeengoed.cache import remember
from gemeengoed.checks import run_checks
from gemeengoed.edition import Edition, EditionName, select
from gemeengoed.history import recall_history
from gemeengoed.load import fill, frame
from gemeengoed.model import Commons
from gemeengoed.problems import Problem, Severity
from gemeengoed.render import ENGINES, Engine
from gemeengoed.render.configuration import write_configuration
from gemeengoed.search import index
from gemeengoed.settings import Settings
from gemeengoed.stage import stage
from gemeengoed.stage.write import place_root_files, write_tree
from gemeengoed.survey import survey_anew

WORK = ".gemeengoed"
"""The folder for everything between source and site; it may be thrown away at any time."""

Step = Callable[[str], AbstractContextManager[object]]


class BuildRefusedError(Exception):
    """The commons has errors, so nothing was published; ``site/`` is as it was."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the commons has errors")
        self.problems = problems


class NotASiteError(Exception):
    """What stands where the site must go is no site, and would be lost; the message says so."""


@dataclass(frozen=True)
class Built:
    """What a build did."""

    edition: Edition
    problems: tuple[Problem, ...]
    seconds: float


def silent(step: str) -> AbstractContextManager[object]:
    """Shows no progress."""
    return nullcontext()


def build(
    root: Path,
    settings: Settings,
    site: Path,
    *,
    edition: EditionName = EditionName.PUBLIC,
    engine: Engine = Engine.MKDOCS,
    keep_going: bool = False,
    clean: bool = False,
    step: Step = silent,
) -> Built:
    """Build the site of a commons into ``site``, replacing what stands there in one move.

    Raises BuildRefusedError when the commons has errors and ``keep_going`` is off, NotASiteError when something else
    stands at ``site``, RenderError and SearchIndexError when a tool fails. In every case what stands there stays.
    """
    start = time.monotonic()
    restore(site)
    require_site(site)
    work = root / WORK / str(edition) / str(engine)
    if clean:
        shutil.rmtree(work, ignore_errors=True)
    commons, problems = load_and_check(root, settings, step)
    if any(problem.severity is Severity.ERROR for problem in problems) and not keep_going:
        raise BuildRefusedError(problems)
    chosen = stage_edition(root, commons, edition, problems, work / "tree", step)
    fresh = work / "site"
    configuration = write_configuration(root, work / "tree", fresh, work / "mkdocs.yml")
    with step("render"):
        shutil.rmtree(fresh, ignore_errors=True)
        with _fixed_clock(root, chosen):
            ENGINES[engine](configuration, fresh)
    place_root_files(work / "tree", fresh)
    with step("index"):
        index(fresh)
    swap(fresh, site)
    return Built(chosen, problems, time.monotonic() - start)


def load_and_check(
    root: Path, settings: Settings, step: Step = silent, today: date | None = None, jobs: int | None = None
) -> tuple[Commons, tuple[Problem, ...]]:
    """The commons in ``root`` and everything that is wrong with it, by as many processes as there are cores."""
    memory = remember(root, "commons", settings.model_dump_json())
    with step("history"):
        history = recall_history(root, memory)
    with _without_collecting():
        with step("load"):
            empty = frame(root, settings, history, today, memory)
            told = survey_anew(empty, memory, jobs or os.cpu_count() or 1)
            commons = fill(empty, memory)
        with step("check"):
            problems = run_checks(commons, memory, told)
    memory.save()
    return commons, problems


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let nobody look for circles of garbage meanwhile: there are none, and looking takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.freeze()


def stage_edition(
    root: Path, commons: Commons, name: EditionName, problems: tuple[Problem, ...], tree: Path, step: Step = silent
) -> Edition:
    """Stage one edition into ``tree``; returns it."""
    with step("stage"):
        edition = select(commons, name, commons.history, problems)
        texts, copies = stage(edition, root)
        write_tree(tree, texts, copies)
    return edition


@contextmanager
def _fixed_clock(root: Path, edition: Edition) -> Iterator[None]:
    """Let the engine date its files by the last change of the commons, so that equal sources give equal bytes.

    That is the day of the last commit; without history, of the newest file. Noon in UTC, wherever one builds.
    """
    if "SOURCE_DATE_EPOCH" in os.environ:
        yield
        return
    days = [revision.changed for revision in edition.history.revisions.values()]
    if not days:
        paths = (root / file.path for file in edition.commons.files())
        days = [datetime.fromtimestamp(path.lstat().st_mtime, UTC).date() for path in paths if path.exists()]
    noon = datetime.combine(max(days, default=date(1970, 1, 1)), clock(12), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


def require_site(site: Path) -> None:
    """Raise NotASiteError where something stands at ``site`` that is no built site: replacing it would lose it."""
    is_there = site.exists() or site.is_symlink()
    is_empty = site.is_dir() and not any(site.iterdir())
    is_site = site.is_dir() and not site.is_symlink() and (site / "manifest.json").is_file()
    if is_there and not is_empty and not is_site:
        raise NotASiteError(f"{site} holds something else than a built site, and would be lost. Choose another folder.")


def swap(fresh: Path, site: Path) -> None:
    """Put the folder ``fresh`` in the place of ``site``. Killed between the two moves, ``restore`` brings it back."""
    site.parent.mkdir(parents=True, exist_ok=True)
    old, new = _beside(site, "old"), _beside(site, "new")
    for left in (old, new):
        shutil.rmtree(left, ignore_errors=True)
    shutil.move(fresh, new)  # may be another disk, and then takes a while; what follows does not
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def restore(site: Path) -> None:
    """Bring back the old site where an earlier build was killed while it was being replaced."""
    old = _beside(site, "old")
    if old.is_dir() and not site.exists():
        old.rename(site)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")
