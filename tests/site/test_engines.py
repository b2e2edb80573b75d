"""Both engines make the same pages of the repository's own commons, and the same of what a reader wants on each.

Not compared: the page for what is not there, which each engine makes in its own way, and the engine's own assets.
"""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from gemeengoed.render import Engine
from sites import bytes_of, html_pages, parse, render_unchecked, text_of, with_class

from commons import page, write_commons

OWN = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search.json")
"""What an engine makes for itself. Zensical writes its own search index, of which the pages ask to be left out."""


@pytest.fixture(scope="module")
def mkdocs(own_site) -> Path:
    return own_site("mkdocs")


@pytest.fixture(scope="module")
def zensical(own_site) -> Path:
    return own_site("zensical")


def shown(site: Path, path: str) -> dict[str, object]:
    """What a reader and a search engine get of a page, the parts of the engine aside."""
    page = parse(site / path)
    main = next((element for element in page.iter() if element.get("id") == "gg-main"), page)
    links = [link for link in page.iter("link") if link.get("rel") in ("license", "canonical")]
    return {
        "title": text_of(next(page.iter("title"))),
        "h1": [text_of(heading) for heading in page.iter("h1")],
        "language": next(part.get("lang") for part in page.iter() if part.get("lang")),
        "links of the page": [(link.get("rel"), link.get("href")) for link in links],
        "description": [meta.get("content") for meta in page.iter("meta") if meta.get("name") == "description"],
        "text": text_of(main),
        "links": [urljoin(f"/{path}", link.get("href", "")) for link in main.iter("a")],
        "pictures": [urljoin(f"/{path}", picture.get("src", "")) for picture in main.iter("img")],
        "searched": [part.get("class") for part in page.iter() if "data-pagefind-body" in part.attrib],
        "filters": [part.attrib for part in page.iter() if part.get("data-pagefind-filter")],
        "anchors": sorted(
            part.get("id", "") for body in with_class(page, "gg-body") for part in body.iter() if part.get("id")
        ),
        "tables": [text_of(cell) for cell in main.iter("td")],
    }


def test_the_same_set_of_pages(mkdocs, zensical):
    assert html_pages(zensical) == html_pages(mkdocs)
    assert len(html_pages(mkdocs)) > 100


def test_the_same_other_files(mkdocs, zensical):
    def others(site: Path) -> list[str]:
        engine_made = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "pagefind/")
        every = {path: path.removeprefix("en/") for path in bytes_of(site)}
        return [path for path, own in every.items() if not own.startswith(engine_made) and own not in OWN]

    assert others(zensical) == others(mkdocs)
    for path in others(mkdocs):
        if not path.endswith(".html"):
            assert (zensical / path).read_bytes() == (mkdocs / path).read_bytes(), path


def test_the_same_on_every_page(mkdocs, zensical):
    for path in html_pages(mkdocs):
        if path.removeprefix("en/") not in OWN:
            assert shown(zensical, path) == shown(mkdocs, path), path


def test_the_same_pages_in_the_search_index(mkdocs, zensical):
    def indexed(site: Path) -> int:
        entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
        return int(entry["languages"]["nl"]["page_count"])

    assert indexed(zensical) == indexed(mkdocs) > 80


def test_the_own_search_index_of_zensical_holds_nothing(zensical):
    assert json.loads((zensical / "search.json").read_text())["items"] == []


@pytest.mark.parametrize("engine", list(Engine))
def test_the_sanitiser_runs_in_both(tmp_path, engine):
    text = 'Wel <abbr title="Zo">dit</abbr>. <img src=x onerror=alert(1)><script>alert(2)</script>'
    text += " [x](javascript:alert(3))\n"
    root = write_commons(tmp_path, {"commons/tips/kwaad.md": page(body=text)})
    built = render_unchecked(root, tmp_path / "site", engine) / "tips/kwaad/index.html"
    body = with_class(parse(built), "gg-body")[0]
    assert [part.tag for part in body.iter()] == ["div", "p", "abbr", "img", "a"]
    assert [part.attrib for part in body.iter()][2:] == [{"title": "Zo"}, {"src": "#"}, {}]
    assert "alert" not in "".join(body.itertext()).replace("javascript:alert(3)", "")


@pytest.mark.parametrize("engine", list(Engine))
def test_markdown_extensions_work_in_both(tmp_path, engine):
    text = """\
# Kop één {#eigen}

| A | B |
|---|--:|
| 1 | 2 |

Noot[^1], *[KB]: Kennisbank KB.

[^1]: De noot.

!!! tip "Let op"
    Binnen.

Begrip
:   Uitleg

<div markdown="1">*Schuin*</div>
"""
    root = write_commons(tmp_path, {"commons/tips/alles.md": page(body=text)})
    body = with_class(parse(render_unchecked(root, tmp_path / "site", engine) / "tips/alles/index.html"), "gg-body")[0]
    tags = {part.tag for part in body.iter()}
    assert {"table", "sup", "dl", "em", "h1"} <= tags
    assert (
        any(part.get("id") == "eigen" for part in body.iter())
        and with_class(body, "admonition")
        and with_class(body, "footnote")
    )
