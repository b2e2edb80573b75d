"""Gatherings in time: what is to come and has been, a page per month, calendars to subscribe to, and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.stage.calendar.decisions import decision_pages
from gemeengoed.stage.calendar.feeds import calendar_address, calendar_files
from gemeengoed.stage.calendar.lists import list_pages
from gemeengoed.stage.calendar.months import month_pages
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

__all__ = ["calendar_address", "calendar_files", "calendar_pages"]


def calendar_pages(site: Site) -> Iterator[StagedPage]:
    """The list of gatherings, the months, and the decisions by network."""
    yield from list_pages(site)
    yield from month_pages(site)
    yield from decision_pages(site)
