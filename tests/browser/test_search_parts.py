"""Searching an index in parts: every page once, as it is now, and the figures beside the filters as many."""

from __future__ import annotations

import json

import pytest
from gemeengoed.search import parts
from playwright.sync_api import Browser
from sites import build_site, served

from commons import page, write_commons, write_files

pytestmark = pytest.mark.browser
TIPS = [f"commons/tips/tip-{number}.md" for number in range(6)]
SHOWN = "() => document.querySelectorAll('.gg-results li').length === 6"


def test_a_page_that_changed_is_found_once_and_as_it_is(tmp_path, monkeypatch, browser: Browser):
    monkeypatch.setattr(parts, "SMALL", 5)
    monkeypatch.setattr(parts, "PART", 60)
    monkeypatch.setattr(parts, "SHARE", 5)
    root = write_commons(tmp_path, {path: page(body="Over kwakzalverij.\n", title=f"Tip {path[-4]}") for path in TIPS})
    build_site(root)
    write_files(root, {TIPS[0]: page(body="Over kwakzalverij, maar anders.\n", title="Herschreven tip")})
    build_site(root)
    about = json.loads((root / "site/pagefind/parts.json").read_text())
    assert about["parts"][-1] == "later/" and about["stale"]
    with served(root / "site") as address:
        window = browser.new_page()
        window.goto(f"{address}zoeken/?q=kwakzalverij")
        window.wait_for_function(SHOWN)
        titles = window.locator(".gg-results h3").all_inner_texts()
        assert sorted(titles) == ["Herschreven tip", *(f"Tip {number}" for number in range(1, 6))]
        box = window.locator(".gg-filters label:has(input[name=kind][value=Tip]) .gg-number")
        assert box.text_content() == "6"
        window.goto(f"{address}zoeken/?kind=Tip")
        window.wait_for_function(SHOWN)
        assert box.text_content() == "6"
        window.goto(f"{address}zoeken/?kind=Tip&sort=date")  # each part is in order: they are put together
        window.wait_for_function(SHOWN)
        assert sorted(window.locator(".gg-results h3").all_inner_texts()) == sorted(titles)
        window.close()
