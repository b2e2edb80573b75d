"""MkDocs' page, its addresses put together without taking them apart first: most of what it costs to make one."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from mkdocs.structure.pages import Page

_PLAIN = re.compile(r"(?![./])(?:[A-Za-z0-9_~%-]|\.(?![/.]|$)|/(?![/.]))+")
"""An address that stands behind that of a folder as it is: nothing in it is a scheme, a query, or a step up."""


@lru_cache
def folder_of(base: str) -> str:
    """What ``urljoin`` puts in front of a plain address, for the address of a folder."""
    return urljoin(base if base.endswith("/") else f"{base}/", "x")[:-1]


class SitePage(Page):
    """A page whose addresses are the same as MkDocs makes them."""

    def _set_canonical_url(self, base: str | None) -> None:
        if not base or not _PLAIN.fullmatch(self.url):
            super()._set_canonical_url(base)
            return
        self.canonical_url = folder_of(base) + self.url
        self.abs_url = urlsplit(folder_of(base)).path + self.url

    def _set_edit_url(
        self, repo_url: str | None, edit_uri: str | None = None, edit_uri_template: str | None = None
    ) -> None:
        source = f"{edit_uri}{self.file.edit_uri}"
        if edit_uri_template or not (repo_url and edit_uri and self.file.edit_uri and _PLAIN.fullmatch(source)):
            super()._set_edit_url(repo_url, edit_uri, edit_uri_template)
            return
        self.edit_url = folder_of(repo_url) + source
