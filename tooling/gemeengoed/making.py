"""Making a site of a commons that was loaded: staged, rendered, indexed. Imported while a helper checks (``build``)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from typing import NamedTuple

from gemeengoed.ahead import laid_ahead
from gemeengoed.cache import Memory
from gemeengoed.checking import Problems, Step, silent, without_collecting
from gemeengoed.edition import Edition, EditionName, Fate, select
from gemeengoed.i18n import Message
from gemeengoed.languages import (
    LanguageSite,
    files_of,
    keep_output,
    language_sites,
    put_together,
    stage_languages,
)
from gemeengoed.model import Commons
from gemeengoed.order import BuildRefusedError, Order
from gemeengoed.output import Ledger, Output
from gemeengoed.problems import Severity
from gemeengoed.processes import can_copy
from gemeengoed.render import PREPARE
from gemeengoed.search import update_index
from gemeengoed.social_pictures import place_pictures
from gemeengoed.stage.again import stage_again
from gemeengoed.stage.editor.page import what_is_left_out
from gemeengoed.stage.tree import stage
from gemeengoed.stage.write import write_tree
from gemeengoed.standing import Said
from gemeengoed.untouched import sites


class StagedParts(NamedTuple):
    """The site in every language, staged; what is to be told, and the noon of ``_noon``."""

    parts: tuple[LanguageSite, ...]
    said: Said
    noon: datetime


class Made(NamedTuple):
    """What there is to tell, the site that was made, and what of it is laid out already (``laid_ahead``)."""

    said: Said
    site: Output
    ahead: Ledger


def stage_parts(order: Order, memory: Memory, commons: Commons, checked: Callable[[], Problems]) -> StagedParts:
    """Stage the site in every language. Of the commons nothing is needed after this. Raises BuildRefusedError."""
    root, settings, work, step = order.root, order.settings, order.work, order.step
    parts = language_sites(settings, work, order.untouched)
    if memory.files and order.engine in PREPARE:
        PREPARE[order.engine]()  # a helper still checks
    problems = checked()
    if memory.files and order.jobs > 1 and can_copy():
        order.untouched.look_beside(sites, settings, work)
    if any(problem.severity is Severity.ERROR for problem in problems) and not order.keep_going:
        raise BuildRefusedError(problems)
    with step("stage"), without_collecting():
        edition = select(commons, order.edition, commons.history, problems)
        stage_languages(parts, root, edition, memory, work, order.jobs)
        for part in parts:
            part.configure(root, edition)
    return StagedParts(parts, _said(edition, problems, what_is_left_out(settings, root)), _noon(root, edition))


def render_parts(order: Order, staged: StagedParts) -> Made:
    """Make the site of what was staged. Raises RenderError, SearchIndexError."""
    step, work, jobs, parts = order.step, order.work, order.jobs, staged.parts
    with step("render"), _fixed_clock(staged.noon):
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
    return Made(staged.said, made, ahead)


def stage_edition(
    root: Path,
    commons: Commons,
    name: EditionName,
    problems: Problems,
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


def _said(edition: Edition, problems: Problems, left_out: Message | None) -> Said:
    rejected = sum(outcome.fate is Fate.REJECTED for outcome in (*edition.outcomes, *edition.withheld))
    notices = tuple(notice for notice in (edition.history.notice, left_out) if notice)
    return Said(problems, len(edition.items), rejected, notices)


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
