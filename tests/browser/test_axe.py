"""WCAG 2.2 AA as far as a program sees it: axe-core finds nothing on any sort of page, wide, narrow, light, dark."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from axe import violations
from gemeengoed.kinds import KINDS
from sites import served
from test_pages import ADDRESSES, IN_ENGLISH, PAGES, in_english, opened, path_of

pytestmark = pytest.mark.browser

FOLDERS = [kind.folder for kind in KINDS] + ["skills", "organisations", "contributors", "themes", "regions"]
LISTS = ["", *(ADDRESSES.page(name) for name in ("new", "figures", "calendar", "connections", "balance", "skills"))]


def fullest(site: Path) -> list[str]:
    """The longest page of every sort that a site has: most of what can go wrong is there."""
    pages = []
    for folder in map(ADDRESSES.page, FOLDERS):
        inside = (site / folder).glob("*/index.html")
        pages += [f"{folder}{longest.parent.name}/" for longest in sorted(inside, key=_size)[-1:]]
    return pages


def _size(page: Path) -> tuple[int, str]:
    return page.stat().st_size, page.parent.name


def faults(window, paths: Iterable[str]) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        page = window.go(path)
        if "?q=" in path:
            page.locator(".gg-results li").first.wait_for()
            page.locator(".gg-filters summary").first.click()
        found[path] = violations(page)
    window.wrong[:] = [line for line in window.wrong if "404" not in line]  # the page that is not there
    return {path: lines for path, lines in found.items() if lines}


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("phone", "dark")])
def test_every_sort_of_page(visit, own_site, size, scheme):
    window = opened(visit, size, scheme)
    assert faults(window, [path_of(name, own_site("mkdocs")) for name in PAGES]) == {}


@pytest.mark.parametrize(("size", "scheme", "names"), IN_ENGLISH, ids=["wide-dark", "phone-light"])
def test_every_sort_of_page_in_english(visit, own_site, size, scheme, names):
    window = opened(visit, size, scheme)
    assert faults(window, [in_english(path_of(name, own_site("mkdocs"))) for name in names]) == {}


def test_the_fullest_pages_of_the_demonstration(visit, demo_site):
    """In a window of 320 px: what somebody sees who enlarges a page four times."""
    window = visit(viewport={"width": 320, "height": 740}, color_scheme="light")
    with served(demo_site) as window.address:
        window.wrong.clear()
        paths = [*LISTS, *fullest(demo_site)]
        assert len(paths) > 18
        assert faults(window, paths) == {}
        window.wrong[:] = [line for line in window.wrong if not line.startswith(window.address)]


def test_with_the_menu_open_on_a_phone(visit):
    page = visit(viewport={"width": 360, "height": 740}).go("")
    page.locator(".gg-bar__menu").click()
    page.locator("#gg-menu a").first.wait_for()
    assert violations(page) == []
