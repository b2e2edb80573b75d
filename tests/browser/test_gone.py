"""An address that leads nowhere: the pages whose addresses are nearest, or the search and the list from A to Z."""

from __future__ import annotations

import pytest
from gemeengoed.stage.finding import gone as gone_files
from playwright.sync_api import Page, expect
from sites import build_site, served

from commons import SETTINGS, page, write_commons

pytestmark = pytest.mark.browser


@pytest.fixture
def gone(browser, address):
    """Opens an address that leads nowhere, in a window of its own: browsers report a missing page as an error."""
    contexts = []

    def opened(path: str, **options: object) -> Page:
        contexts.append(browser.new_context(locale="nl-BE", **options))
        shown = contexts[-1].new_page()
        answer = shown.goto(address + path)
        assert answer is not None and answer.status == 404
        return shown

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
        ("en/methods/intervisi/", "en/methods/intervisie/"),  # a host has one such page, in the first language
        ("en/practicse/", "en/practices/"),
        ("methoden/intervisi%E0%A4/", "methoden/intervisie/"),  # half a sign
    ],
)
def test_the_nearest_page_is_suggested_first(gone, address, path, wanted):
    shown = gone(path)
    first = shown.locator(".gg-gone__found a").first
    first.wait_for()
    assert first.evaluate("(link) => link.href") == address + wanted
    assert first.get_attribute("lang") == ("nl" if wanted == "en/methods/intervisie/" else None)


def test_a_long_list_is_asked_for_by_the_beginning_of_the_name(browser, tmp_path, monkeypatch):
    """Of five names three begin alike, and so do two of those once more."""
    monkeypatch.setattr(gone_files, "MOST", 2)
    names = ("intervisie", "interview", "inspraak", "een-tip", "zacht")
    tips = {f"commons/tips/{name}.md": page(title=f"Over {name}") for name in names}
    root = write_commons(tmp_path / "commons", tips)
    build_site(root)
    lists = {path.name: path.read_text() for path in (root / "site/tips").glob("addresses*.txt")}
    assert lists["addresses.txt"] == "e*\nins*\nint*\nz*\n"
    assert lists["addresses-int.txt"] == "interview\tOver interview\nintervisie\tOver intervisie\n"
    with served(root / "site") as address:
        shown = browser.new_page()
        asked = []
        shown.on("request", lambda request: asked.append(request.url))
        shown.goto(f"{address}tips/intervisi/")
        first = shown.locator(".gg-gone__found a").first
        first.wait_for()
        assert first.evaluate("(link) => link.href") == f"{address}tips/intervisie/"
        assert [url for url in asked if "/tips/addresses-" in url] == [f"{address}tips/addresses-int.txt"]
        shown.close()


def test_what_is_like_nothing_is_searched_for(gone):
    shown = gone("methoden/zxqj-wvkz/")
    expect(shown.locator("#gg-q-404")).to_have_value("zxqj wvkz")
    expect(shown.locator("#gg-gone form")).to_have_attribute("action", "/zoeken/")


def test_without_javascript_there_is_a_way_on(gone):
    shown = gone("weg/", java_script_enabled=False)
    expect(shown.locator(".gg-gone__found")).to_be_hidden()
    shown.locator("#gg-gone a", has_text="Elke pagina van A tot Z").click()
    expect(shown.locator("h1")).to_have_text("Van A tot Z")


def test_below_the_english_site_it_is_said_in_english(gone, address):
    shown = gone("en/methods/zxqj-wvkz/")
    expect(shown.locator("#gg-q-404")).to_have_value("zxqj wvkz")
    expect(shown.locator("html")).to_have_attribute("lang", "en")
    assert shown.locator("#gg-gone form").evaluate("(form) => form.action") == address + "en/search/"
    expect(shown.locator("#gg-gone a", has_text="Every page from A to Z")).to_be_visible()


def test_an_old_address_leads_on_in_each_language(browser, tmp_path):
    """In a browser that follows what the page says, as on a host that knows no redirects."""
    settings = SETTINGS.replace("language: nl\nmarkdown", "languages: [nl, en]\nmarkdown")
    tip = page("aliases: [practices/heette-zo]", title="De tip")
    root = write_commons(tmp_path / "commons", {"mkdocs.yml": settings, "commons/tips/nu.md": tip})
    build_site(root)
    with served(root / "site") as address:
        shown = browser.new_page()
        for old, new in (("praktijken/heette-zo/", "tips/nu/"), ("en/practices/heette-zo/", "en/tips/nu/")):
            shown.goto(address + old)
            shown.wait_for_url(address + new)
            expect(shown.locator("h1")).to_have_text("De tip")
        shown.close()
    told = (root / "site/_redirects").read_text("utf-8").splitlines()
    assert told == ["/praktijken/heette-zo/ /tips/nu/ 301", "/en/practices/heette-zo/ /en/tips/nu/ 301"]
