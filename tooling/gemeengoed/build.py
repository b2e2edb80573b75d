"""Building: load, check, stage, render, index, and the new site in the place of the old one, whole.

What stages and what renders are imported when the commons is being loaded: in two processes, where that is possible.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gemeengoed import kept, standing
from gemeengoed.cache import Memory
from gemeengoed.checking import Step, load_and_begin, recall_memory, silent, without_collecting
from gemeengoed.edition import EditionName
from gemeengoed.order import BuildRefusedError, Order
from gemeengoed.processes import apart, can_copy, cores
from gemeengoed.publish import NotASiteError, alone, publish, require_site, restore
from gemeengoed.render import Engine
from gemeengoed.settings import Settings
from gemeengoed.standing import WORK, Choices, Said, Sources
from gemeengoed.untouched import Untouched, sites, trees

if TYPE_CHECKING:
    from gemeengoed.languages import StagedParts
    from gemeengoed.rendering import Made

__all__ = ["WORK", "BuildRefusedError", "Built", "NotASiteError", "build", "make"]


ASKED_SOON, ASKED_LATE = 5, 15
"""How far helpers let others go first (nice(2)), whose work is asked for when the commons is loaded, and when the site
is rendered."""


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
    sources: Sources | None = None,
    step: Step = silent,
) -> Built:
    """Build the site of a commons into ``site``, replacing what stands there in one move.

    ``jobs`` says how many processes may share the work; by default as many as there are processors. ``sources`` are
    those of whoever looked just now and saw that something is to be built.
    Raises BuildRefusedError when the commons has errors and ``keep_going`` is off, NotASiteError when something else
    stands at ``site``, RenderError and SearchIndexError when a tool fails. In every case what stands there stays.
    """
    start = time.monotonic()
    choices = Choices(site, edition, engine, keep_going)
    require_site(site)
    if sources is None:
        sources = standing.state_of_sources(root, settings, choices)
        if not clean and (said := standing.recall(root, choices, sources.state)):
            return Built(said, time.monotonic() - start)
    work, jobs = choices.work(root), jobs or cores()
    with alone(root / WORK):
        restore(site)
        if clean:
            shutil.rmtree(work, ignore_errors=True)
        of_trees, of_sites = Untouched(), Untouched()
        if work.exists() and jobs > 1 and can_copy():
            of_trees.look_beside(trees, settings, work, ASKED_SOON)
            of_sites.look_beside(sites, settings, work, ASKED_LATE)
        with without_collecting():
            memory = recall_memory(root, settings)
        order = Order(
            root, settings, work, edition, engine, keep_going, jobs, step, site, of_trees, of_sites, sources.found
        )
        with without_collecting() if memory.files else nullcontext():
            made = make(order, memory)
            publish(made.site, site, work, made.ahead, is_ours=made.is_spare_ours)
            standing.keep(root, choices, sources.state, made.site.files, made.said)
    return Built(made.said, time.monotonic() - start)


def make(order: Order, memory: Memory) -> Made:
    """Make the site of a commons, from what an earlier run left. Raises what ``build`` raises.

    Where possible it is staged in a copy of this process. This one gets ready to render meanwhile. After an edit it
    renders while the copy writes down what it knows for the next run; after all was staged that would take too much
    memory.
    """
    stage = partial(_stage, order, memory)
    is_apart = order.jobs > 1 and can_copy() and not kept.is_holding()
    get_ready = partial(_get_ready, order)
    work = partial(_holding, stage) if memory.files else stage
    with apart(work, kept.write_down, get_ready) if is_apart else nullcontext(stage()) as staged:
        from gemeengoed import rendering

        return rendering.render_parts(order, staged)


def _get_ready(order: Order) -> None:
    from gemeengoed import rendering

    rendering.get_ready(order)


def _holding(stage: Callable[[], StagedParts]) -> StagedParts:
    kept.hold()
    return stage()


def _stage(order: Order, memory: Memory) -> StagedParts:
    """Load, check and stage. What stages is imported while a helper checks."""
    commons, checked = load_and_begin(order.root, order.settings, order.step, order.jobs, memory, order.found)
    from gemeengoed import staging

    return staging.stage_parts(order, memory, commons, checked)
