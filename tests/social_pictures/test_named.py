"""Every page of the site names a picture that is there, by its whole address."""

from __future__ import annotations

import re

from gemeengoed.stage.social import FOLDER
from sites import html_pages


def test_every_page_names_a_picture_that_is_there(own_site):
    site = own_site("mkdocs")
    pages = ((site / path).read_text() for path in html_pages(site))
    named = {found[1] for text in pages if (found := re.search(r'property="og:image" content="([^"]*)">', text))}
    at = f"https://gemeengoed.example/{FOLDER}"
    assert len(named) > 50
    assert {picture.removeprefix(at) for picture in named} == {file.name for file in (site / FOLDER).iterdir()}
