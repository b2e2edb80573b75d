"""What a reader chooses to see, and what comes out of the printer."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_pages import ADDRESSES, SINGLE

pytestmark = pytest.mark.browser

LISTING = ADDRESSES.page("methods")
MILLIMETRE = 72 / 25.4


def sheets(page) -> list[tuple[int, int]]:
    """Width and height, in millimetres, of each page that comes out of the printer."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [(round(float(width) / MILLIMETRE), round(float(height) / MILLIMETRE)) for width, height in boxes]


def test_rows_are_kept_for_the_next_visit(visit):
    page = visit(viewport={"width": 1280, "height": 800}).go(LISTING)
    summary = page.locator(".gg-listing .gg-card__summary").first
    expect(summary).to_be_visible()
    page.locator('.gg-views [value="rows"]').click()
    expect(summary).not_to_be_visible()
    page.reload()
    expect(summary).not_to_be_visible()
    expect(page.locator('.gg-views [value="rows"]')).to_have_attribute("aria-pressed", "true")
    page.locator('.gg-views [value="cards"]').click()
    page.reload()
    expect(summary).to_be_visible()


def test_without_javascript_there_are_cards_and_no_choice(visit):
    page = visit(java_script_enabled=False).go(LISTING)
    expect(page.locator(".gg-listing .gg-card__summary").first).to_be_visible()
    expect(page.locator(".gg-views")).not_to_be_visible()


def test_four_cards_of_a6_on_a_sheet_of_a4(visit):
    page = visit().go(SINGLE["cards"])
    number = page.locator(".gg-a6").count()
    assert sheets(page) == [(210, 297)] * -(-number // 4)
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.gg-a6')].map((card) => [card.offsetWidth, card.offsetHeight].join())"
    )
    assert set(sizes) == {f"{round(105 / 25.4 * 96)},{round(148 / 25.4 * 96)}"}


def test_only_the_ticked_cards_are_printed(visit):
    page = visit(java_script_enabled=False).go(SINGLE["cards"])
    titles = page.locator(".gg-a6__title").all_inner_texts()
    for number in (1, 3):
        page.locator(".gg-a6__choose input").nth(number).check()
    assert len(sheets(page)) == 1
    page.emulate_media(media="print")
    shown = page.locator(".gg-a6:visible .gg-a6__title").all_inner_texts()
    assert shown == [titles[1], titles[3]]


def test_on_paper_a_page_invites_nobody(visit):
    page = visit().go(f"{LISTING}intervisie/")
    invitation = page.locator(".gg-reviews .gg-empty")
    expect(invitation).to_be_visible()
    page.emulate_media(media="print")
    expect(invitation).not_to_be_visible()
    expect(page.locator(".gg-reviews h2")).not_to_be_visible()
    expect(page.locator(".gg-standing h2")).to_be_visible()


def test_high_contrast_still_says_where_one_is(visit):
    """With colours of the reader's own, what is only a colour is gone: a line under the part, a filled button."""
    page = visit(viewport={"width": 1280, "height": 800}, forced_colors="active").go(LISTING)
    here, elsewhere = (
        page.locator(f".gg-bar__parts a{which}").first.evaluate("(one) => getComputedStyle(one).borderBottomColor")
        for which in ("[aria-current]", ":not([aria-current])")
    )
    assert here != elsewhere
    pressed, other = (
        page.locator(f'.gg-views [aria-pressed="{is_on}"]').evaluate("(one) => getComputedStyle(one).backgroundColor")
        for is_on in ("true", "false")
    )
    assert pressed != other


DRAWN = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const system = ["Canvas", "CanvasText", "LinkText", "GrayText", "Highlight"].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  const drawn = [".gg-chart", ".gg-bars", ".gg-map", ".gg-drawing"].flatMap((part) =>
    [...document.querySelectorAll(`${part} :is(rect, path, text, circle, line)`)]);
  const colours = drawn.flatMap((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke]);
  return [drawn.length, colours.filter((colour) => /^rgb/.test(colour) && !system.includes(colour))];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_have_the_colours_of_the_reader(visit, scheme):
    window = visit(viewport={"width": 1280, "height": 800}, forced_colors="active", color_scheme=scheme)
    for path in ("cijfers/", "kaart/", "verbindingen/"):
        drawn, others = window.go(path).evaluate(DRAWN)
        assert drawn and others == [], path
