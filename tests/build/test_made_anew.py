"""What an edit or a commit makes anew: only what shows it, or tells of it."""

from __future__ import annotations

from pathlib import Path

from edited import NETWORK, NETWORKS, QUESTIONS, SMALL_PARTS, TIPS
from gemeengoed.checking import load_and_check, recall_memory
from gemeengoed.edition import EditionName
from gemeengoed.output import Output
from gemeengoed.settings import read_settings
from gemeengoed.stage.making import Making
from gemeengoed.staging import stage_edition
from sites import build_site, commit

from commons import page, write_commons, write_files


def stage_commons(root: Path, tree: Output) -> None:
    memory = recall_memory(root, read_settings(root))
    commons, problems = load_and_check(root, read_settings(root), memory=memory, jobs=1)
    stage_edition(root, commons, EditionName.PUBLIC, problems, tree, memory=memory)


def units_made(monkeypatch) -> list[str]:
    """The units that are made from now on."""
    made, make = list[str](), Making.make
    monkeypatch.setattr(Making, "make", lambda self, name, *others: made.append(name) or make(self, name, *others))
    return made


def test_a_page_that_did_not_change_is_not_rendered_again(tmp_path):
    root = write_commons(tmp_path, {TIPS[0]: page(title="Een tip"), TIPS[1]: page(title="Een andere tip")})
    build_site(root)
    same, other = root / "site/controles/text-iban/index.html", root / "site/tips/tip-1/index.html"
    before, old = same.stat().st_ino, other.stat().st_ino
    write_files(root, {TIPS[1]: page(title="Andere titel")})
    build_site(root)
    assert same.stat().st_ino == before and other.stat().st_ino != old


def test_only_the_boards_that_show_a_question_are_made_again(tmp_path, monkeypatch):
    def asked(title: str) -> str:
        return page("state: open\nasked_by: redactie\nnetworks: [networks/kring]", "Hoe?\n", title=title)

    other = {"commons/networks/ander.md": page("type: community", title="Ander")}
    elsewhere = {QUESTIONS[1]: asked("Hoe elders").replace("kring", "ander")}
    root = write_commons(tmp_path, {NETWORK: NETWORKS[0], QUESTIONS[0]: asked("Hoe dan"), **other, **elsewhere})
    tree = Output(tmp_path / "boom")
    stage_commons(root, tree)
    made = units_made(monkeypatch)
    write_files(root, {QUESTIONS[0]: asked("Hoe anders")})
    stage_commons(root, tree)
    boards = {"questions 1", "questions themes/participatie", "questions networks/kring"}
    assert {name for name in made if name.startswith("questions")} == boards
    assert "Hoe anders" in (tree.path / "netwerken/kring/vragen/index.md").read_text()


def test_a_commit_makes_anew_only_what_tells_of_it(tmp_path, monkeypatch):
    """A list shows when a page came, which no later commit changes; the page, the site map and figures say more."""
    write_commons(tmp_path, {TIPS[0]: page(title="Een tip"), TIPS[1]: page(title="Een andere tip")})
    commit(tmp_path, "2026-01-01")
    tree = Output(tmp_path / "boom")
    stage_commons(tmp_path, tree)
    made = units_made(monkeypatch)
    write_files(tmp_path, {TIPS[0]: page(title="Een tip", body="Anders.\n")})
    commit(tmp_path, "2026-01-01")
    stage_commons(tmp_path, tree)
    assert {"item tips/tip-0", "api tips 1", "figures_page", "root site map"} <= {*made}
    assert not [name for name in made if name.startswith(("kind", "term", "pair", "letter", "root reserved"))]


def test_another_title_makes_anew_only_what_shows_it(tmp_path, monkeypatch):
    """Not what says how many there are of something, nor what is worked out of other parts of its front matter."""
    names = {"commons/organisations.yaml": "aa:\n  name: Aa\n  type: municipality\n"}
    pages = {TIPS[0]: page("organisations: [aa]", title="Een tip"), TIPS[1]: page("organisations: [aa]", title="Zo")}
    root, tree = write_commons(tmp_path, {**pages, **names}), Output(tmp_path / "boom")
    stage_commons(root, tree)
    made = units_made(monkeypatch)
    write_files(root, {TIPS[0]: page("organisations: [aa]", title="Zulk een tip")})
    stage_commons(root, tree)
    assert {"item tips/tip-0", "kind tips 1", "term organisation aa 1", "letters"} <= {*made}
    assert {"register organisation", "figures_page", "connection_pages", "calendar_files"}.isdisjoint(made)


def test_another_title_makes_anew_only_the_parts_of_a_listing_from_its_old_place_to_its_new_one(tmp_path, monkeypatch):
    """Under a term a method stands before the tips, so that those which change places reach into its fourth part."""
    paths = [f"commons/tips/tip-{number}.md" for number in range(10)]
    files = {path: page(title=f"Tip {number}") for number, path in enumerate(paths)}
    root, tree = write_commons(tmp_path, {"mkdocs.yml": SMALL_PARTS, **files}), Output(tmp_path / "boom")
    stage_commons(root, tree)
    made = units_made(monkeypatch)
    write_files(root, {paths[2]: page(title="Tip 55")})
    stage_commons(root, tree)
    under = {f"term {name} {number}" for name in ("theme participatie", "contributor redactie") for number in (2, 3, 4)}
    assert {name for name in made if name.startswith(("kind", "term"))} == {"kind tips 2", "kind tips 3", *under}
    assert "root site map" not in made
