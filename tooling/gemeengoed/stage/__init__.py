"""Staging: an edition of a commons to a tree of plain Markdown, front matter and data files.

Pure functions from the model to texts; ``write`` puts them on disk, ``again`` makes only what an edit touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from gemeengoed.edition import Edition
from gemeengoed.load.files import Found, walk
from gemeengoed.stage.check_pages import check_pages
from gemeengoed.stage.items import item_units, media_path
from gemeengoed.stage.listings import listing_units
from gemeengoed.stage.manifest import manifest
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.reservation import marked, root_files
from gemeengoed.stage.site import Site
from gemeengoed.stage.special import file_pages, special_pages

__all__ = ["StagedPage", "copies_of", "stage", "texts_besides", "units"]


def stage(edition: Edition, root: Path) -> tuple[dict[str, str], dict[str, Path]]:
    """The staged tree: texts by path, and the files that are copied as they are, by path."""
    site = Site(edition)
    staged = [marked(site, page) for page in pages(site)]
    texts = {page.path: page.text() for page in staged}
    return {**texts, **texts_besides(site, staged)}, copies_of(site, root)


def pages(site: Site) -> Iterator[StagedPage]:
    """Every page of the site."""
    for _, make in units(site):
        yield from make()


def units(site: Site) -> Iterator[Unit]:
    """Every page of the site, in units that are made again by themselves. What reads much is a unit of its own."""
    yield "special", partial(special_pages, site)
    yield "files", partial(file_pages, site)
    yield from listing_units(site)
    yield from item_units(site)
    yield "checks", partial(check_pages, site)


def texts_besides(site: Site, staged: Iterable[StagedPage]) -> dict[str, str]:
    """The texts of the tree that are no pages."""
    return {"manifest.json": manifest(site), **root_files(site, staged)}


def copies_of(site: Site, root: Path) -> dict[str, Path]:
    """The files that are copied as they are."""
    copies = {media_path(site, path): root / path for path in sorted(site.edition.media) if (root / path).is_file()}
    return copies | {found.path.removeprefix("docs/"): root / found.path for found in _assets(root)}


def _assets(root: Path) -> Iterator[Found]:
    """Files beside the hand-written pages."""
    return (
        found
        for found in walk(root, "docs")
        if found.is_regular and not found.is_link and not found.path.endswith(".md")
    )
