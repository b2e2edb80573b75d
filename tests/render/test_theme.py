"""The theme: its style sheet is one file with nothing from elsewhere, and what no page loads is not on the site."""

from __future__ import annotations

import re

import pytest
from gemeengoed.render import Engine
from gemeengoed.render.theme import ASSETS, FONTS, PARTS, SHEET, flat, is_whole, ready_theme, style_sheet
from sites import REPOSITORY, parse, render_unchecked

from commons import write_commons, write_files

WRITTEN = REPOSITORY / "overrides"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
OF_ENGINE = ("assets/javascripts", "assets/stylesheets", "assets/images")


def test_every_part_is_in_the_style_sheet():
    sheet = style_sheet(WRITTEN).splitlines()
    parts = sorted((WRITTEN / PARTS).glob("*.css"))
    assert len(parts) > 10
    for part in parts:
        lines = {line.strip() for line in COMMENT.sub("", part.read_text()).splitlines()} - {""}
        assert lines and lines <= set(sheet), part.name


def test_the_style_sheet_asks_for_nothing_more_and_nothing_elsewhere(tmp_path):
    ready = ready_theme(WRITTEN, tmp_path / "theme")
    sheet = (ready / SHEET).read_text()
    assert "@import" not in sheet and "/*" not in sheet
    asked = {found.strip("\"'") for found in re.findall(r"url\(([^)]*)\)", sheet)}
    assert {name for name in asked if not name.startswith("data:") and not (ready / ASSETS / name).is_file()} == set()
    fonts = {name for name in asked if name.startswith("fonts/")}
    assert fonts == {f"fonts/{file.name}" for file in (ready / FONTS).iterdir()}
    assert not (ready / PARTS).exists()


def test_a_template_is_without_what_stands_there_for_who_reads_it():
    template = """{#- What it is,
      in two lines. -#}
{% set a = 1 %}
<ul>
  {% for b in c %}
    {% include "icon.svg" %}
    <li>{{ b }}</li>
  {% endfor %}
</ul>
"""
    expected = '<ul>\n{% for b in c %}{% include "icon.svg" %}\n<li>{{ b }}</li>\n{% endfor %}</ul>\n'
    assert flat(template).endswith(f"{{% set a = 1 %}}{expected}") and "\n\n" not in flat(template)


@pytest.mark.parametrize("html", ["<pre>\n  a\n</pre>", "<textarea>\n  a", "<script>\n  // a\n  b()\n</script>"])
def test_a_template_where_blanks_are_of_matter_is_left_as_it_is(html):
    assert flat(f"  {html}\n") == f"  {html}\n"
    assert flat('  <script src="a.js"></script>\n') == '<script src="a.js"></script>\n'


def test_a_theme_that_leaves_its_pages_to_the_engine_is_not_whole(tmp_path):
    assert is_whole(WRITTEN)
    assert not is_whole(tmp_path)
    write_files(tmp_path, {"main.html": "<!doctype html>"})
    assert is_whole(tmp_path)
    write_files(tmp_path, {"partials/own.html": '{% extends "base.html" %}'})
    assert not is_whole(tmp_path)


@pytest.mark.parametrize("engine", list(Engine))
def test_overrides_that_use_the_page_of_the_engine_get_its_files(tmp_path, engine):
    root = write_commons(tmp_path, {"overrides/main.html": '{% extends "base.html" %}'})
    site = render_unchecked(root, tmp_path / "site", engine)
    page = parse(site / "methoden/intervisie/index.html")
    styles = [link.get("href", "") for link in page.iter("link") if link.get("rel") == "stylesheet"]
    assert styles and all((site / "methoden/intervisie" / style).is_file() for style in styles)


@pytest.mark.parametrize("engine", list(Engine))
def test_a_site_of_our_own_pages_has_no_file_of_the_engine(own_site, engine):
    site = own_site(engine)
    assert (site / SHEET).is_file() and (site / "en" / SHEET).is_file()
    assert [name for name in OF_ENGINE for base in ("", "en/") if (site / base / name).exists()] == []
