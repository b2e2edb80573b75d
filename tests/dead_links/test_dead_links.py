"""Every link inside a built site is followed; what leads elsewhere is left alone."""

from __future__ import annotations

import pytest
from gemeengoed.dead_links import dead_links
from sites import run

from commons import BASE, page, write_files


@pytest.mark.parametrize(
    ("link", "is_dead"),
    [
        ("../", False),
        ("./", False),
        ("#hier", False),
        ("#daar", True),
        ("../b/#plek", False),
        ("../b/#hier", True),
        ("../b/?q=1", False),
        ("../b/index.html", False),
        ("../weg/", True),
        ("/a/", True),
        ("/plein/a/", False),
        ("/plein/foto%20een.png", False),
        ("../foto twee.png", True),
        ("https://elders.example/weg/", False),
        ("mailto:iemand", False),
        ("#__drawer", False),
        ("https://[", True),
    ],
)
def test_where_a_link_leads(tmp_path, link, is_dead):
    pages = {
        "index.html": "<p id=top>",
        "a/index.html": f'<h1 id="hier">A</h1><a href="{link}">link</a>',
        "b/index.html": '<a name="plek"></a>',
        "foto een.png": "x",
    }
    site = write_files(tmp_path, pages)
    assert dead_links(site, "https://voorbeeld.example/plein/") == ((("a/index.html", link),) if is_dead else ())


def test_the_own_site_has_none(own_site):
    assert dead_links(own_site("mkdocs"), "https://gemeengoed.example/") == ()


def test_the_demonstration_has_none(demo_site):
    assert dead_links(demo_site) == ()


def test_the_command_says_which_link_of_which_page(tmp_path):
    write_files(tmp_path, {**BASE, "site/index.html": '<a href="weg/">x</a>', "commons/tips/a.md": page()})
    done = run("links", "--root", tmp_path, "--lang", "en")
    assert done.returncode == 1
    assert done.stdout == "index.html: the link 'weg/' leads nowhere.\n"
    (tmp_path / "site/index.html").write_text("<p>")
    assert run("links", "--root", tmp_path).returncode == 0


def test_without_a_site_the_command_says_what_to_do(tmp_path):
    write_files(tmp_path, BASE)
    done = run("links", "--root", tmp_path, "--lang", "en")
    assert done.returncode == 2 and "gemeengoed build" in done.stderr
