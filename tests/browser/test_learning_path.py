"""Following a learning path: from step to step, with what was read kept in the reader's own browser."""

from __future__ import annotations

import pytest
from keyboard import tab_to
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PATH = "collecties/leerpad-eerste-participatietraject/"
OTHER = "collecties/leerpad-een-lerend-netwerk-starten/"
STEPS = 8


def test_progress_is_kept_and_can_be_taken_back(visit):
    page = visit().go(PATH)
    count = page.locator(".gg-path [role=status]")
    expect(count).to_contain_text("Nog niets gelezen")
    tab_to(page, "Gelezen: Lerend Netwerk Participatie")
    page.keyboard.press("Space")
    expect(count).to_contain_text(f"1 van {STEPS} gelezen")
    page.reload()
    expect(page.get_by_label("Gelezen: Lerend Netwerk Participatie")).to_be_checked()
    expect(count).to_contain_text(f"1 van {STEPS} gelezen")
    page.get_by_role("button", name="Begin opnieuw").press("Enter")
    expect(count).to_contain_text("Nog niets gelezen")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('path'))") == []


def test_a_step_is_marked_on_its_own_page_and_shows_on_the_path(visit):
    window = visit()
    page = window.go("methoden/intervisie/")
    path = page.get_by_role("navigation", name="Leerpad: je eerste participatietraject")
    expect(path).to_contain_text(f"stap 7 van {STEPS}")
    path.get_by_label("Ik heb deze stap gelezen").check()
    page = window.go(PATH)
    expect(page.locator(".gg-path [role=status]")).to_contain_text(f"1 van {STEPS} gelezen")
    page = window.go(OTHER)
    expect(page.locator(".gg-path [role=status]")).to_contain_text("Nog niets gelezen")


def test_from_the_first_step_to_the_last(visit):
    page = visit(java_script_enabled=False).go(PATH)
    page.locator(".gg-parts a").first.click()
    for number in range(1, STEPS + 1):
        path = page.get_by_role("navigation", name="Leerpad: je eerste participatietraject")
        expect(path).to_contain_text(f"stap {number} van {STEPS}")
        following = path.locator("[rel=next]")
        if number < STEPS:
            following.click()
    expect(following).to_have_count(0)


def test_where_the_browser_keeps_nothing_it_says_so(visit):
    window = visit()
    window.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('vol'); }")
    page = window.go(PATH)
    page.locator(".gg-read input").first.click()
    expect(page.locator(".gg-path [role=status]")).to_contain_text("Deze browser bewaart niets")


def test_blocks_that_are_missing_are_shown_and_are_no_step(visit):
    page = visit().go("collecties/bouwstenen-slimme-gemeente/")
    expect(page.locator(".gg-path")).to_contain_text("8 bouwstenen zijn er, 3 ontbreken nog")
    expect(page.locator(".gg-parts__missing")).to_have_count(3)
    page = visit().go("methoden/ontwerpprincipes/")
    expect(page.locator(".gg-along")).to_contain_text("bouwsteen 5 van 8")
