"""The way through the site for whoever has only a keyboard, enlarges it four times, or cannot bear things that move."""

from __future__ import annotations

import pytest
from keyboard import NAME, tab_to
from playwright.sync_api import Page, expect
from sites import REPOSITORY, build_site, served
from test_pages import ADDRESSES, PAGES, path_of

from commons import METHOD, SETTINGS, page, write_commons

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}}


def focus_is_seen(page: Page) -> bool:
    """Whether what has the focus has a line around it and stands in the window."""
    return bool(
        page.evaluate(
            """() => {
              const here = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(here);
              const { top, left, bottom, right } = here.getBoundingClientRect();
              return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
                && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
            }"""
        )
    )


def inside(page: Page, selector: str) -> bool:
    return bool(page.evaluate("(where) => document.activeElement.closest(where) !== null", selector))


def test_the_first_thing_is_the_way_past_the_bar(visit):
    page = visit().go("praktijken/")
    page.keyboard.press("Tab")
    assert page.evaluate(NAME) == "Naar de inhoud" and focus_is_seen(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "gg-main"
    page.keyboard.press("Tab")
    assert inside(page, "#gg-main")


@pytest.mark.parametrize("path", ["", "praktijken/", "methoden/de-matrix/", "cijfers/"])
def test_the_focus_is_seen_at_every_stop(visit, path):
    page = visit().go(path)
    for _ in range(25):
        page.keyboard.press("Tab")
        assert focus_is_seen(page), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_menu_of_a_phone(visit):
    """Opened by its button, closed by the one within and by Escape; never behind it."""
    page = visit(**PHONE).go("praktijken/")
    button, menu = page.locator(".gg-bar__menu"), page.locator("#gg-menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    tab_to(page, "Menu")
    assert focus_is_seen(page)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert inside(page, "#gg-menu") and focus_is_seen(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not inside(page, "main, .gg-foot, .gg-bar")
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(menu).not_to_be_visible()
    page.keyboard.press("Space")
    tab_to(page, "Vragen")
    page.keyboard.press("Space")
    tab_to(page, "Antwoorden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/antwoorden/")


def test_the_menu_says_where_one_is_and_is_no_stop_while_closed(visit):
    page = visit(**PHONE).go("praktijken/")
    expect(page.locator("#gg-menu [aria-current=page]")).to_have_attribute("href", "./")
    for _ in range(15):
        page.keyboard.press("Tab")
        assert not inside(page, "#gg-menu")


def test_the_menu_without_javascript(visit):
    page = visit(java_script_enabled=False, **PHONE).go("praktijken/")
    expect(page.locator("#gg-menu a").first).not_to_be_visible()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Space")
    expect(page.locator("#gg-menu a").first).to_be_in_viewport()


def test_search_with_a_filter(visit):
    page = visit().go("zoeken/?q=netwerk")
    page.locator(".gg-results li").first.wait_for()
    page.locator("#gg-find").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if inside(page, ".gg-filters summary") or inside(page, ".gg-filters input"):
            break
    assert focus_is_seen(page)
    if inside(page, "summary") and not page.evaluate("document.activeElement.parentElement.open"):
        page.keyboard.press("Enter")
    while not inside(page, ".gg-filters input"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**kind=*")
    assert inside(page, ".gg-filters input:checked"), "the focus stays on what was ticked"
    for _ in range(120):
        page.keyboard.press("Tab")
        if inside(page, ".gg-results"):
            break
    assert inside(page, ".gg-results a") and focus_is_seen(page)


def test_light_and_dark_by_keyboard(visit):
    page = visit(color_scheme="light").go("")
    tab_to(page, "Donkere kleuren")
    page.keyboard.press("Enter")
    until(page, "document.documentElement.dataset.scheme === 'dark'")


def test_enlarged_four_times_nothing_must_be_pushed_sideways(visit, own_site):
    """A window of 1280 px at 400 % is one of 320 px."""
    window = visit(viewport={"width": 320, "height": 256})
    for name in PAGES:
        page = window.go(path_of(name, own_site("mkdocs")))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate("document.querySelector('.gg-bar').scrollWidth") <= 320, name
    window.wrong[:] = [line for line in window.wrong if "404" not in line]


def test_nothing_moves_for_who_asked_for_that(visit):
    page = visit(**PHONE).go("")
    moving = "[...document.querySelectorAll('*')].filter((each) => parseFloat(getComputedStyle(each).%s) > 0).length"
    assert page.evaluate(moving % "transitionDuration") == page.evaluate(moving % "animationDuration") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def until(page, expression):
    """Wait until an expression is true. (Within the page Playwright waits with `eval`, which the policy forbids.)"""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def test_what_scrolls_by_itself_is_reached_by_keyboard(visit, tmp_path):
    cells = " | ".join(f"kolom{number}woordvanformaat" for number in range(12))
    table = f"## Cijfers\n\n| {cells} |\n|{'---|' * 12}\n| {cells} |\n\n```\n{'code ' * 200}\n```\n"
    settings = SETTINGS.replace("  font: false", f"  font: false\n  custom_dir: {REPOSITORY / 'overrides'}")
    root = write_commons(tmp_path, {"mkdocs.yml": settings, METHOD: page("", table)})
    build_site(root, keep_going=True)
    with served(root / "site") as address:
        window = visit(**PHONE)
        window.address = address
        page_ = window.go(f"{ADDRESSES.page('methods')}intervisie/")
        region = page_.get_by_role("region", name="Cijfers")
        expect(region).to_have_attribute("tabindex", "0")
        region.focus()
        page_.keyboard.press("ArrowRight")
        until(page_, "document.activeElement.scrollLeft > 0")
        expect(page_.locator("pre > code, pre").and_(page_.locator("[tabindex='0']")).first).to_be_visible()
        window.wrong[:] = [line for line in window.wrong if not line.startswith(address)]
