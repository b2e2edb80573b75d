"""Maps of Flanders: every municipality drawn, values in textures, with a table; the map of the networks."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from gemeengoed.edition import EditionName, select
from gemeengoed.load import load
from gemeengoed.revisions import History
from gemeengoed.settings import read_settings
from gemeengoed.stage.maps import MOST_LINKED, WHOLE, draw_map, drawing, levels, mark, spread
from gemeengoed.stage.network_map import network_map_page
from gemeengoed.stage.site import Site
from sites import REPOSITORY

from commons import load_commons, page, write_commons

ORGANISATIONS = """\
gent: {name: Gent & Co <b>, type: municipality, regions: [vlaanderen], nis: "44021"}
mesen: {name: Mesen, type: municipality, regions: [vlaanderen], nis: "33016"}
namen: {name: Namen, type: municipality, regions: [], nis: "92094"}
gemeente-a: {name: Gemeente A, type: municipality}
"""


def site_of(root: Path, **networks: str) -> Site:
    files = {
        f"commons/networks/{name}.md": page(f"type: community\n{text}", title=name) for name, text in networks.items()
    }
    tip = {"commons/tips/t.md": page("organisations: [gent]")}
    loaded = load_commons(write_commons(root, {"commons/organisations.yaml": ORGANISATIONS, **tip, **files}))
    return Site(select(loaded, EditionName.PUBLIC, History(), ()))


def test_every_flemish_municipality_of_the_register_is_drawn_and_no_other() -> None:
    organisations = yaml.safe_load((REPOSITORY / "commons/organisations.yaml").read_text("utf-8"))
    codes = {entry["nis"] for entry in organisations.values() if "nis" in entry}
    assert codes == set(drawing()["municipalities"]) and len(codes) == WHOLE and "33016" in codes


def test_the_drawing_is_small_and_lies_within_its_frame() -> None:
    for code in drawing()["municipalities"]:
        place = mark(1, "", "", frozenset({code}))
        assert 0 < place.x < drawing()["width"] and 0 < place.y < drawing()["height"], code
    assert sum(map(len, drawing()["municipalities"].values())) < 40_000


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([3, 3], [(3, 3, 4)]),
        ([1, 2], [(1, 1, 2), (2, 2, 4)]),
        ([1, 2, 5, 9], [(1, 1, 1), (2, 2, 2), (5, 5, 3), (9, 9, 4)]),
        (range(1, 9), [(1, 2, 1), (3, 4, 2), (5, 6, 3), (7, 8, 4)]),
    ],
)
def test_values_fall_in_four_levels_at_most(values: list[int], expected: list[tuple[int, int, int]]) -> None:
    assert [(level.least, level.most, level.texture) for level in levels(values)] == expected


def test_a_region_gives_its_value_to_its_municipalities_and_what_is_elsewhere_is_left_out(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert spread(site, {"vlaanderen": 2, "44021": 3, "92094": 9, "weg": 1}) == {"33016": 2, "44021": 5}


def test_a_map_says_everything_in_words_too_and_escapes_them(tmp_path: Path) -> None:
    html = draw_map(
        site_of(tmp_path),
        "kaart/",
        {"44021": 3, "33016": 1},
        key="k",
        title="T<i>",
        description="D",
        counted="pagina's",
    )
    assert '<a href="../organisaties/gent/" aria-label="Gent &amp; Co &lt;b&gt;: 3">' in html
    assert "<td>1</td>" in html and html.index("Gent &amp; Co") < html.rindex(">Mesen<")
    assert "T&lt;i&gt;</title>" in html and "<b>" not in html and "style=" not in html
    assert html.count("<path d=") == WHOLE + len(drawing()["provinces"])
    assert html.count('fill="url(#k-') == 4


def test_a_map_on_which_many_have_a_page_is_not_full_of_links(tmp_path: Path) -> None:
    codes = sorted(drawing()["municipalities"])
    named = {f"g{code}": f'g{code}: {{name: G{code}, type: municipality, nis: "{code}"}}\n' for code in codes}

    def links_of(number: int) -> int:
        tip = page(f"organisations: [{', '.join([*named][:number])}]")
        files = {"commons/organisations.yaml": ORGANISATIONS + "".join(named.values()), "commons/tips/t.md": tip}
        loaded = load_commons(write_commons(tmp_path / str(number), files))
        site = Site(select(loaded, EditionName.PUBLIC, History(), ()))
        values = dict.fromkeys(codes[:number], 2)
        html = draw_map(site, "kaart/", values, key="k", title="T", description="D", counted="x", with_table=False)
        assert html.count(": 2</title>") == number
        return html.count("<a ")

    assert links_of(MOST_LINKED) == MOST_LINKED and links_of(MOST_LINKED + 1) == 0


def test_the_map_of_the_networks_names_those_that_work_elsewhere(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, plein="regions: [vlaanderen]", werkplaats="regions: [nederland]", geheim="audience: members"
    )
    (found,) = network_map_page(site)
    html = found.parts["header"]
    (_, filled) = html.split('fill="url(#networks-4)">')
    assert filled.partition("</g>")[0].count("<path d=") == 2 and "2 gemeenten" in html
    assert html.index(">plein<") < html.index("niet getekend") < html.index(">werkplaats<")
    assert "geheim" not in html


def test_networks_elsewhere_stand_in_a_table_without_a_map_of_flanders(tmp_path: Path) -> None:
    (found,) = network_map_page(site_of(tmp_path, werkplaats="regions: [nederland]"))
    html = found.parts["header"]
    assert ">werkplaats<" in html and "<svg" not in html and "niet getekend" not in html


def test_without_networks_the_page_invites(tmp_path: Path) -> None:
    (found,) = network_map_page(site_of(tmp_path))
    assert "gg-empty" in found.parts["header"] and "<svg" not in found.parts["header"]


def test_the_repositorys_own_networks_stand_on_the_map() -> None:
    loaded = load(REPOSITORY, read_settings(REPOSITORY))
    (found,) = network_map_page(Site(select(loaded, EditionName.PUBLIC, History(), ())))
    for title in ("Locon De Stek", "Marktplein 1", "Regionale Kenniskringen", "Maatschappelijke Werkplaats"):
        assert title in found.parts["header"]
