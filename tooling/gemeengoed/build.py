"""Building: load, check, stage, render, index, and the new site in the place of the old one, whole."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gemeengoed.checks import run_checks
from gemeengoed.edition import Edition, EditionName, select
from gemeengoed.history import read_history
from gemeengoed.load import load
from gemeengoed.model import Commons
from gemeengoed.problems import Problem, Severity
from gemeengoed.render import ENGINES, Engine
from gemeengoed.render.configuration import write_configuration
from gemeengoed.search import index
from gemeengoed.settings import Settings
from gemeengoed.stage import stage
from gemeengoed.stage.write import write_tree

WORK = ".gemeengoed"
"""The folder for everything between source and site; it may be thrown away at any time."""

Step = Callable[[str], AbstractContextManager[object]]


class BuildRefusedError(Exception):
    """The commons has errors, so nothing was published; ``site/`` is as it was."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the commons has errors")
        self.problems = problems


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

    Raises BuildRefusedError when the commons has errors and ``keep_going`` is off, RenderError and SearchIndexError
    when a tool fails. In every case the old site stands.
    """
    start = time.monotonic()
    restore(site)
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
        _fix_clock(chosen)
        ENGINES[engine](configuration, fresh)
    with step("index"):
        index(fresh)
    swap(fresh, site)
    return Built(chosen, problems, time.monotonic() - start)


def load_and_check(
    root: Path, settings: Settings, step: Step = silent, today: date | None = None
) -> tuple[Commons, tuple[Problem, ...]]:
    """The commons in ``root`` and everything that is wrong with it."""
    with step("history"):
        history = read_history(root)
    with step("load"):
        commons = load(root, settings, history, today)
    with step("check"):
        return commons, run_checks(commons)


def stage_edition(
    root: Path, commons: Commons, name: EditionName, problems: tuple[Problem, ...], tree: Path, step: Step = silent
) -> Edition:
    """Stage one edition into ``tree``; returns it."""
    with step("stage"):
        edition = select(commons, name, commons.history, problems)
        texts, copies = stage(edition, root)
        write_tree(tree, texts, copies)
    return edition


def _fix_clock(edition: Edition) -> None:
    """Let the engine date its files by the last change of the commons, so that equal sources give equal bytes."""
    days = [revision.changed for revision in edition.history.revisions.values()]
    if days and "SOURCE_DATE_EPOCH" not in os.environ:
        noon = time.mktime(max(days).timetuple()) + 12 * 3600
        os.environ["SOURCE_DATE_EPOCH"] = str(int(noon))


def swap(fresh: Path, site: Path) -> None:
    """Put the folder ``fresh`` in the place of ``site``. Killed between the two moves, ``restore`` brings it back."""
    site.parent.mkdir(parents=True, exist_ok=True)
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    shutil.move(fresh, site)
    shutil.rmtree(old, ignore_errors=True)


def restore(site: Path) -> None:
    """Bring back the old site where an earlier build was killed while it was being replaced."""
    old = _old(site)
    if old.is_dir() and not site.exists():
        old.rename(site)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")
