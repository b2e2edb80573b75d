"""No link rots: whoever follows the address that a page had gets to the page."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from gemeengoed.checking import load_and_check
from gemeengoed.edition import EditionName
from gemeengoed.output import Output
from gemeengoed.settings import read_settings
from gemeengoed.staging import stage_edition
from sites import commit

from commons import page, write_commons, write_files

TO = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def staged(root: Path, edition: EditionName = EditionName.PUBLIC) -> Path:
    """The files for the root of the site."""
    tree = Output(root.parent / f"tree-{edition}")
    commons, problems = load_and_check(root, read_settings(root), jobs=1)
    stage_edition(root, commons, edition, problems, tree)
    return tree.path / ".site-root"


def followed(site: Path, address: str) -> str:
    """The address that an old address leads to."""
    html = (site / address / "index.html").read_text("utf-8")
    link = TO.search(html)
    assert link and f'<a href="{link[1]}">' in html and 'name="robots" content="noindex"' in html
    return urljoin(f"/{address}", link[1])


@pytest.fixture
def root(tmp_path) -> Path:
    """A commons in which a tip was renamed twice, and another took the first name of a third."""
    root = write_commons(
        tmp_path / "commons", {"commons/tips/eerst.md": page(body="Lang genoeg. " * 30, title="De tip")}
    )
    write_files(root, {"commons/tips/ander.md": page(body="Heel iets anders over water. " * 20, title="Ander")})
    commit(root, "2026-01-01")
    (root / "commons/tips/eerst.md").rename(root / "commons/tips/dan.md")
    (root / "commons/tips/ander.md").rename(root / "commons/tips/weg.md")
    commit(root, "2026-01-02")
    (root / "commons/tips/dan.md").rename(root / "commons/tips/nu.md")
    write_files(root, {"commons/tips/ander.md": page(body="Weer een andere tip.\n", title="Nieuw onder een oude naam")})
    commit(root, "2026-01-03")
    return root


def test_every_name_that_git_knows_leads_to_the_page_of_today(root):
    site = staged(root)
    assert followed(site, "tips/eerst/") == followed(site, "tips/dan/") == "/tips/nu/"
    assert not (site / "tips/nu/index.html").exists()


def test_an_address_where_a_page_stands_again_is_that_page(root):
    assert not (staged(root) / "tips/ander/index.html").exists()


def test_hosts_that_can_are_told_too(root):
    lines = (staged(root) / "_redirects").read_text("utf-8").splitlines()
    assert lines == ["/tips/dan/ /tips/nu/ 301", "/tips/eerst/ /tips/nu/ 301"]


def test_a_former_name_in_the_front_matter_leads_to_the_item_also_from_another_kind(root):
    write_files(root, {"commons/tips/nu.md": page("aliases: [practices/de-tip, tips/nooit-in-git]")})
    site = staged(root)
    assert followed(site, "praktijken/de-tip/") == followed(site, "tips/nooit-in-git/") == "/tips/nu/"


def test_what_was_superseded_and_is_shown_no_more_leads_to_its_successor(root):
    write_files(
        root, {"commons/tips/weg.md": page("status: draft"), "commons/tips/nu.md": page("supersedes: [tips/weg]")}
    )
    assert followed(staged(root), "tips/weg/") == "/tips/nu/"


def test_what_was_superseded_and_is_kept_says_by_what(root):
    write_files(root, {"commons/tips/nu.md": page("supersedes: [tips/ander]", title="De opvolger")})
    tree = staged(root).parent
    assert "Deze pagina is vervangen door:" in (tree / "tips/ander.md").read_text("utf-8")


def test_nothing_leads_to_or_from_what_its_readers_may_not_know_of(root):
    write_files(root, {"commons/tips/nu.md": page("audience: members\naliases: [tips/besloten-naam]")})
    public = staged(root)
    assert not any(path.name == "index.html" for path in public.rglob("*"))
    assert "besloten-naam" not in "".join(path.read_text("utf-8") for path in public.rglob("*") if path.is_file())
    assert followed(staged(root, EditionName.MEMBERS), "tips/eerst/") == "/tips/nu/"


def test_a_name_that_what_is_hidden_had_leads_nowhere_either(root):
    hidden = {"commons/tips/nu.md": page("audience: members"), "commons/tips/weg.md": page("supersedes: [tips/nu]")}
    write_files(root, hidden)
    assert not any(path.name == "index.html" for path in staged(root).rglob("*"))
    assert followed(staged(root, EditionName.MEMBERS), "tips/eerst/") == "/tips/nu/"


def test_what_git_knows_and_no_item_can_be_called_is_no_address(root):
    """``..md`` would be the listing itself, ``p_2.md`` its second part, and ``Kop & Co.md`` never had a page."""
    for number, name in enumerate(("..md", "p_2.md", "Kop & Co.md")):
        write_files(root, {f"commons/tips/{name}": page(body=f"{name} {number} is heel wat anders. " * 30)})
        commit(root, f"2026-01-0{4 + number}")
        (root / "commons/tips" / name).rename(root / f"commons/tips/goed-{number}.md")
        commit(root, f"2026-01-0{5 + number}")
    site = staged(root)
    assert sorted(path.parent.name for path in site.rglob("tips/**/index.html")) == ["dan", "eerst"]
