"""Making the site of what is staged: rendered, indexed, put together. Imported while that is staged (``build``)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from gemeengoed import kept
from gemeengoed.ahead import laid_ahead
from gemeengoed.checking import without_collecting
from gemeengoed.languages import StagedParts, keep_output, put_together
from gemeengoed.ledger import Ledger
from gemeengoed.order import Order
from gemeengoed.output import Output
from gemeengoed.publish import SPARE, recall_published
from gemeengoed.render import PREPARE
from gemeengoed.search import recall_index, update_index
from gemeengoed.social_pictures import place_pictures
from gemeengoed.standing import Said
from gemeengoed.works import configuration_of, recall_ledger, site_of, tree_of, works_of


class Made(NamedTuple):
    """What there is to tell, the site that was made, and what of it is laid out already (``laid_ahead``).

    ``is_spare_ours`` says that nobody can have been at the site before the published one.
    """

    said: Said
    site: Output
    ahead: Ledger
    is_spare_ours: bool = False


def get_ready(order: Order) -> None:
    """Have at hand what rendering begins with, while another process stages."""
    with kept.ahead(), without_collecting():
        for own in works_of(order.settings, order.work):
            recall_ledger(tree_of(own))
            if order.engine in PREPARE:
                PREPARE[order.engine](configuration_of(own), site_of(own))
            recall_ledger(site_of(own))
            recall_index(own)
        recall_published(site_of(order.work), order.work)


def render_parts(order: Order, staged: StagedParts) -> Made:
    """Make the site of what was staged. Raises RenderError, SearchIndexError."""
    step, work, jobs = order.step, order.work, order.jobs
    parts = [replace(part, untouched=order.sites) for part in staged.parts]
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
    return Made(staged.said, made, ahead, work / SPARE in order.sites)


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
