"""One converter for all pages makes of each what a converter of its own makes, whatever came before."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed.render.convert import Converter
from gemeengoed.render.page import SitePage
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from sites import REPOSITORY

TEXTS = [
    "# Kop\n\n## Kop\n\nEen noot[^1] en [nog een][ref].\n\n[^1]: Eerste.\n\n[ref]: https://a.example\n",
    "# Kop\n\nEen noot[^1] zonder uitleg, [nog een][ref] zonder adres, en HTML.\n",
    "De HTML.\n\n*[HTML]: HyperText\n\n!!! tip\n    Let op\n\n    - a\n\n    - b\n",
    '<div markdown="1">\n\n*Open*\n',
    "| a | b |\n|---|---|\n| `c` | d |\n\nBegrip\n:   Uitleg {.note}\n",
    "Niets bijzonders over HTML[^2].\n\n[^2]: Tweede[^1].\n\n[^1]: Weer een.\n",
    "<script>alert(1)</script>\n\n[x](ander.md#kop) ![y](plaat.png) [z](weg.md)\n",
    "Over  \nHTML &copy; <https://a.example> `c` \\* __d__ ![e][f]\n\n*[HTML]: HyperText\n\n[f]: plaat.png\n",
    "> Een HTML\n\n*[HTML]: HyperText\n",
    "",
    "  \n",
    "    code\n\n1. een\n\n    twee\n\n3. drie\n",
]


def converted(config, texts: list[str], convert) -> list[tuple[str, int, str | None]]:
    files = Files([File("ander.md", None, "site", True), File("plaat.png", None, "site", True)])
    found = []
    for number, text in enumerate(texts):
        page = SitePage(None, File(f"tips/{number}.md", None, "site", True), config)
        page.markdown = text
        convert(page, files)
        found.append((page.content, len(page.toc), page._title_from_render))
    return found


@pytest.mark.parametrize("extra", [[], ["smarty", "sane_lists", "meta", "fenced_code"]])
def test_every_text_after_every_other(tmp_path: Path, extra):
    (tmp_path / "docs").mkdir()
    config = load_config(str(REPOSITORY / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"), plugins=[])
    config.markdown_extensions = [*config.markdown_extensions, *extra]
    converter = Converter(config)
    texts = [text for first in TEXTS for second in TEXTS for text in (first, second)]
    alone = dict(zip(TEXTS, converted(config, TEXTS, lambda page, files: page.render(config, files)), strict=True))
    assert converted(config, texts, converter.convert) == [alone[text] for text in texts]


def test_an_extension_that_is_not_known_gets_a_converter_for_each_page(tmp_path: Path, monkeypatch):
    (tmp_path / "docs").mkdir()
    config = load_config(str(REPOSITORY / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"), plugins=[])
    config.markdown_extensions = [*config.markdown_extensions, "pymdownx.tilde"]
    rendered = []
    monkeypatch.setattr(SitePage, "render", lambda page, config, files: rendered.append(page))
    page = SitePage(None, File("tips/een.md", None, "site", True), config)
    page.markdown = "Tekst"
    Converter(config).convert(page, Files([]))
    assert rendered == [page]
