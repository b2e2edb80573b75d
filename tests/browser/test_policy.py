"""The Content Security Policy holds: no page wants anything that it forbids, and what it forbids is stopped."""

from __future__ import annotations

import re

import pytest
from gemeengoed.render import Engine
from playwright.sync_api import expect
from sites import html_pages, parse, served
from test_pages import PAGES, in_english, path_of

pytestmark = pytest.mark.browser

REPORT = """window.stopped = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
  stopped.push([effectiveDirective, blockedURI, sourceFile, sample].join(" ")));"""


@pytest.fixture(params=list(Engine))
def window(request, visit, own_site):
    """A window on the site as each engine makes it, in which pages note what the policy stopped."""
    opened = visit(color_scheme="dark")
    opened.page.add_init_script(REPORT)
    with served(own_site(request.param.value)) as address:
        opened.address = address
        yield opened, own_site(request.param.value)
        opened.wrong[:] = [line for line in opened.wrong if not line.startswith(address) or "Security" in line]


def test_every_sort_of_page_keeps_to_it(window):
    opened, site = window
    for name in PAGES:
        keeps_to_it(opened, name, path_of(name, site))


def test_every_sort_of_page_in_english_keeps_to_it(window, request):
    opened, site = window
    engine = request.node.callspec.params["window"]
    for name in PAGES[list(Engine).index(engine) :: len(Engine)]:  # each once, by one of the engines
        keeps_to_it(opened, name, in_english(path_of(name, site)))


def keeps_to_it(window, name: str, path: str) -> None:
    page = window.go(path)
    if name == "search":
        page.locator(".gg-results li").first.wait_for()
    assert page.evaluate("stopped") == [], name
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, name
    assert page.evaluate("document.documentElement.dataset.shown") == "dark", name


def test_what_a_reader_does_keeps_to_it(window):
    """Searching, the word marked on the page that was found, the menu, a worksheet, light instead of dark."""
    opened, _ = window
    page = opened.go("zoeken/?q=intervisie")
    page.locator(".gg-results a").first.click()
    page.locator(".gg-top mark, .gg-text mark").first.wait_for()
    assert page.evaluate("stopped") == []
    page = opened.go("methoden/de-matrix/")
    page.get_by_label("Nieuw idee bij Sociaal, Wat is er al?").fill("Een bank")
    page.locator("[data-gg-scheme]").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    assert page.evaluate("stopped") == []


def test_a_script_in_a_page_a_style_and_another_origin_are_stopped(visit):
    window = visit()
    window.page.add_init_script(REPORT)
    page = window.go("over/")
    page.evaluate(
        """() => {
          document.body.insertAdjacentHTML("beforeend",
            `<img src="data:," onerror="document.title = 'kwaad'"><p style="color: red"></p>
             <img src="https://elders.example/x.png"><iframe src="https://elders.example/"></iframe>`);
          document.body.append(Object.assign(document.createElement("script"), { text: "document.title = 'kwaad'" }));
        }"""
    )
    page.wait_for_function("stopped.length >= 5")
    assert page.title() != "kwaad"
    stopped = {line.split()[0] for line in page.evaluate("stopped")}
    assert stopped == {"script-src-attr", "style-src-attr", "img-src", "frame-src", "script-src-elem"}
    window.wrong.clear()


def test_no_page_has_a_script_or_a_style_inside(own_site):
    """All pages, in both engines: data for machines are no scripts."""
    for engine in Engine:
        site = own_site(engine.value)
        for path in html_pages(site):
            for element in parse(site / path).iter():
                inside = element.tag == "style" or (element.tag == "script" and not element.get("src"))
                is_data = re.fullmatch(r"application/(ld\+)?json", element.get("type", ""))
                assert is_data or not inside, path
                assert not [name for name in element.attrib if name == "style" or name.startswith("on")], path
