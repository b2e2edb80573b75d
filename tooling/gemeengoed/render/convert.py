"""Markdown to HTML as ``Page.render`` of MkDocs does it, with one converter for all pages instead of one for each.

Making a converter takes longer than a short page. One is used again only where every extension is known to begin anew
for each text; for others MkDocs' own way is taken.
"""

from __future__ import annotations

from functools import cached_property

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from gemeengoed.render.sparing import spare

BEGIN_ANEW = frozenset({
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "sane_lists",
    "smarty", "tables", "toc", "gemeengoed.markdown.sanitise",
})  # fmt: skip
"""Extensions that keep nothing of a page; a test renders pages in turn with them."""


class Converter:
    """Turns the Markdown of pages into HTML."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._is_shared = BEGIN_ANEW.issuperset(config.markdown_extensions)

    def convert(self, page: Page, files: Files) -> None:
        """Give a page that was read its content and headings. Anchors are not noted: nobody asks for them here."""
        assert page.markdown is not None
        if not page.markdown.strip():
            page.content, page.toc = "", get_toc([])
        elif self._is_shared:
            self._convert(page, page.markdown, files)
        else:
            page.render(self._config, files)

    def _convert(self, page: Page, text: str, files: Files) -> None:
        links, title = _RelativePathTreeprocessor(page.file, files, self._config), _ExtractTitleTreeprocessor()
        for step in (links, title):
            step._register(self._markdown)  # in the place of that of the page before
        page.content = self._markdown.reset().convert(text)
        page.toc = get_toc(getattr(self._markdown, "toc_tokens", []))
        page._title_from_render = title.title

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        config = self._config
        made = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
        return spare(made)
