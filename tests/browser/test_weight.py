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
LONG = {
    "design", "cards", "contributor", "letters", "new", "figures", "map", "organisations", "files", "balance",
    "membership", "network", "search", "404",
}  # fmt: skip
"""Pages that show all of something: they may have more HTML than the page of an item. (404 has another
file; the page of a network shows what belongs to it: 45 kB, more than the 40 that were wanted.)"""

SHEETS = {"reflection", "zelfreflectie-van-de-procesleider"}
"""A page with a sheet of twenty questions, each with its five answers, is longer by that sheet (12 KB)."""


def test_an_item_page_weighs_little(browser, own_site):
    """The first visit, compressed, without search: HTML, bytes over the network, layout shift."""
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
                assert name in LONG | SHEETS or found.html <= HTML, (name, found)
            assert name in SINGLE or found.requests < 20, (name, found)


def test_every_item_has_little_html(own_site):
    site = own_site("mkdocs")
    sizes = {path.parent.name: path.stat().st_size for path in (site / "methoden").glob("*/index.html")}
    assert {name: size for name, size in sizes.items() if size > HTML and name not in SHEETS} == {}
