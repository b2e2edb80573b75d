"""Icons that stand on a page several times are drawn once."""

from __future__ import annotations

from gemeengoed.stage.icons import drawn_once
from gemeengoed.stage.page import StagedPage

CHECK = "M21 7 9 19l-5.5-5.5 1.41-1.41L9 16.17 19.59 5.59z"
TIP = "M20 11h3v2h-3zM1 11h3v2H1zM13 1v3h-2V1zM4.92 3.5l2.13 2z"


def icon(path: str) -> str:
    return f'<svg aria-hidden="true" viewBox="0 0 24 24"><path d="{path}"/></svg>'


def test_an_icon_is_drawn_at_its_first_place_and_named_at_the_others():
    page = StagedPage("p.md", "", "", parts={"footer": icon(TIP) + icon(CHECK), "header": icon(CHECK), "head": "x"})
    made = drawn_once(page).parts
    assert made["header"].count(f' d="{CHECK}"') == 1 and CHECK not in made["footer"]
    name = made["header"].split(' id="')[1].split('"')[0]
    assert f'<use href="#{name}"/></svg>' in made["footer"]
    assert icon(TIP) in made["footer"] and made["head"] == "x"


def test_a_page_with_each_icon_once_is_left_alone():
    page = StagedPage("p.md", "", "", parts={"header": icon(CHECK), "footer": icon(TIP)})
    assert drawn_once(page) is page


def test_drawings_that_are_no_icon_are_left_alone():
    other = f'<svg viewBox="0 0 1000 393"><path d="{CHECK}"/></svg>'
    page = StagedPage("p.md", "", "", parts={"header": other + other})
    assert drawn_once(page) is page
