"""The self-reflection: a scale for each sentence, a picture in figures and words, and nothing lost or sent."""

from __future__ import annotations

import pytest
from keyboard import tab_to
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PATH = "methoden/zelfreflectie-van-de-procesleider/"
HOSTILE = '<img src=x onerror="document.title=`kwaad`">'


def answer(page: Page, quality: str, *answers: str) -> None:
    scales = page.locator(f"[data-quality='{quality}'] fieldset")
    for index, words in enumerate(answers):
        scales.nth(index).get_by_label(words, exact=True).check()


def outcome(page: Page) -> dict[str, list[str]]:
    """The table with the outcome: for each quality the average, and how many sentences were answered."""
    rows = page.locator(".gg-outcome tbody tr").all()
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in rows}


def test_the_outcome_is_shown_in_a_picture_and_in_words(visit):
    page = visit().go(PATH)
    expect(page.locator(".gg-outcome")).to_contain_text("verschijnt hier je beeld")
    answer(page, "Luisteren", "Vaak", "Bijna altijd")
    answer(page, "Ruimte geven", "Zelden")
    found = outcome(page)
    assert found["Luisteren"] == ["4,5 van 5", "2 van 2"]
    assert found["Ruimte geven"] == ["1 van 5", "1 van 2"]
    assert found["Richting houden"] == ["–", "0 van 2"]
    expect(page.locator(".gg-outcome")).to_contain_text("Hoogst: Luisteren. Laagst: Ruimte geven.")
    picture = page.locator(".gg-outcome svg[role=img]")
    assert picture.get_attribute("aria-label")
    widths = picture.locator(".gg-bars__part").evaluate_all("(bars) => bars.map((bar) => bar.width.baseVal.value)")
    assert len(widths) == 2 and widths[0] == pytest.approx(4.5 * widths[1], rel=0.01)


def test_filled_in_by_keyboard_and_nothing_lost_when_reloaded(visit):
    page = visit().go(PATH)
    tab_to(page, "Zelden")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Welk proces heb ik in gedachten terwijl ik dit invul?")
    page.keyboard.type("De fietsstraat")
    before = outcome(page)
    assert before["Luisteren"] == ["2 van 5", "1 van 2"]
    page.reload()
    assert outcome(page) == before
    expect(page.locator("textarea").first).to_have_value("De fietsstraat")


def test_clearing_leaves_nothing(visit):
    page = visit().go(PATH)
    answer(page, "Luisteren", "Vaak")
    page.locator("textarea").first.fill("Geheim")
    page.get_by_role("button", name="Alles wissen").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.locator("textarea").first).to_have_value("")
    assert page.locator("input:checked[name^=gg-]").count() == 0
    assert page.evaluate("Object.values(localStorage).filter((kept) => kept.includes('Geheim'))") == []


def test_saved_as_a_file_and_opened_elsewhere(visit, tmp_path):
    page = visit().go(PATH)
    answer(page, "Luisteren", "Vaak")
    page.locator("textarea").first.fill(HOSTILE)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar als bestand").click()
    saved.value.save_as(tmp_path / "mijn.json")
    other = visit().go(PATH)
    title = other.title()
    other.locator(".gg-sheet input[type=file]").set_input_files(tmp_path / "mijn.json")
    expect(other.locator("textarea").first).to_have_value(HOSTILE)
    assert outcome(other)["Luisteren"] == ["4 van 5", "1 van 2"]
    assert other.locator(".gg-sheet img").count() == 0
    assert other.title() == title


def test_a_file_of_the_matrix_is_refused(visit, tmp_path):
    page = visit().go(PATH)
    page.locator("textarea").first.fill("Blijft")
    (tmp_path / "x.json").write_text('{"worksheet": "matrix", "rows": [], "columns": [], "ideas": []}')
    page.locator(".gg-sheet input[type=file]").set_input_files(tmp_path / "x.json")
    expect(page.locator(".gg-sheet [role=status]")).to_contain_text("geen bestand van dit invulblad")
    expect(page.locator("textarea").first).to_have_value("Blijft")


def test_a_score_off_the_scale_does_not_break_the_picture(visit, tmp_path):
    sentence = "Ik laat een stilte duren."
    (tmp_path / "x.json").write_text(f'{{"worksheet": "reflection", "scores": {{"{sentence}": 999}}, "notes": {{}}}}')
    page = visit().go(PATH)
    page.locator(".gg-sheet input[type=file]").set_input_files(tmp_path / "x.json")
    expect(page.locator(".gg-sheet [role=status]")).to_contain_text("geopend")
    expect(page.locator(".gg-outcome")).to_contain_text("verschijnt hier je beeld")


def test_only_the_sheet_is_printed_when_that_is_asked(visit):
    window = visit()
    window.page.add_init_script("window.print = () => { window.printed = document.documentElement.className; }")
    page = window.go(PATH)
    page.locator("textarea").first.fill("Een lang antwoord. " * 40)
    page.get_by_role("button", name="Druk dit blad af").click()
    assert "gg-prints-sheet" in page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".gg-lead")).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".gg-question .gg-paper").first).to_contain_text("Een lang antwoord.")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".gg-lead")).to_be_visible()


def test_without_javascript_an_empty_form_can_be_printed(visit):
    page = visit(java_script_enabled=False).go(PATH)
    page.emulate_media(media="print")
    assert page.locator(".gg-scale").count() == 10
    box = page.locator(".gg-question textarea").first.bounding_box()
    assert box and box["height"] > 80, "room to write"


@pytest.mark.parametrize("width", [1280, 360])
def test_it_fits_the_window(visit, width):
    page = visit(viewport={"width": width, "height": 800}).go(PATH)
    answer(page, "Luisteren", "Vaak")
    page.locator("textarea").first.fill("woord" * 100)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
