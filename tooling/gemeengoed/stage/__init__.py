"""Staging: an edition of a commons to a tree of plain Markdown, front matter and data files.

Pure functions from the model to texts; ``write`` puts them on disk, and touches only what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from gemeengoed.edition import Edition
from gemeengoed.load.files import Found, walk
from gemeengoed.stage.belonging import membership_pages
from gemeengoed.stage.calendar import calendar_files, calendar_pages
from gemeengoed.stage.check_pages import check_pages
from gemeengoed.stage.connection_pages import connection_pages
from gemeengoed.stage.exchange import exchange_pages
from gemeengoed.stage.facets import facet_pages
from gemeengoed.stage.feed_files import feed_files, feeds_page
from gemeengoed.stage.feeds import followed
from gemeengoed.stage.figures import figures_page
from gemeengoed.stage.initiatives import initiative_pages
from gemeengoed.stage.items import item_pages, media_path
from gemeengoed.stage.listings import listing_pages
from gemeengoed.stage.manifest import manifest
from gemeengoed.stage.network_map import network_map_page
from gemeengoed.stage.networks import network_pages
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.questions import question_pages
from gemeengoed.stage.reservation import marked, root_files
from gemeengoed.stage.site import Site
from gemeengoed.stage.special import special_pages
from gemeengoed.stage.sums import balance_pages

__all__ = ["StagedPage", "stage"]

PAGES: tuple[Callable[[Site], Iterator[StagedPage]], ...] = (
    special_pages,
    listing_pages,
    item_pages,
    check_pages,
    calendar_pages,
    network_map_page,
    facet_pages,
    figures_page,
    question_pages,
    network_pages,
    initiative_pages,
    feeds_page,
    exchange_pages,
    connection_pages,
    balance_pages,
    membership_pages,
)
"""What makes pages; each yields its own."""

FILES: tuple[Callable[[Site], Iterator[tuple[str, str]]], ...] = (
    calendar_files,
    feed_files,
)
"""What makes texts that are no pages (feeds, calendars, drawings): pairs of the path on the site and the text."""


def stage(edition: Edition, root: Path) -> tuple[dict[str, str], dict[str, Path]]:
    """The staged tree: texts by path, and the files that are copied as they are, by path."""
    site = Site(edition)
    staged = [followed(site, marked(site, page)) for page in pages(site)]
    texts = {page.path: page.text() for page in staged}
    texts["manifest.json"] = manifest(site)
    texts |= dict(file for make in FILES for file in make(site))
    texts |= root_files(site, staged)
    copies = {media_path(site, path): root / path for path in sorted(edition.media) if (root / path).is_file()}
    copies |= {found.path.removeprefix("docs/"): root / found.path for found in _assets(root)}
    return texts, copies


def pages(site: Site) -> Iterator[StagedPage]:
    """Every page of the site."""
    for make in PAGES:
        yield from make(site)


def _assets(root: Path) -> Iterator[Found]:
    """Files beside the hand-written pages."""
    return (
        found
        for found in walk(root, "docs")
        if found.is_regular and not found.is_link and not found.path.endswith(".md")
    )
