"""Building: load, check, stage, render, index, and the new site in the place of the old one, whole."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from datetime import time as clock
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gemeengoed import kept, standing
from gemeengoed.ahead import laid_ahead
from gemeengoed.cache import Memory
from gemeengoed.checking import Step, load_and_check, recall_memory, silent, without_collecting
from gemeengoed.edition import Edition, EditionName, Fate, select
from gemeengoed.i18n import Message
from gemeengoed.languages import (
    LanguageSite,
    files_of,
    keep_output,
    language_sites,
    put_together,
    recall_output,
    stage_languages,
)
from gemeengoed.model import Commons
from gemeengoed.output import Ledger, Output
from gemeengoed.problems import Problem, Severity
from gemeengoed.processes import apart, can_copy, cores
from gemeengoed.publish import SPARE, NotASiteError, alone, publish, require_site, restore
from gemeengoed.render import Engine
from gemeengoed.search import update_index
from gemeengoed.settings import Settings
from gemeengoed.social_pictures import place_pictures
from gemeengoed.stage.again import stage_again
from gemeengoed.stage.editor.page import what_is_left_out
from gemeengoed.stage.tree import stage
from gemeengoed.stage.write import write_tree
from gemeengoed.standing import WORK, Choices, Said
from gemeengoed.survey import is_much
from gemeengoed.untouched import Untouched, look_beside

__all__ = [
    "WORK",
    "BuildRefusedError",
    "Built",
    "NotASiteError",
    "build",
    "keep_output",
    "load_and_check",
    "recall_output",
    "stage_edition",
]


class BuildRefusedError(Exception):
    """The commons has errors, so nothing was published; ``site/`` is as it was."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class Built:
    """What a build said, and how long it took."""

    said: Said
    seconds: float


def build(
    root: Path,
    settings: Settings,
    site: Path,
    *,
    edition: EditionName = EditionName.PUBLIC,
    engine: Engine = Engine.MKDOCS,
    keep_going: bool = False,
    clean: bool = False,
    jobs: int | None = None,
    sources: str | None = None,
    step: Step = silent,
) -> Built:
    """Build the site of a commons into ``site``, replacing what stands there in one move.

    ``jobs`` says how many processes may share the work; by default as many as there are processors. ``sources`` is
    their state, from whoever looked just now and saw that something is to be built.
    Raises BuildRefusedError when the commons has errors and ``keep_going`` is off, NotASiteError when something else
    stands at ``site``, RenderError and SearchIndexError when a tool fails. In every case what stands there stays.
    """
    start = time.monotonic()
    choices = Choices(site, edition, engine, keep_going)
    require_site(site)
    if sources is None:
        sources = standing.state_of_sources(root, settings, choices)
        if not clean and (said := standing.recall(root, choices, sources)):
            return Built(said, time.monotonic() - start)
    work = choices.work(root)
    with alone(root / WORK):
        restore(site)
        if clean:
            shutil.rmtree(work, ignore_errors=True)
        memory, jobs = recall_memory(root, settings), jobs or cores()
        looked = look_beside(settings, work, jobs) if memory.files and work.exists() else frozenset
        order = Order(root, settings, work, edition, engine, keep_going, jobs, step, site, looked)
        with without_collecting() if memory.files else nullcontext():
            said, made, ahead = make(order, memory)
            publish(made, site, work, ahead, is_ours=work / SPARE in looked())
            standing.keep(root, choices, sources, made.files, said)
    return Built(said, time.monotonic() - start)


def _said(edition: Edition, problems: tuple[Problem, ...], left_out: Message | None) -> Said:
    rejected = sum(outcome.fate is Fate.REJECTED for outcome in (*edition.outcomes, *edition.withheld))
    notices = tuple(notice for notice in (edition.history.notice, left_out) if notice)
    return Said(problems, len(edition.items), rejected, notices)


@dataclass(frozen=True)
class Order:
    """What is to be made: of which commons, where, for whom, by what.

    ``work`` is a folder that stays from run to run; ``untouched`` tells which folders in it nobody can have changed
    since the last run. ``site`` is where it will be published, if it will.
    """

    root: Path
    settings: Settings
    work: Path
    edition: EditionName = EditionName.PUBLIC
    engine: Engine = Engine.MKDOCS
    keep_going: bool = False
    jobs: int = field(default_factory=cores)
    step: Step = silent
    site: Path | None = None
    untouched: Untouched = frozenset


class Made(NamedTuple):
    """What there is to tell, the site that was made, and what of it is laid out already (``laid_ahead``)."""

    said: Said
    site: Output
    ahead: Ledger


def make(order: Order, memory: Memory) -> Made:
    """Make the site of a commons, from what an earlier run left. Raises what ``build`` raises."""
    step, work, jobs = order.step, order.work, order.jobs
    is_anew = not work.exists() or is_much(order.root, memory)
    work_apart = jobs > 1 and is_anew and can_copy() and not kept.is_holding()
    stage_parts = partial(_stage_parts, order, memory)
    parts, said, noon = apart(stage_parts) if work_apart else stage_parts()
    with step("render"), _fixed_clock(noon):
        for part in parts:
            part.render(order.engine, jobs)
    made = parts[0].made
    with step("index"), laid_ahead(made, order.site, work) as ahead:
        for part in parts:
            update_index(part.made, part.work)
    put_together(parts, made)
    place_pictures([part.tree.path for part in parts], made, work / "pictures.json", jobs)
    made.prune()
    keep_output(made)
    return Made(said, made, ahead)


class StagedParts(NamedTuple):
    """The site in every language, staged; what is to be told, and the noon of ``_noon``."""

    parts: tuple[LanguageSite, ...]
    said: Said
    noon: datetime


def _stage_parts(order: Order, memory: Memory) -> StagedParts:
    """Stage the site in every language. Of the commons nothing is needed after this."""
    root, settings, work, step = order.root, order.settings, order.work, order.step
    commons, problems = load_and_check(root, settings, step, jobs=order.jobs, memory=memory)
    if any(problem.severity is Severity.ERROR for problem in problems) and not order.keep_going:
        raise BuildRefusedError(problems)
    parts = language_sites(settings, work, order.untouched())
    with step("stage"), without_collecting():
        edition = select(commons, order.edition, commons.history, problems)
        stage_languages(parts, root, edition, memory, work, order.jobs)
        for part in parts:
            part.configure(root, edition)
    return StagedParts(parts, _said(edition, problems, what_is_left_out(settings, root)), _noon(root, edition))


def stage_edition(
    root: Path,
    commons: Commons,
    name: EditionName,
    problems: tuple[Problem, ...],
    tree: Output,
    step: Step = silent,
    memory: Memory | None = None,
    jobs: int = 1,
) -> Edition:
    """Stage one edition into ``tree``; returns it. With the memory that it was loaded with, only what changed."""
    with step("stage"), without_collecting():
        edition = select(commons, name, commons.history, problems)
        if memory is None:
            write_tree(tree, *stage(edition, root))
        else:
            stage_again(edition, root, tree, tree.path.with_name("staged.json"), files_of(memory), jobs)
    return edition


def _noon(root: Path, edition: Edition) -> datetime:
    """Noon in UTC on the day of the last commit; without history, on that of the newest file."""
    days = [revision.changed for revision in edition.history.revisions.values()]
    if not days:
        paths = (root / file.path for file in edition.commons.files())
        days = [datetime.fromtimestamp(path.lstat().st_mtime, UTC).date() for path in paths if path.exists()]
    return datetime.combine(max(days, default=date(1970, 1, 1)), clock(12), UTC)


@contextmanager
def _fixed_clock(noon: datetime) -> Iterator[None]:
    """Let the engine date its files by the last change of the commons, so that equal sources give equal bytes."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        yield
        return
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
