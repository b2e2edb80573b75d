"""Every sort of page in a real browser: wide and on a phone, light and dark, with and without JavaScript."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gemeengoed.i18n import translator
from gemeengoed.kinds import KINDS
from gemeengoed.stage.addresses import Addresses
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ADDRESSES = Addresses(translator("nl"))
ENGLISH = Addresses(translator("en"))
SINGLE = {
    "home": "",
    "listing": ADDRESSES.page("practices"),
    "term": ADDRESSES.page("themes/participatie"),
    "organisation": ADDRESSES.page("organisations/vonk"),
    "contributor": ADDRESSES.page("contributors/redactie"),
    "overview": ADDRESSES.page("themes"),
    "organisations": ADDRESSES.page("organisations"),
    "search": f"{ADDRESSES.page('search')}?q=netwerk",
    "search, nothing found": f"{ADDRESSES.page('search')}?q=intervissie",
    "letters": ADDRESSES.page("a-to-z"),
    "pair": ADDRESSES.page("themes/participatie/methods"),
    "skill": ADDRESSES.page("skills/netwerken-bouwen"),
    "skills": ADDRESSES.page("skills"),
    "connections": ADDRESSES.page("connections"),
    "of network": ADDRESSES.page("connections/marktplein-1"),
    "balance": ADDRESSES.page("balance"),
    "membership": ADDRESSES.page("membership"),
    "files": ADDRESSES.page("files"),
    "new": ADDRESSES.page("new"),
    "gatherings": ADDRESSES.page("gatherings"),
    "calendar": ADDRESSES.page("calendar"),
    "decisions": ADDRESSES.page("decisions"),
    "figures": ADDRESSES.page("figures"),
    "map": ADDRESSES.page("map"),
    "design": ADDRESSES.page("design"),
    "cards": f"{ADDRESSES.folder('print-cards')}/{ADDRESSES.folder('methods')}/",
    "contact": ADDRESSES.page("contact"),
    "colophon": ADDRESSES.page("colophon"),
    "data": ADDRESSES.page("data"),
    "used": ADDRESSES.page("used"),
    "feeds": ADDRESSES.page("feeds"),
    "checks": ADDRESSES.page("checks"),
    "form": f"{ADDRESSES.folder('contribute')}/tip/",
    "join in": ADDRESSES.page("join-in"),
    "written": "over/",
    "404": "bestaat/niet/",
}
WRITTEN_IN_ENGLISH = {"over/": "about/"}
KIND_NAMES = {kind.name: kind.folder for kind in KINDS}
PAGES = [*SINGLE, *KIND_NAMES]
SIZES = {"wide": (1280, 900), "phone": (360, 740)}
LOOKS = [(size, scheme) for size in SIZES for scheme in ("light", "dark")]
IN_ENGLISH = [("wide", "dark", PAGES[::2]), ("phone", "light", PAGES[1::2])]
"""Each sort of page once: what differs between the languages are the words, and how long they are."""


def path_of(name: str, site: Path) -> str:
    """The address of a sort of page; of a kind, its first item."""
    if name in SINGLE:
        return SINGLE[name]
    folder = ADDRESSES.page(KIND_NAMES[name])
    return f"{folder}{sorted(found.parent.name for found in (site / folder).glob('*/index.html'))[0]}/"


def in_english(path: str) -> str:
    """The address on the English site of what has this one on the Dutch site."""
    address, mark, query = path.partition("?")
    return f"en/{WRITTEN_IN_ENGLISH.get(address) or ADDRESSES.within(address, ENGLISH)}{mark}{query}"


def picture(page, name: str) -> None:
    """Keep a picture of the whole page where SCREENSHOTS names a folder for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        if name.endswith("-wide-light"):
            page.pdf(path=Path(folder) / f"{name.removesuffix('-wide-light')}-print.pdf", prefer_css_page_size=True)


def stands_well(window, name: str, path: str, size: str, scheme: str, language: str) -> None:
    """No error, other origin or cookie (the fixture sees to that); nothing wider than the window; one heading."""
    page = window.go(path)
    if name == "search":
        page.locator(".gg-results li").first.wait_for()
    picture(page, f"{language}-{name}-{size}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], name
    assert page.locator("h1").count() == 1, name
    assert page.locator("h1").first.is_visible(), name
    assert page.evaluate("document.documentElement.dataset.shown") == scheme, name
    assert page.title() and page.locator("html").get_attribute("lang") == language, name
    if name == "404":  # the server's answer, as it should be
        window.wrong[:] = [line for line in window.wrong if "404" not in line]


def opened(visit, size: str, scheme: str):
    width, height = SIZES[size]
    return visit(viewport={"width": width, "height": height}, color_scheme=scheme)


@pytest.mark.parametrize(("size", "scheme"), LOOKS, ids=["-".join(look) for look in LOOKS])
def test_every_sort_of_page(visit, own_site, size, scheme):
    window = opened(visit, size, scheme)
    for name in PAGES:
        stands_well(window, name, path_of(name, own_site("mkdocs")), size, scheme, "nl")


@pytest.mark.parametrize(("size", "scheme", "names"), IN_ENGLISH, ids=["wide-dark", "phone-light"])
def test_every_sort_of_page_in_english(visit, own_site, size, scheme, names):
    window = opened(visit, size, scheme)
    for name in names:
        stands_well(window, name, in_english(path_of(name, own_site("mkdocs"))), size, scheme, "en")


def test_storage_is_left_alone(visit):
    """Nothing is kept in the browser but what the reader chose: light or dark."""
    page = visit().go("")
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [name for name in kept if "palette" not in name] == []


def test_menu_on_a_phone(visit):
    page = visit(viewport={"width": 360, "height": 740}).go("")
    page.locator(".gg-bar__menu").click()
    expect(page.locator("#gg-menu a").first).to_be_in_viewport()


def test_light_and_dark_can_be_switched(visit):
    page = visit(color_scheme="light").go("")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator("[data-gg-scheme]").click()
    page.wait_for_function(
        "(before) => getComputedStyle(document.documentElement).backgroundColor !== before", arg=before
    )


@pytest.mark.parametrize("width", [1280, 360])
def test_facts_of_an_item_are_within_reach(visit, own_site, width):
    """Beside the text on a wide page; folded on a phone, and there with one press."""
    page = visit(viewport={"width": width, "height": 800}).go(path_of("practice", own_site("mkdocs")))
    facts = page.locator(".gg-aside .gg-facts")
    if width < 960:
        expect(facts).not_to_be_visible()
        page.locator(".gg-aside summary").click()
    expect(facts).to_be_visible()


@pytest.mark.parametrize("name", ["home", "listing", "practice", "network", "files", "overview"])
def test_readable_without_javascript(visit, own_site, name):
    page = visit(java_script_enabled=False).go(path_of(name, own_site("mkdocs")))
    expect(page.locator("h1")).to_be_visible()
    main = page.locator("#gg-main")
    assert len(main.inner_text()) > 200
    assert main.locator("a:visible").count() > 3


def test_browsing_without_javascript(visit):
    """From home to a listing to an item, with links only."""
    page = visit(java_script_enabled=False).go("")
    page.locator(".gg-kinds a").first.click()
    page.locator(".gg-card__title a").first.click()
    expect(page.locator(".gg-head h1")).to_be_visible()
    expect(page.locator(".gg-licence")).to_be_visible()


def test_search_without_javascript_offers_browsing(visit):
    page = visit(java_script_enabled=False).go(ADDRESSES.page("search"))
    ways = page.locator(".gg-empty a").filter(visible=True)
    expect(ways.first).to_be_visible()
    ways.first.click()
    expect(page.locator("h1")).to_have_text("Van A tot Z")


def test_the_page_that_is_not_there_leads_on(visit):
    window = visit()
    page = window.go("bestaat/niet/")
    window.wrong[:] = [line for line in window.wrong if "404" not in line]
    page.locator("#gg-q-404").fill("intervisie")
    page.locator("#gg-q-404").press("Enter")
    page.wait_for_url("**/zoeken/?q=intervisie")
