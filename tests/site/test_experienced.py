"""What a page shows of who used it and what reviewers found, and the pages by size and result."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.stage.shared import sources_of
from gemeengoed.stage.site import Site
from gemeengoed.stage.watched import watch, watched_class
from playwright.sync_api import Browser, expect
from sites import build_site, files_with, parse, served, text_of, with_class

from commons import CONTRIBUTORS, METHOD, ORGANISATIONS, SETTINGS, load_commons, page, write_commons

PLACES = """\
dorp: {name: Dorp, type: municipality, regions: [vlaanderen], population_band: under-10000}
stad: {name: Stad, type: municipality, regions: [vlaanderen], population_band: over-100000}
"""
PEOPLE = """\
an:
  name: An Voorbeeld
  organisations: [dorp]
  consent: {on: 2026, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}
bo:
  name: Bo Voorbeeld
  organisations: [gemeente-a]
  consent: {on: 2026, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}
"""
REVIEWS = """\
reviews:
  - {by: an, on: 2026-02, verdict: with-changes, note: "Duurt <b>lang</b>."}
  - {by: bo, on: 2026-03, verdict: useful}"""


def experience(organisation: str, on: str, result: str, more: str = "") -> str:
    return page(f"about: methods/intervisie\norganisation: {organisation}\non: {on}\nresult: {result}{more}")


FILES = {
    "mkdocs.yml": f"{SETTINGS}nav: [index.md]\n",
    "contributors.yaml": CONTRIBUTORS + PEOPLE,
    "commons/organisations.yaml": ORGANISATIONS + PLACES,
    METHOD: page(f"maturity: proven\n{REVIEWS}", title="Intervisie"),
    "commons/tips/ongebruikt.md": page(title="Ongebruikt"),
    "commons/experiences/a.md": experience("dorp", "2024", "failed"),
    "commons/experiences/b.md": experience(
        "dorp", "2025-03", "worked", "\ncost: Niets\nstaff_time: Twee uur\nchanged: Korter.\nadvice: Begin klein."
    ),
    "commons/experiences/c.md": experience("stad", "2023", "partly"),
    "commons/experiences/d.md": experience("vzw-b", "2026", "worked", "\naudience: members"),
    "commons/collections/pad.md": page(
        "type: learning-path\nparts:\n  - item: methods/intervisie\n  - {item: tips/geheim, note: Notawoord.}\n"
        "  - item: tips/ongebruikt",
        title="Een pad",
    ),
    "commons/tips/geheim.md": page("audience: members", title="Geheimwoord"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_commons(tmp_path_factory.mktemp("ervaren"), FILES)


@pytest.fixture(scope="module")
def public(root: Path) -> Path:
    build_site(root, root / "public")
    return root / "public"


@pytest.fixture(scope="module")
def members(root: Path) -> Path:
    build_site(root, root / "members", edition=EditionName.MEMBERS)
    return root / "members"


def method(site: Path) -> Element:
    return parse(site / "methoden/intervisie/index.html")


def section(element: Element, name: str) -> str:
    return text_of(with_class(element, name)[0])


def filters(element: Element, name: str) -> list[str]:
    found = next(found for found in element.iter() if "data-pagefind-filter" in found.attrib)
    names = (pair.rstrip("]").split("[") for pair in found.get("data-pagefind-filter", "").split(","))
    return [found.get(attribute, "") for filter_, attribute in names if filter_ == name]


def test_the_line_that_sums_up_says_only_what_there_is(public, members):
    first = "Gebruikt door 2 organisaties, 1 met succes, 1 met gedeeltelijk succes, 1 met minder dan 20.000 inwoners."
    assert first in section(method(public), "gg-used")
    second = "Gebruikt door 3 organisaties, 2 met succes, 1 met gedeeltelijk succes, 1 met minder dan 20.000 inwoners."
    assert second in section(method(members), "gg-used")


def test_an_experience_is_told_with_who_where_when_and_what(public):
    told = [text_of(card) for card in with_class(method(public), "gg-used")[0].iter("li")]
    assert len(told) == 3
    for words in (
        "Dorp",
        "Minder dan 10.000 inwoners",
        "Vlaanderen",
        "maart 2025",
        "Niets",
        "Twee uur",
        "Begin klein.",
    ):
        assert words in told[0]
    assert ["vervangt ze" in card for card in told] == [False, True, False]
    assert "Werkte" in told[0] and "Korter." in told[0]


def test_a_page_that_nobody_used_invites(public):
    built = parse(public / "tips/ongebruikt/index.html")
    assert "Heb jij dit gebruikt?" in section(built, "gg-used")
    assert [link.get("href") for link in with_class(built, "gg-used")[0].iter("a")] == ["../../bijdragen/"]


def test_reviews_that_do_not_count_are_shown_and_say_why(public):
    shown = section(method(public), "gg-reviews")
    assert "1 beoordeling van buitenaf: 1 × bruikbaar met aanpassingen." in shown
    assert "An Voorbeeld, Dorp" in shown and "Duurt <b>lang</b>." in shown
    assert "Telt niet mee: de beoordelaar werkt voor de organisatie van een auteur." in shown


def test_what_is_claimed_and_not_borne_out_is_said_kindly(public, members):
    shown = section(method(public), "gg-standing")
    assert "Uitgeprobeerd Minstens één organisatie deed het. Hier staat het nu" in shown
    assert "De makers noemen dit “Bewezen”" in shown
    assert "is nog 1 organisatie nodig" in shown
    shown = section(method(members), "gg-standing")
    assert "De makers noemen dit" not in shown and "nodig" not in shown


def test_pages_by_size_and_result(public):
    overview = parse(public / "gebruikt/index.html")
    rows = [[text_of(cell) for cell in row] for body in overview.iter("tbody") for row in body]
    assert rows == [
        ["Minder dan 20.000 inwoners", "1", "0", "0"],
        ["Minder dan 10.000 inwoners", "1", "0", "0"],
        ["100.000 inwoners of meer", "0", "1", "0"],
    ]
    pages = sorted(path.parent.name for path in (public / "gebruikt").glob("*/index.html"))
    assert pages == ["methoden-klein-werkte", "methoden-tot-10000-werkte", "methoden-vanaf-100000-werkte-deels"]
    listing = parse(public / "gebruikt/methoden-klein-werkte/index.html")
    assert [text_of(card) for card in with_class(listing, "gg-card__title")] == ["Intervisie"]


def test_no_title_is_of_matter_for_what_was_told_and_no_experience_for_the_order(root):
    """So after another title no experience is read."""
    commons = load_commons(root)
    site = watched_class(Site)(watch(select(commons, EditionName.PUBLIC, commons.history, ())))
    told, listed = (sources_of(site, name) for name in ("facets_told", "used_by_facet"))
    assert {"by_kind experiences ~", "front experiences/a", "organisations dorp"} <= {*told}
    assert not [key for key in told if key.startswith("title ") or key == "by_kind experiences"]
    assert {"by_kind methods", "site facets_told *"} <= {*listed}
    assert not [key for key in listed if "experiences" in key]


def test_an_overview_without_experiences_invites(tmp_path):
    build_site(write_commons(tmp_path, {"mkdocs.yml": f"{SETTINGS}nav: [index.md]\n"}))
    overview = parse(tmp_path / "site/gebruikt/index.html")
    assert "Dan helpt jouw ervaring een collega." in text_of(with_class(overview, "gg-empty")[0])


def test_the_search_can_be_narrowed_to_where_it_worked(public):
    assert filters(method(public), "worked") == ["Minder dan 20.000 inwoners", "Minder dan 10.000 inwoners"]
    assert filters(method(public), "result") == ["Werkte", "Werkte gedeeltelijk"]
    failed = parse(public / "ervaringen/a/index.html")
    assert (filters(failed, "worked"), filters(failed, "result")) == ([], ["Werkte niet"])


def test_nothing_of_a_members_page_shows_along_a_path(public, members):
    """Neither its title nor its note, and no gap in the numbers that would give it away."""
    assert "stap 2 van 2" in section(parse(public / "tips/ongebruikt/index.html"), "gg-along")
    assert "stap 3 van 3" in section(parse(members / "tips/ongebruikt/index.html"), "gg-along")
    numbers = with_class(parse(public / "collecties/pad/index.html"), "gg-parts__number")
    assert [text_of(number) for number in numbers] == ["1", "2"]
    assert files_with(public, "Notawoord") == files_with(public, "Geheimwoord") == []
    assert "Notawoord" in text_of(parse(members / "collecties/pad/index.html"))


@pytest.mark.browser
def test_a_colleague_of_a_small_municipality_finds_what_worked_in_one(public, browser: Browser):
    with served(public) as address:
        page = browser.new_context().new_page()
        page.goto(f"{address}zoeken/?worked=Minder+dan+20.000+inwoners")
        page.locator(".gg-results li").first.wait_for()
        found = [text.splitlines()[-1] for text in page.locator(".gg-results h3").all_inner_texts()]
        assert sorted(found) == ["Een pagina", "Intervisie"], "the method, and the experience with it that worked"
        figure = page.locator(".gg-filters label:has(input:checked) .gg-number")
        expect(figure).to_have_text("2")
        page.context.close()
