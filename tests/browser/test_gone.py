"""An address that leads nowhere: the pages whose addresses are nearest, or the search and the list from A to Z."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def gone(browser, address):
    """Opens an address that leads nowhere, in a window of its own: browsers report a missing page as an error."""
    contexts = []

    def opened(path: str, **options: object) -> Page:
        contexts.append(browser.new_context(locale="nl-BE", **options))
        page = contexts[-1].new_page()
        answer = page.goto(address + path)
        assert answer is not None and answer.status == 404
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("methoden/intervisi/", "methoden/intervisie/"),  # a letter missing
        ("methode/intervisie", "methoden/intervisie/"),  # another folder
        ("praktijken/buurtbabel.html", "praktijken/buurtbabbel/"),
        ("tips/stuur-meer-collega/", "tips/stuur-meer-dan-een-collega/"),  # words missing
        ("themas/participati/", "themas/participatie/"),
        ("praktijkn/", "praktijken/"),
        ("methoden/intervisi%E0%A4/", "methoden/intervisie/"),  # half a sign
    ],
)
def test_the_nearest_page_is_suggested_first(gone, address, path, wanted):
    page = gone(path)
    first = page.locator(".gg-gone__found a").first
    first.wait_for()
    assert first.evaluate("(link) => link.href") == address + wanted


def test_what_is_like_nothing_is_searched_for(gone):
    page = gone("methoden/zxqj-wvkz/")
    expect(page.locator("#gg-q-404")).to_have_value("zxqj wvkz")
    expect(page.locator("#gg-gone form")).to_have_attribute("action", "/zoeken/")


def test_without_javascript_there_is_a_way_on(gone):
    page = gone("weg/", java_script_enabled=False)
    expect(page.locator(".gg-gone__found")).to_be_hidden()
    page.locator("#gg-gone a", has_text="Elke pagina van A tot Z").click()
    expect(page.locator("h1")).to_have_text("Van A tot Z")
