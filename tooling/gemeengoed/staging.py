"""Staging a commons that was loaded: its edition in every language. Imported while a helper checks (``build``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import Memory, program
from gemeengoed.checking import Problems, Step, silent, without_collecting
from gemeengoed.edition import Edition, EditionName, Fate, select
from gemeengoed.i18n import Message
from gemeengoed.languages import LanguageSite, StagedParts, language_sites
from gemeengoed.load.stored import hashes_of
from gemeengoed.model import Commons
from gemeengoed.order import BuildRefusedError, Order
from gemeengoed.output import Output
from gemeengoed.problems import Severity
from gemeengoed.render.configuration import write_configuration
from gemeengoed.stage.addresses import addresses_in
from gemeengoed.stage.again import recall_staged, stage_again
from gemeengoed.stage.editor.page import what_is_left_out
from gemeengoed.stage.elsewhere import Absent, absent
from gemeengoed.stage.states import Files
from gemeengoed.stage.tree import stage
from gemeengoed.stage.write import write_tree
from gemeengoed.stage.written import place_in
from gemeengoed.standing import Said

ABSENT = TypeAdapter(list[tuple[str, str]])


def stage_parts(order: Order, memory: Memory, commons: Commons, checked: Callable[[], Problems]) -> StagedParts:
    """Stage the site in every language. Of the commons nothing is needed after this. Raises BuildRefusedError.

    Mostly there are no errors, so the edition of that case is made while a helper still checks.
    """
    root, settings, work, step = order.root, order.settings, order.work, order.step
    with kept.ahead(), without_collecting():
        edition = select(commons, order.edition, commons.history, ())
        parts = language_sites(settings, work, order.trees)
        for part in parts:
            recall_staged(edition, part.notes, str(part.language.locale))
    problems = checked()
    has_errors = any(problem.severity is Severity.ERROR for problem in problems)
    if has_errors and not order.keep_going:
        raise BuildRefusedError(problems)
    with step("stage"), without_collecting():
        edition = select(commons, order.edition, commons.history, problems) if has_errors else edition
        stage_languages(parts, root, edition, memory, work, order.jobs)
        for part in parts:
            configure(part, root, edition)
    return StagedParts(parts, _said(edition, problems, what_is_left_out(settings, root)), _noon(root, edition))


def stage_languages(
    parts: Sequence[LanguageSite], root: Path, edition: Edition, memory: Memory, work: Path, jobs: int
) -> Absent:
    """Stage an edition in every language; of each only what changed. Returns what some languages lack.

    A page says where it stands in the other languages, and which pages there are shows when all are staged. So they are
    staged with what was lacking the last time, and once more where something else is lacking now: few pages, if any.
    """
    files, settings = files_of(memory), edition.commons.settings
    known: list[tuple[str, str]] = kept.recall(work / "absent.json", ABSENT, program(), [])
    lacking = frozenset(known)
    while True:
        for part in parts:
            stage_again(edition, root, part.tree, part.notes, files, jobs, str(part.language.locale), lacking)
        trees = {str(part.language.locale): part.tree.files for part in parts}
        now = absent({locale: (addresses_in(settings, locale), paths) for locale, paths in trees.items()})
        if now == lacking:
            break
        lacking = now
        kept.write_down()  # the next round goes by it
    kept.keep(work / "absent.json", ABSENT, program(), sorted(lacking))
    return lacking


def configure(part: LanguageSite, root: Path, edition: Edition) -> None:
    """Write down how to render what is staged in a language."""
    place = place_in(edition.commons, part.language.locale)
    write_configuration(root, part.tree.path, part.made_at, part.configuration, part.language, place, part.theme_at)


def files_of(memory: Memory) -> Files:
    """Three hashes of every file: of all of it, of its front matter and links, and of these without its title.

    What git knows of it is apart.
    """
    return {path: hashes_of(row) for path, row in memory.seen.items()}


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
