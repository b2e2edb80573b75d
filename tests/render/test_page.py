"""A page has the addresses that MkDocs gives it."""

from __future__ import annotations

from gemeengoed.render.page import SitePage
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

BASES = [
    "https://x.example/", "https://x.example", "https://x.example/a/b", "https://x.example/a//", "HTTPS://X.example/A",
    "https://x.example/a/../b/", "https://[::1]/", "x.example", "/lokaal/", "https://x.example/?q=1", "", None,
]  # fmt: skip
names = st.text("ab./%~-:?#; é", min_size=1, max_size=7).map(lambda name: f"{name.strip('/')}.md")


@settings(max_examples=300)
@given(names, st.sampled_from(BASES), st.sampled_from(BASES), st.sampled_from(["edit/main/", "", None, "?x=/", "../"]))
def test_every_address_is_that_of_mkdocs(name, site, repository, edit):
    config = {"site_url": site, "repo_url": repository, "edit_uri": edit}
    ours, theirs = (kind(None, File(name, None, "site", True), config) for kind in (SitePage, Page))
    assert (ours.url, ours.canonical_url, ours.abs_url) == (theirs.url, theirs.canonical_url, theirs.abs_url)
    assert ours.edit_url == theirs.edit_url
