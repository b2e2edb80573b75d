"""A wide screen shows no menu beside a page of the commons; its listings name the rest of their part of the menu."""

import re
from pathlib import Path

import pytest
from gemeengoed.render import Engine


def part(site: Path, page: str) -> list[str]:
    """The links of the row, in the order in which they stand."""
    row = re.search(r'<nav class="gg-part".*?</nav>', (site / page / "index.html").read_text("utf-8"), re.DOTALL)
    return re.findall(r"<a href=[^>]*>([^<]+)</a>", row[0]) if row else []


@pytest.mark.parametrize("engine", list(Engine))
def test_a_listing_leads_to_the_other_pages_of_its_part(own_site, engine):
    site = own_site(engine)
    assert {"Kalender", "Beslissingen", "Doe mee", "Geven en krijgen"} <= set(part(site, "netwerken"))
    assert "Vaardigheden: vraag en aanbod" in part(site, "praktijken")
    assert "Thema’s" in part(site, "praktijken")  # set as in the heading of that page


def test_only_the_page_itself_is_marked(own_site):
    page = (own_site(Engine.MKDOCS) / "doe-mee" / "index.html").read_text("utf-8")
    assert set(re.findall(r'aria-current="page">([^<]+)<', page)) == {"Doe mee"}  # in the row, and in the menu


def test_a_page_that_stands_in_no_menu_has_no_row(own_site):
    assert part(own_site(Engine.MKDOCS), "methoden/intervisie") == []
