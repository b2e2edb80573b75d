"""Pages of two things together, and the list from A to Z: what has one, and what it holds."""

from __future__ import annotations

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.stage.finding import letters
from gemeengoed.stage.finding.browse import part_of_pair
from gemeengoed.stage.finding.letters import letter_units, order_of, places
from gemeengoed.stage.finding.pairs import on_pairs, pairs, part_name
from gemeengoed.stage.site import Site

from commons import load_commons, page, write_commons

VOCABULARY = """
themes:
  participatie: {label: {nl: Participatie, en: Participation}, synonyms: {nl: [inspraak]}}
  water: {label: {nl: Water, en: Water}}
skills: {}
roles: {}
regions:
  gent: {label: {nl: Gent, en: Ghent}}
  brugge: {label: {nl: Brugge, en: Bruges}}
"""


def about(theme: str, region: str, title: str) -> str:
    return page(f"regions: [{region}]", title=title).replace("[participatie]", f"[{theme}]")


@pytest.fixture
def site(tmp_path) -> Site:
    files = {
        "commons/vocabulary.yaml": VOCABULARY,
        "commons/tips/a.md": about("participatie", "gent", "De eerste tip"),
        "commons/tips/b.md": about("participatie", "gent", "Een tweede tip"),
        "commons/tips/c.md": about("water", "gent", "Ça va"),
        "commons/practices/d.md": about("participatie", "brugge", "2 keer"),
    }
    commons = load_commons(write_commons(tmp_path, files))
    return Site(select(commons, EditionName.PUBLIC, commons.history, ()))


def test_two_things_have_a_page_where_at_least_two_pages_stand_and_fewer_than_under_either(site):
    assert "themes/participatie/tips" in pairs(site)  # two of three tips, and of four pages
    assert "themes/participatie/regions/gent" in pairs(site)
    assert "themes/water/tips" not in pairs(site)  # one page
    assert "regions/gent/tips" not in pairs(site)  # all that stands in Ghent


def test_the_page_of_a_pair_lists_just_those(site):
    [listed] = part_of_pair(site, "themes/participatie/regions/gent", 1)
    assert listed.path == "themas/participatie/regios/gent/index.md"
    header = listed.parts["header"]
    assert "De eerste tip" in header and "Een tweede tip" in header and "Ça va" not in header
    assert "../../../../zoeken/?theme=Participatie&amp;region=Gent" in header


def test_what_stands_on_the_page_of_a_pair_stands_under_both_in_order_of_title(site):
    assert on_pairs(site).keys() == {part_name(name, 1) for name in pairs(site)}
    assert on_pairs(site)["themes/participatie/regions/gent 1"] == ("tips/a", "tips/b")
    of_term = site.index.by_term
    for name, refs in on_pairs(site).items():
        folder, term, *_, last = name.removesuffix(" 1").split("/")
        both = of_term["region"][last] if "/regions/" in name else site.index.by_kind[last]
        under = of_term[folder.removesuffix("s")][term]
        assert refs == tuple(item.ref for item in under if item in both)


def test_titles_stand_under_their_first_word_that_is_no_article(site):
    found = {letter: [place.text for place in entries] for letter, entries in places(site).items()}
    assert found["0-9"] == ["2 keer"]
    assert found["E"] == ["De eerste tip"]
    assert found["T"] == ["Een tweede tip"]
    assert found["C"] == ["Ça va"]


def test_other_words_lead_to_their_term(site):
    [inspraak] = [place for place in places(site)["I"] if place.text == "inspraak"]
    assert (inspraak.leads_to, inspraak.see) == ("themes/participatie", True)


def test_an_article_alone_is_a_title():
    assert order_of("De", frozenset({"de"})) == "de"


def test_with_much_each_letter_has_its_own_page(site, monkeypatch):
    monkeypatch.setattr(letters, "TOGETHER", 3)
    made = {page.path: page.parts["header"] for _, make in letter_units(site) for page in make()}
    assert "Een tweede tip" in made["a-tot-z/t/index.md"]
    assert "Een tweede tip" not in made["a-tot-z/index.md"]
    assert 'href="t/"' in made["a-tot-z/index.md"]


def test_letters_stand_together_on_as_few_pages_as_they_fill(site, monkeypatch):
    monkeypatch.setattr(letters, "PER_PAGE", 4)
    made = {page.path: page.parts["header"] for _, make in letter_units(site) for page in make()}
    first, second = made["a-tot-z/index.md"], made["a-tot-z/p_2/index.md"]
    assert "De eerste tip" in first and "Een tweede tip" not in first
    last = max(made)
    assert "Een tweede tip" in made[last] and 'id="letter-t"' in made[last]
    assert f'href="{last.removeprefix("a-tot-z/").removesuffix("index.md")}#letter-t"' in first
    assert 'href="../#letter-e"' in second and 'href="#letter-e"' in first
