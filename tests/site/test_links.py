"""Every link of the repository's own built site leads somewhere, to a heading that is there too."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest
from gemeengoed.i18n import translator
from gemeengoed.kinds.common import Audience, Status
from gemeengoed.load import load
from gemeengoed.settings import read_settings
from gemeengoed.stage.addresses import Addresses
from sites import html_pages, parse, with_class


@pytest.fixture(scope="module")
def site(own_site) -> Path:
    return own_site("mkdocs")


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Element]:
    return {path: parse(site / path) for path in html_pages(site) if path != "404.html"}


def targets(page: Element) -> set[str]:
    found = {
        element.get(name) for element in page.iter() for name in ("href", "src", "action") if element.tag != "base"
    }
    return {target for target in found if target and not target.startswith(("http://", "https://", "mailto:"))}


def test_every_link_inside_the_site_leads_somewhere(site, pages):
    anchors = {path: {element.get("id") for element in page.iter()} | {""} for path, page in pages.items()}
    dead = set()
    for path, page in pages.items():
        for target in targets(page):
            parts = urlsplit(urljoin(f"https://x/{path}", target))
            file = unquote(parts.path).lstrip("/") + ("index.html" if parts.path.endswith("/") else "")
            # Material marks the place that its own script fills with an empty fragment or one of its parts.
            wrong_anchor = (
                file in anchors and parts.fragment not in anchors[file] and not parts.fragment.startswith("__")
            )
            if not (site / file).is_file() or wrong_anchor:
                dead.add((path, target))
    assert dead == set()


def test_links_to_elsewhere_are_whole(pages):
    for path, page in pages.items():
        for link in page.iter("a"):
            target = link.get("href", "")
            assert target or link.get("name") or "href" not in link.attrib, (path, link.attrib)
            if target.startswith("http"):
                assert urlsplit(target).netloc, (path, target)


def test_every_item_has_its_page_and_stands_in_its_listing(site, pages):
    commons = load(site.parent, read_settings(site.parent))
    addresses = Addresses(translator("nl"))
    for ref, item in commons.items.items():
        if item.fields.audience is Audience.PUBLIC and item.fields.status is Status.PUBLISHED:
            listing = addresses.page(item.kind.folder)
            assert f"{addresses.page(ref)}index.html" in pages
            cards = with_class(pages[f"{listing}index.html"], "gg-card__title")
            links = {urljoin(f"/{listing}", link.get("href", "")) for card in cards for link in card.iter("a")}
            assert f"/{addresses.page(ref)}" in links, ref
