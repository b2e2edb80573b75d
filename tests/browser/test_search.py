"""Searching, as a reader does it: words in, the pages that one expects out, narrowed by filters, marked where found."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from sites import parse, text_of

pytestmark = pytest.mark.browser

FOUND = {
    "participatie": ("netwerken/lerend-netwerk-participatie/", "bijeenkomsten/leerdagen-jaargang-2019/"),
    "kenniskring": ("netwerken/regionale-kenniskringen/", "praktijken/kenniskring-per-regio/"),
    "cocreatie": ("netwerken/locon-de-stek/",),
}
"""For each word, what a Dutch reader expects among the first five."""

SPELLINGS = {
    "participatie": ("PARTICIPATIE", "participatié", "  Participatie "),
    "cocreatie": ("Co-creatie", "CO-CREATIE", "co-creatie"),
    "kenniskring": ("Kenniskring", "KENNISKRING"),
}


READY = """() => {
  const said = document.querySelector("#gg-finder [role=status]").textContent;
  const total = parseInt(said), shown = document.querySelectorAll(".gg-results li").length;
  return said.includes("“") || (total > 0 && shown >= Math.min(total, 10));
}"""


def search(page: Page) -> list[str]:
    """The addresses of the results on the page, once they are all there."""
    page.wait_for_function(READY)
    links = page.locator(".gg-results h3 a")
    return [urlsplit(str(link.get_attribute("href"))).path.lstrip("/") for link in links.all()]


def open_filter(page: Page, name: str) -> Locator:
    """The filters of one sort, folded open."""
    group = page.locator(f".gg-filters details[data-filter={name}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator(".gg-number:not(:empty)").first.wait_for()
    return group


def number_found(page: Page) -> int:
    said = page.locator("#gg-finder [role=status]").inner_text()
    return int(said.split()[0])


@pytest.mark.parametrize("word", FOUND)
def test_finds_what_one_expects(visit, word):
    results = search(visit().go(f"zoeken/?q={word}"))
    assert set(FOUND[word]) <= set(results[:5]), results


@pytest.mark.parametrize(
    ("word", "spelling"), [(word, other) for word, others in SPELLINGS.items() for other in others]
)
def test_accents_capitals_and_hyphens_do_not_matter(visit, word, spelling):
    window = visit()
    expected = search(window.go(f"zoeken/?q={word}"))
    assert search(window.go(f"zoeken/?q={spelling}")) == expected != []


def test_a_part_of_a_compound_finds_it(visit):
    """``participatie`` finds the page that speaks of a participatietraject, and ``traject`` too."""
    window = visit()
    assert "collecties/leerpad-eerste-participatietraject/" in search(window.go("zoeken/?q=participatie"))
    assert "collecties/leerpad-eerste-participatietraject/" in search(window.go("zoeken/?q=traject"))


def test_nothing_found_is_said(visit):
    page = visit().go("zoeken/?q=zxqjzxqj")
    assert search(page) == []
    expect(page.locator("#gg-finder [role=status]")).to_contain_text("zxqjzxqj")


@pytest.mark.parametrize("name", ["kind", "theme", "region", "skill", "maturity"])
def test_filters_narrow(visit, name):
    page = visit().go("zoeken/?q=netwerk")
    everything = set(search(page))
    total = number_found(page)
    group = open_filter(page, name)
    label = group.locator("label:visible").filter(has=page.locator(".gg-number", has_text=re.compile("^[1-9]"))).first
    figure = int(label.locator(".gg-number").inner_text())
    label.locator("input").check()
    page.wait_for_function(
        "(n) => parseInt(document.querySelector('#gg-finder [role=status]').textContent) === n", arg=figure
    )
    assert 0 < number_found(page) < total
    assert set(search(page)) != everything or figure >= 10
    value = label.locator("input").get_attribute("value")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["netwerk"], name: [value]}


def test_the_address_of_a_search_can_be_passed_on(visit):
    page = visit().go("zoeken/?q=netwerk")
    search(page)
    total = number_found(page)
    open_filter(page, "kind").locator("input[value=Netwerk]").check()
    page.wait_for_url("**kind=*")
    page.wait_for_function(
        "(n) => parseInt(document.querySelector('#gg-finder [role=status]').textContent) < n", arg=total
    )
    results, total, address = search(page), number_found(page), page.url
    other = visit().page
    other.goto(address)
    other.locator(".gg-results li").first.wait_for()
    assert (search(other), number_found(other)) == (results, total)
    expect(other.locator("#gg-find")).to_have_value("netwerk")
    assert other.locator(".gg-filters input:checked").count() == 1


def test_filters_without_a_word(visit):
    page = visit().go("zoeken/?kind=Tip")
    results = search(page)
    assert results and all(path.startswith("tips/") for path in results)


def test_filters_without_a_word_load_one_file_of_the_index(visit):
    """And not all of it: a word that every page has is looked for."""
    window, asked = visit(), []
    window.page.on("request", lambda request: asked.append(request.url))
    search(window.go("zoeken/?kind=Methode"))
    assert sum(".pf_index" in url for url in asked) == 1


def test_results_stand_in_groups_by_kind_and_one_leads_to_all_of_a_kind(visit):
    page = visit().go("zoeken/?q=participatie")
    search(page)
    groups = page.locator(".gg-found")
    names = [name.split(" ")[0] for name in groups.locator("h2").all_inner_texts()]
    assert "Methoden" in names and len(names) == len({*names}) > 2
    methods = groups.filter(has=page.locator("h2", has_text="Methoden"))
    total = int(methods.locator("h2 .gg-number").inner_text())
    assert methods.locator("li").count() < total
    methods.locator("button").click()
    page.wait_for_url("**kind=Methode")
    page.wait_for_function(
        "(n) => parseInt(document.querySelector('#gg-finder [role=status]').textContent) === n", arg=total
    )
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.gg-found').length > 2")
    assert page.locator(".gg-filters input:checked").count() == 0


def test_what_tells_about_the_site_comes_last(visit):
    page = visit().go("zoeken/?q=burgerparticipatie")
    search(page)
    names = [name.rpartition(" ")[0] for name in page.locator(".gg-found h2").all_inner_texts()]
    assert len(names) > 1 and names.index("Over deze site") == len(names) - 1


def test_a_page_in_another_language_says_so(visit):
    page = visit().go("en/search/?q=intervisie")
    page.locator(".gg-results h3 a").first.wait_for()
    assert {link.get_attribute("lang") for link in page.locator(".gg-results h3 a[href*='/methods/']").all()} == {"nl"}
    assert page.locator(".gg-results p[lang=nl]").count()


def test_the_newest_first(visit):
    """Sorted, results stand in one list; every page has a day, those that git does not know the same."""
    page = visit().go("zoeken/?kind=Methode")
    search(page)
    total = number_found(page)
    page.locator("select[name=sort]").select_option("used")
    page.wait_for_url("**sort=used")
    page.wait_for_function("() => document.querySelectorAll('.gg-found').length === 0")
    search(page)
    assert number_found(page) == total


def test_a_word_that_is_spelled_wrong(visit):
    page = visit().go("zoeken/?q=intervissie")
    suggestion = page.locator(".gg-hint a")
    expect(suggestion).to_have_text("intervisie")
    suggestion.click()
    page.wait_for_url("**/zoeken/?q=intervisie")
    expect(page.locator(".gg-hint")).to_be_hidden()
    page.wait_for_function(READY)
    assert search(page)[0] == "methoden/intervisie/"
    page.go_back()
    expect(page.locator("#gg-find")).to_have_value("intervissie")


def test_no_word_list_is_loaded_for_a_word_that_is_known(visit):
    window, asked = visit(), []
    window.page.on("request", lambda request: asked.append(request.url))
    for word in ("kenniskring", "meten", "participatiet", "pagina's"):
        search(window.go(f"zoeken/?q={quote(word)}"))
        window.page.wait_for_timeout(100)
    assert not [url for url in asked if "words.txt" in url]


def test_arrows_go_through_the_results_and_escape_back(visit):
    page = visit().go("zoeken/?q=participatie")
    search(page)
    page.locator("#gg-find").press("ArrowDown")
    page.keyboard.press("ArrowDown")
    here = "[...document.querySelectorAll('.gg-results h3 a')].indexOf(document.activeElement)"
    assert page.evaluate(here) == 1
    page.keyboard.press("ArrowUp")
    assert page.evaluate(here) == 0
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "gg-find"


def test_without_javascript_one_can_browse(visit):
    page = visit(java_script_enabled=False).go("zoeken/")
    expect(page.locator("#gg-finder")).to_be_hidden()
    page.locator(".gg-empty a:visible", has_text="Van A tot Z").click()
    expect(page.locator("h1")).to_have_text("Van A tot Z")
    page.locator(".gg-letters a", has_text="I").click()
    page.get_by_role("link", name="Intervisie: een eigen vraag").click()
    expect(page.locator("h1")).to_contain_text("Intervisie")


def test_all_filters_can_be_taken_away(visit):
    page = visit().go("zoeken/?q=netwerk&kind=Tip")
    search(page)
    narrowed = number_found(page)
    page.locator(".gg-filters > button").click()
    page.wait_for_function(
        "(n) => parseInt(document.querySelector('#gg-finder [role=status]').textContent) > n", arg=narrowed
    )
    assert "kind" not in page.url


def test_more_results_on_request(visit):
    page = visit().go("zoeken/?q=netwerk")
    first = search(page)
    assert len(first) == 10 < number_found(page)
    page.locator(".gg-found-list + p > .gg-more").click()
    page.locator(".gg-results li").nth(10).wait_for()
    assert {*first} < {*search(page)}
    assert page.evaluate("document.activeElement.getAttribute('href').split('?')[0].slice(1)") not in first


def test_the_page_found_has_the_word_marked(visit):
    page = visit().go("zoeken/?q=kenniskring")
    search(page)
    page.locator(".gg-results a").first.click()
    marked = page.locator(".gg-top mark, .gg-text mark")
    marked.first.wait_for()
    assert "kenniskring" in marked.first.inner_text().lower()
    assert page.locator("nav mark, .gg-bar mark").count() == 0


def test_with_the_keyboard_only(visit):
    """From the home page: into the search box, to the results, into one of them, to its page."""
    page = visit().go("")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "gg-q-home":
            break
    page.keyboard.type("intervisie")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=intervisie")
    results = search(page)
    assert results
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.gg-results') !== null"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{results[0]}?mark=intervisie")


def test_typing_searches_without_enter(visit):
    page = visit().go("zoeken/")
    page.locator("#gg-find").press_sequentially("buurtbabbel")
    page.locator(".gg-results a[href*='praktijken/buurtbabbel/']").wait_for()
    page.wait_for_url("**/zoeken/?q=buurtbabbel")


def test_the_home_page_leads_to_results(visit):
    page = visit().go("")
    page.locator("#gg-q-home").fill("matrix")
    page.locator(".gg-search--big button").click()
    page.wait_for_url("**/zoeken/?q=matrix")
    assert "methoden/de-matrix/" in search(page)


@pytest.mark.parametrize(
    "folder", ["praktijken", "methoden", "tips", "vragen", "antwoorden", "netwerken", "collecties"]
)
def test_a_page_is_found_by_its_title(visit, own_site, folder):
    """A sample: the first of some kinds."""
    site = own_site("mkdocs")
    path = sorted(found.parent for found in (site / folder).glob("*/index.html"))[0]
    title = text_of(next(parse(path / "index.html").iter("h1")))
    results = search(visit().go(f"zoeken/?q={quote(title)}"))
    assert f"{folder}/{path.name}/" in results[:3]
