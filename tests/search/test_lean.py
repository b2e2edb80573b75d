"""Pagefind finds in a lean page what it finds in the whole one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from gemeengoed.search.lean import lean
from gemeengoed.search.run import run_pagefind
from sites import html_pages

PAGE = b'<!doctype html><html lang="nl"><head><title>x</title></head><body>%s<main>%s</main>%s</body></html>'


def entries(folder: Path) -> list[bytes]:
    run_pagefind(folder)
    return sorted(gzip.decompress(file.read_bytes()) for file in folder.rglob("*.pf_fragment"))


def test_every_entry_of_a_site_is_the_same(tmp_path, demo_site):
    whole, less, sizes = tmp_path / "heel", tmp_path / "minder", [0, 0]
    for name in html_pages(demo_site):
        html = (demo_site / name).read_bytes()
        if b"data-pagefind-body" in html:
            for at, (folder, content) in enumerate(((whole, html), (less, lean(html)))):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
                sizes[at] += len(content)
    found = entries(whole)
    assert len(found) > 100 and entries(less) == found and sizes[1] < sizes[0] * 0.8
    about = [json.loads((folder / "pagefind/pagefind-entry.json").read_text()) for folder in (whole, less)]
    assert about[0]["languages"].keys() == about[1]["languages"].keys()


@pytest.mark.parametrize(
    "html",
    [
        PAGE % (b"<p data-pagefind-meta=x>x</p>", b"<h1>Kop</h1>", b""),
        PAGE % (b"", b"<p>geen kop</p>", b""),
        PAGE % (b"", b"<h1>een</h1></main><main>twee", b""),
        b"<html lang=nl><h1>geen hoofddeel</h1></html>",
        b"<main><h1>geen html</h1></main>",
        PAGE.replace(b"<html", b"<main><html") % (b"", b"<h1>x</h1>", b""),
    ],
)
def test_a_page_of_another_form_stays_whole(html):
    assert lean(html) == html
