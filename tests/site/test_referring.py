"""What refers to an item: all of it on its page, or the first of it there and all of it in a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.revisions import History
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.stage.tree import units

from commons import load_commons, page, write_commons

OF_EACH = {
    "experiences": (12, "about: methods/intervisie\norganisation: vzw-b\non: 2026-05\nresult: worked", "intervisie"),
    "answers": (8, "question: questions/vraag\nby: redactie\non: 2026-05", "vraag"),
    "collections": (6, "type: learning-path\nparts: [{item: methods/intervisie}]", "intervisie"),
    "tips": (24, "related: [methods/intervisie]\napplies_to: [vergaderen]", "intervisie"),
}
"""How many of a kind the page shows of those that refer to it, and how they do."""

ABOUT = {"intervisie": "methods/intervisie", "vraag": "questions/vraag"}


def pages_of(root: Path, folder: str, number: int) -> dict[str, str]:
    """The pages of the unit of what so many refer to: its own, and the list where there is one."""
    _, extra, name = OF_EACH[folder]
    files = {f"commons/{folder}/x{at}.md": page(extra, title=f"Nummer {at}.") for at in range(number)}
    question = {"commons/questions/vraag.md": page("state: open\nasked_by: redactie", title="Hoe?")}
    site = Site(select(load_commons(write_commons(root, {**files, **question})), EditionName.PUBLIC, History(), ()))
    made = [one for unit, make in units(site) if unit == f"item {ABOUT[name]}" for one in make()]
    return {one.path: "".join((one.body, *one.parts.values())) for one in made if isinstance(one, StagedPage)}


@pytest.mark.parametrize("folder", OF_EACH)
def test_as_many_as_the_page_has_room_for_stand_there_and_in_no_list(tmp_path, folder):
    most, _, name = OF_EACH[folder]
    pages = pages_of(tmp_path, folder, most)
    assert len(pages) == 1
    (html,) = pages.values()
    assert all(f"Nummer {at}." in html for at in range(most)) and f"{name}/verwijzingen/" not in html


@pytest.mark.parametrize("folder", OF_EACH)
def test_one_more_and_all_stand_in_a_list_to_which_the_page_leads(tmp_path, folder):
    most, _, _ = OF_EACH[folder]
    pages = pages_of(tmp_path, folder, most + 1)
    html, listed = pages.values()
    assert sum(f"Nummer {at}." in html for at in range(most + 1)) == most
    assert 'href="verwijzingen/"' in html and str(most + 1) in html
    assert all(f"Nummer {at}." in listed for at in range(most + 1))
