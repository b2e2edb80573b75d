"""The addresses of a forge: its editor, a new file, an issue; each forge in its own way."""

from __future__ import annotations

import pytest
from gemeengoed.forge import Asked, Maker, edit_uri, forge_of, maker_at
from gemeengoed.settings import Settings

URL = "https://forge.example/wij/commons"


def forge(maker: Maker, branch: str = "main"):
    found = forge_of(Settings(repo_url=f"{URL}/", edit_uri=edit_uri(maker, branch)))
    assert found is not None
    return found


@pytest.mark.parametrize("maker", Maker)
def test_the_settings_tell_which_forge_it_is_and_on_which_branch(maker):
    found = forge(maker, "hoofd")
    assert (found.maker, found.branch, found.url) == (maker, "hoofd", URL)
    assert (found.host, found.repository) == ("https://forge.example", "wij/commons")


@pytest.mark.parametrize(
    ("maker", "expected"),
    [
        (Maker.GITHUB, f"{URL}/edit/main/commons/tips/x.md"),
        (Maker.GITLAB, f"{URL}/-/edit/main/commons/tips/x.md"),
        (Maker.FORGEJO, f"{URL}/_edit/main/commons/tips/x.md"),
    ],
)
def test_a_page_is_improved_in_the_forges_own_editor(maker, expected):
    assert forge(maker).edit("commons/tips/x.md") == expected


def test_a_new_file_and_an_issue_take_along_what_the_forge_can_take():
    github, gitlab, forgejo = (forge(maker) for maker in Maker)
    assert github.new_file("commons/tips") == Asked(f"{URL}/new/main/commons/tips", "filename", "value")
    assert gitlab.new_file("commons/tips") == Asked(f"{URL}/-/new/main/commons/tips", "file_name", "")
    assert forgejo.new_file("commons/tips") == Asked(f"{URL}/_new/main/commons/tips", "filename", "")
    assert github.issue_form("2-tip.yml") == f"{URL}/issues/new?template=2-tip.yml"
    assert gitlab.issue_form("2-tip.yml") == forgejo.issue_form("2-tip.yml") == github.issue_form("") == ""
    assert gitlab.new_issue() == Asked(f"{URL}/-/issues/new", "issue[title]", "issue[description]")


def test_names_in_an_address_are_written_safely():
    assert forge(Maker.GITHUB).edit("docs/a b?#.md") == f"{URL}/edit/main/docs/a%20b%3F%23.md"


def test_without_an_address_there_is_no_forge():
    assert forge_of(Settings()) is None


@pytest.mark.parametrize(
    ("url", "maker"),
    [
        ("https://github.com/a/b", Maker.GITHUB),
        ("https://gitlab.com/a/b", Maker.GITLAB),
        ("https://gitlab.stad.example/a/b", Maker.GITLAB),
        ("https://codeberg.org/a/b", Maker.FORGEJO),
    ],
)
def test_what_a_forge_most_likely_is(url, maker):
    assert maker_at(url) is maker
