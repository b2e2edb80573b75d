"""No page grows with the commons, and none lists everything: where there is more, it shows no more than before.

Two commons, the second half as large again, in which everything hangs together with one thing of each sort.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from crowded import crowded_commons
from gemeengoed.edition import EditionName, select
from gemeengoed.problems import Severity
from gemeengoed.revisions import History, Revision
from gemeengoed.stage.addresses import address_of
from gemeengoed.stage.page import Staged, StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.stage.tree import finished, units

from commons import check_commons, load_commons, write_commons

FEW, MANY = 60, 90
"""How many of everything there are in the two commons: more than any page shows."""

ABOUT_ONE_OF_MANY = re.compile(r"\bn\d+\b")
"""A unit about one of the many: it is like that of the one thing with which all of them hang together."""

A_NUMBER = 40
"""How much longer a page may be because its numbers, and the names that it happens to show, are longer."""

HTML, FORM, FRAME = 40 * 1024, 60 * 1024, 10_500
"""How long a page may be, and that of a form (``tests/browser/test_weight.py``), with the frame around each."""

OF_THE_VOCABULARY = {"zoeken/index.md": 3 * 150}
"""Pages that hold the vocabulary, which grows as its editors let it, with the bytes for a term of every list."""

WHOLE = {
    "manifest.json": "what became of each file, for programs",
    "kalender.ics": "the gatherings of a year and those to come, for a calendar that is subscribed to",
    "names.json": "the registers to choose from, asked for when somebody fills in a form",
    "addresses.txt": "the names in a folder, up to a thousand, asked for when an address in it leads nowhere",
}
"""The files that tell of all that there is, by name, with what and for whom."""


def staged(root: Path, number: int, a_part: int) -> dict[str, Staged]:
    """Everything that is staged of a commons of so many, but for what is about one of the many."""
    root.mkdir()
    commons = replace(load_commons(write_commons(root, crowded_commons(number, a_part))), today=date(2026, 11, 22))
    days = {item.path: Revision(date(2026, 1, 1), date(2026, 1, 1), 1) for item in commons.items.values()}
    site = Site(select(commons, EditionName.PUBLIC, History(days), ()))
    made = (one for name, make in units(site) if not ABOUT_ONE_OF_MANY.search(name) for one in make())
    return {one.path: finished(site, one) for one in made}


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Staged]:
    return staged(tmp_path_factory.mktemp("drukte") / "few", FEW, 6)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Staged]:
    return staged(tmp_path_factory.mktemp("drukte") / "many", MANY, 6)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Staged]:
    """With as much on a page as usual."""
    return staged(tmp_path_factory.mktemp("drukte") / "full", FEW, 36)


def size(one: Staged) -> int:
    """How many bytes a page or file has, without the frame around every page."""
    texts = (one.body, *one.parts.values()) if isinstance(one, StagedPage) else (one.content,)
    return sum(len(text.encode()) for text in texts)


def grown(few: dict[str, Staged], many: dict[str, Staged]) -> dict[str, tuple[int, int]]:
    """What is longer in the larger commons. The last parts of a list are filled up in it, so parts are left out."""
    sizes = {path: (size(one), size(many[path])) for path, one in few.items() if path in many and "/p_" not in path}
    return {path: (before, after) for path, (before, after) in sizes.items() if after - before > A_NUMBER}


def test_no_page_grows(few, many):
    longer = {path: sizes for path, sizes in grown(few, many).items() if path.endswith(".md")}
    assert {path: after - before for path, (before, after) in longer.items()} == {
        path: pytest.approx(each * (MANY - FEW), rel=0.2) for path, each in OF_THE_VOCABULARY.items()
    }


def test_no_page_is_longer_than_a_phone_bears(full):
    pages = {path: one for path, one in full.items() if path.endswith(".md") and path not in OF_THE_VOCABULARY}
    sizes = {path: size(one) for path, one in pages.items()}
    most = {path: (FORM if path.startswith("bijdragen/") else HTML) - FRAME for path in sizes}
    assert {path: size for path, size in sizes.items() if size > most[path]} == {}


LEFT_OUT = [
    ("bijdragers", "", "bijdragers/bij-n"),
    ("organisaties", "", "organisaties/org-n"),
    ("themas", "", "themas/n"),
    ("vaardigheden", "", "vaardigheden/n"),
    ("evenwicht", "", "organisaties/org-n"),
    ("lidmaatschap", "", "organisaties/org-n"),
    ("vaardigheden/spil/bijdragers", "vaardigheden/spil/index.md", "bijdragers/bij-n"),
    ("praktijken/spil/verwijzingen", "praktijken/spil.md", "ervaringen/n"),
    ("praktijken/spil/verwijzingen", "praktijken/spil.md", "collecties/n"),
    ("praktijken/spil/verwijzingen", "praktijken/spil.md", "tips/n"),
    ("vragen/spil/verwijzingen", "vragen/spil.md", "antwoorden/n"),
    ("regios/spil/netwerken", "kaart/index.md", "netwerken/n"),
]
"""Lists with the page that leads to them, and the pages to which they lead, of each of the many one."""


def leads_to(one: Staged) -> list[str]:
    """The addresses to which a page leads, in the order in which they stand."""
    assert isinstance(one, StagedPage)
    hrefs = re.findall(r'href="([^"]*)"', "".join(one.parts.values()))
    return [urljoin(f"/{address_of(one.path)}", href)[1:] for href in hrefs]


def parts_of(many: dict[str, Staged], folder: str) -> list[Staged]:
    return [one for path, one in many.items() if re.fullmatch(rf"{folder}/(p_\d+/)?index\.md", path)]


@pytest.mark.parametrize(("folder", "page", "to"), LEFT_OUT)
def test_what_a_page_leaves_out_is_where_it_leads(many, folder, page, to):
    parts = parts_of(many, folder)
    found = {address.partition("#")[0] for part in parts for address in leads_to(part)}
    assert len(parts) > 1 and found >= {f"{to}{number}/" for number in range(MANY)}
    assert not page or f"{folder}/" in leads_to(many[page])


def test_a_picture_without_room_on_its_page_has_one_of_its_own(many):
    page, picture = many["vaardigheden/spil/index.md"], many["vaardigheden/spil/verbindingen/index.md"]
    assert "<svg viewBox" not in page.parts["header"]
    assert "vaardigheden/spil/verbindingen/#gg-connections" in leads_to(page)
    assert 'id="gg-connections"' in picture.parts["header"] and "vaardigheden/spil/" in leads_to(picture)


def test_a_day_with_many_gatherings_leads_to_the_part_of_the_list_in_which_the_others_begin(many):
    """January 2025 has two days with a sixth of all gatherings each; the page names four of each day."""
    addresses = leads_to(many["kalender/2025-01/index.md"])
    first, second = (place for place, address in enumerate(addresses) if address.startswith("bijeenkomsten/p_"))
    shown = {*addresses[first - 4 : first], *addresses[second - 4 : second]}
    for day, at in enumerate((first, second), start=1):
        that_day = {f"bijeenkomsten/n{at}/" for at in range(0, MANY, 3) if 1 + at % 2 == day}
        parts = [{*leads_to(part)} & (that_day - shown) for part in parts_of(many, "bijeenkomsten")]
        began = next(number for number, left_out in enumerate(parts, start=1) if left_out)
        assert len(that_day - shown) == 11 and addresses[at] == f"bijeenkomsten/p_{began}/"


def test_whatever_file_grows_is_for_programs_or_asked_for_by_hand(few, many):
    """Lists of the interface for programs apart, which have a hundred in a file (``tests/open_data``)."""
    longer = [path for path in grown(few, many) if not path.endswith(".md") and not path.startswith("api/")]
    assert {path.rpartition("/")[2] for path in longer} == {*WHOLE}


def test_the_crowded_commons_is_one_that_could_be(tmp_path):
    root = write_commons(tmp_path, crowded_commons(4))
    assert {problem.code for problem in check_commons(root) if problem.severity is Severity.ERROR} == set()
