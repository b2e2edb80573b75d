"""Where the form on the site can send what was filled in, also when that is more than an address can hold."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from form_filling import PRACTICE, field, fill_in, look_over
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_long_text_does_not_go_along_in_an_address(visit):
    page = visit().go(PRACTICE)
    fill_in(page, "Lang", "Een zin die steeds terugkomt. " * 600)
    look_over(page)
    for way in ("issue", "propose"):
        assert len(page.locator(f"#gg-form-{way}").get_attribute("href")) <= 7500
    expect(page.locator("#gg-form-note")).to_contain_text("Hier gaat niets verloren.")


def test_what_does_not_fit_in_an_address_is_copied_by_hand_and_the_rest_goes_along(visit):
    window = visit()
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = window.go(PRACTICE)
    long = "Een zin die steeds terugkomt. " * 150
    fill_in(page, "Lang", long)
    field(page, "outcome").fill(long + "Klaar.")
    look_over(page)
    sent = parse_qs(urlsplit(page.locator("#gg-form-issue").get_attribute("href")).query)
    assert {"title", "summary", "themes", "contributor-name", "contributor-organisation", "body"} <= {*sent}
    assert "outcome" not in sent
    page.get_by_role("button", name="Kopieer: Resultaat").click()
    expect(page.locator("#gg-form-copied")).to_contain_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == long + "Klaar."
