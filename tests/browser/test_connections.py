"""The picture of the network in a real browser: walked through by keyboard, named for who cannot see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed.i18n import translator
from people import PEOPLE, network
from playwright.sync_api import expect
from sites import REPOSITORY, build_site, served

from commons import SETTINGS, write_commons

pytestmark = pytest.mark.browser

say = translator("nl")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where a small network of skills is served, in the look of the repository."""
    settings = SETTINGS.replace("  font: false", f"  font: false\n  custom_dir: {REPOSITORY / 'overrides'}")
    files = {**PEOPLE, "mkdocs.yml": settings, "commons/networks/kring.md": network("members: [an, middel]")}
    root: Path = write_commons(tmp_path_factory.mktemp("netwerk"), files)
    build_site(root, keep_going=True)  # one of them did not agree to what the register says of her
    with served(root / "site") as found:
        yield found


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_from_a_skill_to_a_person_to_a_network_by_keyboard_without_javascript(visit, width, scheme):
    window = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False)
    page = window.go("vaardigheden/luisteren/")
    for name, said, heading in [
        ("An Voorbeeld", "zoekt dit", "An Voorbeeld"),
        ("Een kring", "lid van dit netwerk", "Verbindingen van Een kring"),
        ("Middel", "lid", "Middel"),
    ]:
        box = page.get_by_role("link", name=f"{name}: {said}", exact=True)
        box.focus()
        assert page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth") == "4px"
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(heading)
        expect(page.locator("#gg-connections svg").first).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_table_says_what_the_picture_says(visit):
    page = visit().go("vaardigheden/luisteren/")
    drawn = page.locator("#gg-connections svg a").evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
    page.get_by_text(say("The same as a table")).click()
    rows = page.locator("#gg-connections tbody tr")
    expect(rows.first).to_be_visible()
    names = rows.locator("th").all_inner_texts()
    assert {label.partition(":")[0] for label in drawn} - {"Luisteren"} <= set(names)
