"""The matrix, as a group fills it in: by keyboard, kept in the browser, taken along as an initiative."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from keyboard import tab_to, type_over
from playwright.sync_api import Page, expect

from commons import METHOD, load_commons, problems_of
from commons import page as written

pytestmark = pytest.mark.browser

PATH = "methoden/de-matrix/"
HOSTILE = '<img src=x onerror="document.title=`kwaad`"> [x](javascript:alert(1)) {{ 7 }} # `a` <!-- gemeengoed: off -->'


def ideas(page: Page) -> list[str]:
    return page.locator(".gg-idea textarea").evaluate_all("(found) => found.map((one) => one.value)")


def add(page: Page, row: str, column: str, text: str) -> None:
    field = page.get_by_label(f"Nieuw idee bij {row}, {column}", exact=True)
    field.fill(text)
    field.press("Enter")


def initiative(page: Page) -> str:
    summary = page.get_by_text("Maak er een initiatief van")
    if page.locator("details.gg-initiative").get_attribute("open") is None:
        summary.click()
    return page.get_by_label("Tekst van het initiatief (Markdown)").input_value()


def test_filled_in_by_keyboard_only_and_nothing_lost_when_reloaded(visit):
    page = visit().go(PATH)
    tab_to(page, "Naam van kolom 2")
    type_over(page, "Wat missen we?")
    tab_to(page, "Naam van rij 1")
    type_over(page, "Plek")
    tab_to(page, "Nieuw idee bij Plek, Wat missen we?")
    page.keyboard.type("Een bank in de schaduw")
    page.keyboard.press("Enter")
    page.keyboard.type("Een fietspomp")
    page.keyboard.press("Enter")
    tab_to(page, "Eén stip meer voor Een fietspomp", back=True)
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect(page.locator(".gg-idea__dots").nth(1)).to_have_text("2 stippen")
    tab_to(page, "Rij toevoegen")
    page.keyboard.press("Enter")
    page.keyboard.type("Tijd")
    tab_to(page, "Verwijder Cultureel", back=True)
    page.keyboard.press("Enter")
    expect(page.locator("[role=rowheader] textarea")).to_have_count(4)
    tab_to(page, "Meeste stippen eerst")
    page.keyboard.press("Space")
    assert ideas(page) == ["Een fietspomp", "Een bank in de schaduw"]

    def shown() -> tuple[object, ...]:
        names = page.locator(".gg-matrix th textarea").evaluate_all("(found) => found.map((one) => one.value)")
        return names, ideas(page), page.locator(".gg-idea__dots").all_inner_texts()

    before = shown()
    assert before[0][1] == "Wat missen we?" and before[0][-1] == "Tijd"
    page.reload()
    expect(page.locator(".gg-idea")).to_have_count(2)
    assert shown() == before
    expect(page.get_by_label("Meeste stippen eerst")).to_be_checked()


def test_the_focus_stays_where_one_works(visit):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    focused = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(focused) == "Nieuw idee bij Sociaal, Wat is er al?"
    for press, after in (("meer", "meer"), ("minder", "meer")):
        page.get_by_label(f"Eén stip {press} voor Een soepdag").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(focused) == f"Eén stip {after} voor Een soepdag", "a button that is off cannot keep it"
    page.get_by_label("Verwijder Een soepdag").press("Enter")
    assert page.evaluate(focused) == "Nieuw idee bij Sociaal, Wat is er al?"
    page.get_by_role("button", name="Ongedaan maken").press("Enter")
    assert ideas(page) == ["Een soepdag"]


def test_a_row_taken_away_comes_back_with_its_ideas(visit):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    page.get_by_label("Verwijder Sociaal").click()
    assert ideas(page) == []
    page.get_by_role("button", name="Ongedaan maken").click()
    assert ideas(page) == ["Een soepdag"]
    expect(page.get_by_label("Verwijder Sociaal")).to_be_visible()


def test_an_unfinished_idea_is_not_lost_when_something_else_changes(visit):
    page = visit().go(PATH)
    page.get_by_label("Nieuw idee bij Sociaal, Wat is er al?").fill("Half geschre")
    add(page, "Cultureel", "Wat is er al?", "Een koor")
    expect(page.get_by_label("Nieuw idee bij Sociaal, Wat is er al?")).to_have_value("Half geschre")
    page.reload()
    expect(page.get_by_label("Nieuw idee bij Sociaal, Wat is er al?")).to_have_value("Half geschre")
    expect(page.get_by_label("Nieuw idee bij Cultureel, Wat is er al?")).to_have_value("")


def test_clearing_asks_first_and_leaves_nothing(visit):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    page.get_by_role("button", name="Alles wissen").click()
    page.get_by_role("button", name="Nee, bewaar het").press("Enter")
    assert ideas(page) == ["Een soepdag"]
    page.get_by_role("button", name="Alles wissen").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    assert ideas(page) == []
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('sheet'))") == []
    expect(page.get_by_role("button", name="Ongedaan maken")).to_be_disabled()


def test_saved_as_a_file_and_opened_elsewhere(visit, tmp_path):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar als bestand").click()
    saved.value.save_as(tmp_path / "matrix.json")
    other = visit().go(PATH)
    other.locator(".gg-sheet input[type=file]").set_input_files(tmp_path / "matrix.json")
    expect(other.locator(".gg-idea")).to_have_count(1)
    assert ideas(other) == ["Een soepdag"]
    other.reload()
    assert ideas(other) == ["Een soepdag"]


@pytest.mark.parametrize(
    "content",
    [
        "geen json",
        "null",
        "[]",
        '{"worksheet": "reflection", "scores": {}}',
        '{"worksheet": "matrix", "rows": 1, "columns": [], "ideas": []}',
        '{"worksheet": "matrix", "rows": [], "columns": [], "ideas": []}',
    ],
)
def test_a_file_of_something_else_changes_nothing(visit, tmp_path, content):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    (tmp_path / "x.json").write_text(content)
    page.locator(".gg-sheet input[type=file]").set_input_files(tmp_path / "x.json")
    expect(page.locator(".gg-sheet [role=status]").filter(has_text="geen bestand van dit invulblad")).to_be_visible()
    assert ideas(page) == ["Een soepdag"]


def test_what_does_not_fit_in_a_file_is_left_out(visit, tmp_path):
    line = {"id": 1, "name": {"toString": "x"}}
    idea = {"id": 3, "row": 1, "column": 2, "text": "goed", "votes": -4}
    content = {
        "worksheet": "matrix",
        "rows": [line, {"id": "2", "name": "fout"}],
        "columns": [{"id": 2, "name": "K"}],
        "ideas": [idea, {**idea, "id": 3}, {**idea, "id": 4, "row": 9}, None],
    }
    page = visit().go(PATH)
    (tmp_path / "x.json").write_text(json.dumps(content))
    page.locator(".gg-sheet input[type=file]").set_input_files(tmp_path / "x.json")
    expect(page.locator(".gg-idea")).to_have_count(1)
    expect(page.locator(".gg-idea__dots")).to_have_text("0 stippen")


def test_what_is_kept_and_cannot_be_read_does_not_stop_the_page(visit):
    window = visit()
    page = window.go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    kept = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('sheet'))")
    page.evaluate("(kept) => kept.forEach((key) => localStorage.setItem(key, '{\"worksheet\": 7}'))", kept)
    page.reload()
    expect(page.get_by_label("Nieuw idee bij Sociaal, Wat is er al?")).to_be_visible()


def test_two_tabs_show_the_same(visit):
    window = visit()
    page = window.go(PATH)
    other = window.context.new_page()
    other.goto(window.address + PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    expect(other.locator(".gg-idea")).to_have_count(1)


def test_hostile_words_stay_words(visit):
    page = visit().go(PATH)
    title = page.title()
    page.get_by_label("Naam van rij 1").fill(HOSTILE)
    add(page, HOSTILE, "Wat is er al?", HOSTILE)
    page.get_by_label(f"Eén stip meer voor {HOSTILE}", exact=True).click()
    page.reload()
    expect(page.locator(".gg-idea")).to_have_count(1)
    assert ideas(page) == [HOSTILE]
    expect(page.locator(".gg-ranking li")).to_contain_text(HOSTILE)
    assert page.locator(".gg-sheet img").count() == 0
    assert page.title() == title


def completed(text: str) -> str:
    """The text with what is left to fill in filled in, as somebody would."""
    text = text.replace("authors: [] # nog in te vullen", "authors: [redactie]")
    text = text.replace('promotor: "" # nog in te vullen', "promotor: gemeente-a")
    text = re.sub(r"themes: \[.*\]", "themes: [participatie]", text)
    return text.replace("… (nog in te vullen)", "Voor wie in de wijk iets mist om samen te doen.")


@pytest.mark.parametrize("idea", ["Een bank in de schaduw", HOSTILE, '"x": [1, - 2\\n', "Lang " * 60])
def test_the_initiative_passes_the_checks_once_it_is_completed(visit, tmp_path: Path, idea):
    page = visit().go(PATH)
    page.get_by_label("Naam van rij 2").fill(f"Rij {HOSTILE}")
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    add(page, "Geografisch", "Wat ontbreekt?", idea)
    page.get_by_label(f"Eén stip meer voor {idea.strip()}", exact=True).click()
    text = initiative(page)
    files = {
        "commons/methods/de-matrix.md": written(),
        "commons/networks/locon-de-stek.md": written("type: locon"),
        "commons/initiatives/idee.md": completed(text),
        METHOD: None,
    }
    errors = [found for found in problems_of(tmp_path, files) if "initiatives" in found]
    quality = ("title-quality", "sentence-length", "near-duplicate", "passive", "jargon", "summary-quality")
    assert [found for found in errors if not found.split()[1].startswith(quality)] == []
    fields = load_commons(tmp_path).items["initiatives/idee"].fields
    assert fields.title is not None and fields.title.startswith(idea.split()[0])
    assert fields.network == "networks/locon-de-stek"


def test_the_initiative_says_where_the_idea_stood_and_all_others(visit):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    add(page, "Sociaal", "Wat is er al?", "Een koor")
    page.get_by_label("Eén stip meer voor Een koor").click()
    text = initiative(page)
    assert 'title: "Een koor"' in text
    assert "Het stond bij “Sociaal”, “Wat is er al?”." in text
    assert "### Sociaal\n\n- **Wat is er al?** Een koor (1 stip)\n- **Wat is er al?** Een soepdag\n" in text
    assert "### Economisch\n\n*geen ideeën*" in text
    page.locator(".gg-initiative select").select_option(label="Een soepdag")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar de tekst").click()
    assert saved.value.suggested_filename == "een-soepdag.md"
    assert 'title: "Een soepdag"' in Path(saved.value.path()).read_text("utf-8")


@pytest.mark.parametrize("width", [1280, 360])
def test_it_fits_the_window(visit, width):
    page = visit(viewport={"width": width, "height": 800}).go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Eenheelerglangwoordzonderspatiesdatnergenswordtafgebroken" * 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_an_empty_form_can_be_printed(visit):
    page = visit(java_script_enabled=False).go(PATH)
    expect(page.locator("noscript .gg-empty, .gg-worksheet .gg-empty").first).to_be_visible()
    page.emulate_media(media="print")
    table = page.locator("table.gg-matrix")
    expect(table.locator("th")).to_have_count(8)
    cell = table.locator("tbody td").first.bounding_box()
    assert cell and cell["height"] > 80, "room to write"


def test_on_paper_stands_what_was_filled_in(visit):
    page = visit().go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    page.emulate_media(media="print")
    expect(page.locator(".gg-idea .gg-paper")).to_be_visible()
    expect(page.locator(".gg-idea .gg-paper")).to_have_text("Een soepdag")
    assert page.locator(".gg-sheet button:visible, .gg-sheet textarea:visible").count() == 0


def test_where_the_browser_keeps_nothing_it_says_so(visit):
    window = visit()
    window.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('vol'); }")
    page = window.go(PATH)
    add(page, "Sociaal", "Wat is er al?", "Een soepdag")
    assert ideas(page) == ["Een soepdag"]
    expect(page.locator(".gg-sheet__kept")).to_contain_text("Deze browser bewaart niets")
