"""The form with which somebody who wants to be known joins."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from form_filling import choose, copy_commons, errors_of, field
from gemeengoed.intake.people import with_entry
from gemeengoed.load import load
from gemeengoed.settings import read_settings
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_who_wants_to_be_known_joins_with_a_form(visit, tmp_path):
    window = visit(viewport={"width": 360, "height": 740})
    page = window.go("bijdragen/")
    page.locator(".gg-forms").get_by_role("link", name="Meedoen").click()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-summary li")).to_have_count(2)
    expect(field(page, "contributor.name")).to_be_focused()
    page.keyboard.type("Jef Proef")
    choose(page, "contributor.organisation", "leuv")
    choose(page, "contributor.skills_offered", "gesprek")
    field(page, "contributor.website").fill("jef.example")
    for value in ("licence", "organisation", "skills"):
        page.locator(f"#f-agreements input[value={value}]").check()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#f-contributor-website-error")).to_contain_text("geen webadres")
    expect(page.locator("#f-agreements-error")).to_contain_text("Zonder je naam")
    field(page, "contributor.website").fill("https://jef.example/")
    page.locator("#f-agreements input[value=name]").check()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-ready")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    sent = parse_qs(urlsplit(page.locator("#gg-form-issue").get_attribute("href")).query)
    assert sent["template"] == ["9-join.yml"] and sent["contributor-name"] == ["Jef Proef"]
    assert page.locator("#gg-form-propose").get_attribute("href").endswith("/edit/main/contributors.yaml")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar deze regels").click()
    assert saved.value.suggested_filename == "jef-proef.yaml"
    ((identifier, record),) = yaml.load(saved.value.path().read_text("utf-8"), Loader=yaml.BaseLoader).items()
    copy_commons(tmp_path)
    register = tmp_path / "contributors.yaml"
    register.write_text(with_entry(register.read_text("utf-8"), identifier, record), "utf-8")
    assert errors_of(tmp_path) == []
    added = load(tmp_path, read_settings(tmp_path)).contributors["jef-proef"]
    assert (added.name, added.organisations, added.website) == ("Jef Proef", ("leuven",), "https://jef.example/")
    assert added.skills_offered


def test_who_is_known_need_not_join_again(visit):
    page = visit().go("bijdragen/meedoen/")
    choose(page, "contributor.name", "redactie")
    for value in ("licence", "name"):
        page.locator(f"#f-agreements input[value={value}]").check()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#f-contributor-name-error")).to_contain_text("niet opnieuw te melden")
    expect(page.locator("#gg-form-ready")).to_be_hidden()
