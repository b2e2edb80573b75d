"""The form on the site while it is filled in: what it says, offers and keeps, by keyboard and without JavaScript."""

from __future__ import annotations

import pytest
from form_filling import METHOD, PRACTICE, choose, field, fill_in, look_over
from keyboard import tab_to
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_what_is_missing_is_said_where_it_is_and_the_focus_goes_there(visit):
    page = visit(viewport={"width": 360, "height": 740}).go(PRACTICE)
    field(page, "context.period").fill("voorjaar")
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-summary li")).to_have_count(7)
    expect(field(page, "title")).to_be_focused()
    expect(field(page, "title")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#f-title-error")).to_have_text("Hier is nog niets ingevuld.")
    expect(page.locator("#f-context-period-error")).to_contain_text("voorjaar")
    page.keyboard.type("Toch een titel")
    expect(page.locator("#f-title-error")).to_have_text("")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("#gg-form-ready")).to_be_hidden()


def test_a_draft_is_kept_and_can_be_cleared_by_keyboard(visit):
    page = visit().go(PRACTICE)
    tab_to(page, "Titel (nodig)")
    page.keyboard.type("Een kring in twee uur")
    choose(page, "themes", "part")
    page.locator("#f-agreements input[value=licence]").check()
    page.reload()
    expect(field(page, "title")).to_have_value("Een kring in twee uur")
    expect(page.locator(".gg-choose__chosen li")).to_have_count(1)
    expect(page.locator("#f-agreements input[value=licence]")).to_be_checked()
    tab_to(page, "Alles wissen")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field(page, "title")).to_have_value("")
    page.reload()
    expect(field(page, "title")).to_have_value("")
    expect(page.locator(".gg-choose__chosen li")).to_have_count(0)


def test_a_page_that_is_like_it_is_pointed_at_and_its_name_is_not_taken(visit):
    page = visit().go("bijdragen/methode/")
    fill_in(page, METHOD)
    expect(page.locator("#gg-form-similar a").first).to_have_text(METHOD)
    look_over(page)
    expect(page.locator("#gg-form-path")).to_have_text(
        "commons/methods/intervisie-een-eigen-vraag-voorleggen-aan-collega-s.md"
    )


def test_a_page_of_the_commons_is_chosen_out_of_the_search(visit):
    page = visit().go("bijdragen/ervaring/")
    choose(page, "about", "intervisie")
    expect(field(page, "about")).to_have_value(METHOD)
    field(page, "contributor.name").fill("")
    field(page, "organisation").fill("Bestaat niet")
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#f-organisation-error")).to_contain_text("Bestaat niet")
    expect(page.locator("#f-about-error")).to_have_text("")


def test_the_contact_page_leads_to_a_form_that_knows_what_it_is_about(visit):
    page = visit().go("contact/")
    page.locator("a[href*='?networks=networks%2Flocon-de-stek+']").click()
    expect(page.locator("#f-networks-list")).to_be_attached()
    chosen = page.locator(".gg-choose__chosen li", has_text="Locon De Stek")
    expect(chosen).to_have_count(1)
    page.reload()
    expect(chosen).to_have_count(1)
    for name in ("title", "summary", "body"):
        field(page, name).fill("Hoe vaak komen jullie samen, en waar?")
    choose(page, "themes", "part")
    field(page, "contributor.name").fill("Jef Proef")
    page.locator("#f-agreements input[value=licence]").check()
    choose(page, "contributor.organisation", "leuv")
    assert 'networks: ["networks/locon-de-stek"]\n' in look_over(page)


KINDS = (
    "praktijk",
    "methode",
    "tip",
    "vraag",
    "antwoord",
    "ervaring",
    "netwerk",
    "bijeenkomst",
    "initiatief",
    "collectie",
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_that_says_what_is_missing(visit, kind):
    page = visit().go(f"bijdragen/{kind}/")
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-summary")).to_contain_text("Titel")
    expect(field(page, "title")).to_be_focused()


def test_without_javascript_it_can_be_read_and_other_ways_are_named(visit):
    page = visit(java_script_enabled=False).go(PRACTICE)
    expect(page.get_by_label("Samenvatting")).to_be_visible()
    expect(page.get_by_role("link", name="met een Word-document, of op een andere manier")).to_be_visible()
    expect(page.get_by_role("button", name="Kijk het na")).to_be_hidden()


def test_what_is_marked_stays_so_when_another_answer_comes(visit):
    """Each letter asks for a list, and one that comes late must not take away what somebody went to meanwhile."""
    page = visit().go(PRACTICE)
    box, options = field(page, "themes"), page.locator("#f-themes-list li")
    box.focus()
    page.keyboard.type("pa")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    marked = page.locator("#f-themes-list li[aria-selected=true]").text_content()
    page.evaluate("document.querySelectorAll('#f-themes-list li').forEach((one) => { one.dataset.before = '' })")
    box.dispatch_event("input")
    expect(page.locator("#f-themes-list li[data-before]")).to_have_count(0)
    expect(page.locator("#f-themes-list li[aria-selected=true]")).to_have_text(str(marked))
    page.keyboard.press("Enter")
    expect(page.locator(".gg-choose__chosen li").first).to_contain_text(str(marked).strip())
