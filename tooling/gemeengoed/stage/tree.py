"""The staged tree: what makes its pages and files, and all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from gemeengoed.edition import Edition, EditionName
from gemeengoed.load.files import Found, walk
from gemeengoed.stage.belonging import membership_pages
from gemeengoed.stage.calendar import calendar_files, calendar_pages
from gemeengoed.stage.check_pages import check_pages
from gemeengoed.stage.choosing import choosing_units
from gemeengoed.stage.connection_pages import connection_pages
from gemeengoed.stage.contribute import form_pages, names_file
from gemeengoed.stage.design import design_page
from gemeengoed.stage.editor.page import editor_copies, editor_files
from gemeengoed.stage.elsewhere import Absent, with_languages
from gemeengoed.stage.exchange import exchange_pages
from gemeengoed.stage.facets import facet_units
from gemeengoed.stage.feed_files import feed_units, feeds_page
from gemeengoed.stage.feeds import followed
from gemeengoed.stage.figures import figures_page
from gemeengoed.stage.finding.browse import pair_units
from gemeengoed.stage.finding.gone import address_units
from gemeengoed.stage.finding.letters import letter_units
from gemeengoed.stage.finding.old_addresses import redirect_files
from gemeengoed.stage.finding.search_page import search_page
from gemeengoed.stage.finding.words_file import words_file
from gemeengoed.stage.for_machines import machine_files, root_robots, root_site_map
from gemeengoed.stage.icons import drawn_once
from gemeengoed.stage.initiatives import initiative_pages
from gemeengoed.stage.items import item_units
from gemeengoed.stage.linked_data import described
from gemeengoed.stage.listings import listing_units
from gemeengoed.stage.manifest import manifest_file
from gemeengoed.stage.network_map import network_map_page
from gemeengoed.stage.networks import network_units
from gemeengoed.stage.open_data.api import api_units
from gemeengoed.stage.page import Staged, StagedFile, StagedPage, Unit
from gemeengoed.stage.print_cards import print_card_units
from gemeengoed.stage.questions import question_units
from gemeengoed.stage.reservation import marked, root_files
from gemeengoed.stage.service import service_pages
from gemeengoed.stage.site import Site
from gemeengoed.stage.social import social_file
from gemeengoed.stage.special import file_pages, special_units
from gemeengoed.stage.sums import balance_pages
from gemeengoed.stage.texts import media_path
from gemeengoed.stage.written import folder_in, folder_of

__all__ = ["StagedPage", "copies_of", "finished", "root_files", "stage", "units"]

UNITS: tuple[Callable[[Site], Iterator[Unit]], ...] = (
    listing_units,
    item_units,
    print_card_units,
    feed_units,
    api_units,
    pair_units,
    letter_units,
    question_units,
    network_units,
    facet_units,
    choosing_units,
    address_units,
    special_units,
)
"""What makes pages and files that are made again one by one."""

PAGES: tuple[Callable[[Site], Iterable[StagedPage]], ...] = (
    design_page,
    search_page,
    file_pages,
    check_pages,
    calendar_pages,
    network_map_page,
    figures_page,
    initiative_pages,
    feeds_page,
    exchange_pages,
    connection_pages,
    balance_pages,
    membership_pages,
    form_pages,
    service_pages,
)
"""What makes pages that are made again together, with whatever one of them was made of."""

FILES: tuple[Callable[[Site], Iterator[tuple[str, str]]], ...] = (
    calendar_files,
    names_file,
    social_file,
    words_file,
    redirect_files,
    editor_files,
)
"""What makes texts that are no pages (calendars, lists of names): pairs of the path on the site and the text. Those of
one function are made again together."""

ONCE: tuple[Callable[[Site], Iterator[tuple[str, str]]], ...] = (manifest_file, machine_files)
"""The same, of what stands once for all languages, at the root."""


def stage(
    edition: Edition, root: Path, language: str = "", absent: Absent = frozenset()
) -> tuple[dict[str, str], dict[str, Path]]:
    """The staged tree in a language: texts by path, and the files that are copied as they are, by path."""
    site = Site(edition, language, absent)
    staged = [finished(site, one) for _, make in units(site) for one in make()]
    reserved = {one.path: one.reserved for one in staged if one.reserved is not None}
    staged += [one for make in ROOT.values() for one in make(site, reserved)]
    return {one.path: one.text() for one in staged}, copies_of(site, root)


def units(site: Site) -> Iterator[Unit]:
    """Every page and file of the site but those of its root, in units that are made again by themselves."""
    yield from ((make.__name__, partial(make, site)) for make in PAGES)
    yield from ((make.__name__, partial(_texts, make, site)) for make in (*FILES, *(ONCE if site.is_first else ())))
    for several in UNITS:
        yield from several(site)


def _texts(make: Callable[[Site], Iterator[tuple[str, str]]], site: Site) -> Iterator[StagedFile]:
    return (StagedFile(path, text) for path, text in make(site))


AtRoot = Callable[[Site, Mapping[str, bool]], Iterator[StagedFile]]

ROOT: Mapping[str, AtRoot] = {
    "root reserved": root_files,
    "root site map": root_site_map,
    "root robots": root_robots,
}
"""What makes the files of the root that tell of all pages, from their paths and whether each is reserved."""


def finished(site: Site, one: Staged) -> Staged:
    """A page with what every page says: is it reserved, which feeds follow it, its other languages, and what it is.

    Its icons are drawn once. Whatever everybody may read holds no e-mail address that a program could gather.
    """
    if isinstance(one, StagedPage):
        one = drawn_once(described(site, with_languages(site, followed(site, marked(site, one)))))
    return one.without_addresses() if site.edition.name is EditionName.PUBLIC else one


def copies_of(site: Site, root: Path) -> dict[str, Path]:
    """The files that are copied as they are."""
    copies = {media_path(site, path): root / path for path in sorted(site.edition.media) if (root / path).is_file()}
    copies |= editor_copies(site)
    own = {"docs/", folder_in(site.language, site.settings)}
    found = [(folder_of(found.path, site.settings), found.path) for found in _assets(root)]
    return copies | {path.removeprefix(folder): root / path for folder, path in sorted(found) if folder in own}


def _assets(root: Path) -> Iterator[Found]:
    """Files beside the hand-written pages."""
    return (
        found
        for found in walk(root, "docs")
        if found.is_regular and not found.is_link and not found.path.endswith(".md")
    )
