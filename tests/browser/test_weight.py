"""No page weighs more than a phone between two meetings bears, and nothing on it jumps while it comes.

How long it takes is for the benchmark (`make bench-weight`); what is the same on every machine is held here.
"""

from __future__ import annotations

import pytest
import weight
from hosting import served
from test_pages import PAGES, SINGLE, SIZES, path_of

pytestmark = pytest.mark.browser

HTML = 40 * 1024
NETWORK = 250 * 1024
SHIFT = 0.05
LONGER = {"kaart": 54 * 1024, "map": 54 * 1024, "bijdragen": 60 * 1024, "contribute": 60 * 1024}
"""Folders with pages that are longer than what is read there: the map draws 300 municipalities, each with its name and
number; the form of a kind asks everything that the kind may say, each with its help."""


def test_an_item_page_weighs_little(browser, own_site):
    """The first visit, compressed, without search: bytes over the network, layout shift."""
    site = own_site("mkdocs")
    with served(site) as address:
        for name in PAGES:
            if name == "404" or "?" in path_of(name, site):
                continue
            for width, height in SIZES.values():
                found = weight.visit(
                    browser, address, path_of(name, site), site, screen={"width": width, "height": height}
                )
                assert found.network <= NETWORK, (name, found)
                assert found.cls <= SHIFT, (name, found)
            assert name in SINGLE or found.requests < 20, (name, found)
        for width, height in SIZES.values():
            viewport = {"width": width, "height": height}
            assert weight.visit(browser, address, "zoeken/", site, viewport=viewport).cls <= SHIFT, viewport


def test_every_page_has_little_html(own_site):
    """Of the site in each language: items, listings and every other page, however much the commons holds."""
    site = own_site("mkdocs")
    sizes = {path.parent.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("index.html")}
    most = {name: LONGER.get(name.removeprefix("en/").split("/")[0], HTML) for name in sizes}
    assert {name: size for name, size in sizes.items() if size > most[name]} == {}
    assert len(sizes) > 400
