"""The page of figures: pictures with words, tables beside them, invitations where there is nothing; and `stats`."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.history import read_history
from gemeengoed.load import load
from gemeengoed.settings import read_settings
from gemeengoed.stage.charts import Entry, bars, ceiling, chart
from gemeengoed.stage.figures import figures_page
from gemeengoed.stage.site import Site
from sites import commit, run

from commons import page, write_commons, write_files

ORGANISATIONS = """\
gent: {name: Gent, type: municipality, regions: [oost-vlaanderen], nis: "44021", population_band: over-100000}
geheim: {name: Stad Geheim, type: municipality, regions: [oost-vlaanderen], nis: "41002"}
gemeente-a: {name: Gemeente A, type: municipality}
vzw-b: {name: Vzw B, type: non-profit}
"""
VOCABULARY = """\
themes:
  participatie: {label: {nl: Participatie, en: Participation}}
  co-creatie: {label: {nl: Co-creatie, en: Co-creation}}
regions:
  vlaanderen: {label: {nl: Vlaanderen, en: Flanders}}
  oost-vlaanderen: {label: {nl: Oost-Vlaanderen, en: East Flanders}}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commons of three months, with a page for members."""
    made = tmp_path_factory.mktemp("cijfers") / "proef"
    registers = {"commons/organisations.yaml": ORGANISATIONS, "commons/vocabulary.yaml": VOCABULARY}
    write_commons(made, registers)
    commit(made, "2026-01-10")
    ours = "about: methods/intervisie\norganisation: gent\non: 2026-02-01\nresult: worked"
    write_files(made, {"commons/experiences/e.md": page(ours, title="Het werkte in Gent")})
    commit(made, "2026-02-01")
    theirs = "about: methods/intervisie\norganisation: geheim\non: 2026-02-01\nresult: failed\naudience: members"
    write_files(made, {"commons/experiences/g.md": page(theirs), "commons/tips/t.md": page("review_by: 2026-02")})
    commit(made, "2026-03-05")
    return made


def pages_of(root: Path, edition: EditionName = EditionName.PUBLIC) -> dict[str, str]:
    history = read_history(root)
    commons = load(root, read_settings(root), history, date(2026, 3, 20))
    return {found.path: found.parts["header"] for found in figures_page(Site(select(commons, edition, history, ())))}


def html_of(root: Path, edition: EditionName = EditionName.PUBLIC) -> str:
    return pages_of(root, edition)["cijfers/index.md"]


def test_every_picture_has_a_title_a_description_and_a_table(root: Path) -> None:
    html = html_of(root)
    pictures = re.findall(r'<svg [^>]*aria-labelledby="([\w-]+)" aria-describedby="([\w-]+)"', html)
    assert {title.removesuffix("-title") for title, _ in pictures} >= {"growth", "activity"}
    for title, about in pictures:
        assert re.search(rf'<title id="{title}">[^<]+</title>', html) and re.search(rf'<desc id="{about}">\S', html)
    assert len(set(re.findall(r' id="([^"]+)"', html))) == len(re.findall(r' id="([^"]+)"', html))
    assert '<tr><th scope="row">februari 2026</th><td>1</td><td>2</td><td>1</td></tr>' in html
    assert re.search(r'<tr><th scope="row"><a href="../organisaties/gent/">Gent</a></th><td>0</td><td>1</td>', html)


def test_each_map_has_a_page_with_its_numbers_in_a_table(root: Path) -> None:
    """Of what there is something: here one experience, that of Gent."""
    pages = pages_of(root)
    assert set(pages) == {"cijfers/index.md", "cijfers/ervaringen/index.md"}
    assert 'href="ervaringen/"' in pages["cijfers/index.md"] and 'class="gg-map"' not in pages["cijfers/index.md"]
    html = pages["cijfers/ervaringen/index.md"]
    assert html.count("<title>Gent: 1</title>") == 1 and 'aria-describedby="municipalities-about"' in html
    assert '<th scope="row"><a href="../../organisaties/gent/">Gent</a></th><td>1</td>' in html


def test_nothing_is_counted_that_only_members_see(root: Path) -> None:
    public, members = html_of(root), html_of(root, EditionName.MEMBERS)
    assert "Stad Geheim" not in public and "Werkte niet <strong>0<" in public
    assert "Stad Geheim" in members and "Werkte niet <strong>1<" in members


def test_what_is_overdue_is_named_with_its_date(root: Path) -> None:
    assert "sinds februari 2026" in html_of(root)


def test_an_empty_commons_invites(tmp_path: Path) -> None:
    html = html_of(write_commons(tmp_path / "leeg"))
    assert html.count("gg-empty") == 5 and 'class="gg-chart"' not in html


def test_a_commons_outside_flanders_is_not_asked_for_flemish_municipalities(tmp_path: Path) -> None:
    html = html_of(write_commons(tmp_path / "elders", {"commons/tips/t.md": page("organisations: [vzw-b]")}))
    assert "Vlaamse gemeente" not in html and "Vzw B <strong>1</strong>" in html


def test_the_same_commons_gives_the_same_page(root: Path) -> None:
    assert html_of(root) == html_of(root)


def test_stats_tells_the_same_to_programs_and_to_people(root: Path) -> None:
    epoch = {"SOURCE_DATE_EPOCH": "1773964800"}
    told = json.loads(run("stats", "--root", root, "--format", "json", **epoch).stdout)
    assert told["on"] == "2026-03-20" and told["edition"] == "public"
    assert told["pages"]["experiences"] == 1 and told["results"] == {"worked": 1, "partly": 0, "failed": 0}
    assert told["coverage"]["gent"] == {"pages": 0, "experiences": 1, "contributors": 0}
    assert [span["total"] for span in told["growth"]] == [1, 2, 3]
    assert told["to_review"] == [{"item": "tips/t", "since": "2026-02"}]
    text = run("stats", "--root", root, "--lang", "nl", "--edition", "members", **epoch).stdout
    assert "      2  Ervaringen" in text and "      4  Pagina's in totaal" in text


@pytest.mark.parametrize(("value", "top"), [(0, 1), (1, 1), (7, 7), (10, 10), (11, 20), (202, 300), (1000, 1000)])
def test_the_top_of_a_chart_is_a_round_number(value: int, top: int) -> None:
    assert ceiling(value) == top


def test_columns_stand_beside_each_other_within_the_chart() -> None:
    made = chart([Entry(str(n), str(n), n) for n in range(20)])
    ends = [(column.left, column.left + column.width) for column in made.columns]
    assert all(end < start for (_, end), (start, _) in pairwise(ends))
    assert ends[0][0] >= 0 and ends[-1][1] <= 100
    assert made.columns[0].height == 0 and made.grid == ((0, 158), (10, 88), (20, 18))
    assert sum(column.has_label for column in made.columns) <= 6


def test_bars_are_as_long_as_their_numbers() -> None:
    assert [bar.share for bar in bars([("a", 4), ("b", 1), ("c", 0)])] == [100, 25, 0]
    assert [bar.share for bar in bars([("a", 0)])] == [0]
