"""What Pagefind writes, put right: the same bytes each time, pages by number, and orders to sort by for who asks."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import cbor2
import pytest
from gemeengoed.search import SearchIndexError, run
from sites import bytes_of

PAGE = """<!doctype html><html lang="nl"><body data-pagefind-body><h1>Tip {number}</h1>
<p data-pagefind-sort="date" data-pagefind-filter="kind">{number}</p></body></html>"""


def index_of(folder: Path, words: str = "") -> Path:
    """The search index of some pages; ``words`` come on the last of them."""
    for number in range(30):
        page = folder / f"tip-{number}/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(number=f"{number} {words if number == 29 else ''}"), "utf-8")
    run.run_pagefind(folder)
    return folder / "pagefind"


def metadata(bundle: Path, language: str) -> list[Any]:
    about = json.loads((bundle / "pagefind-entry.json").read_text("utf-8"))["languages"][language]
    content = gzip.decompress((bundle / f"pagefind.{about['hash']}.pf_meta").read_bytes())
    return cbor2.loads(content.removeprefix(b"pagefind_dcd"))


def test_the_same_pages_have_the_same_index(tmp_path):
    assert bytes_of(index_of(tmp_path / "one")) == bytes_of(index_of(tmp_path / "other"))


def test_only_who_sorts_loads_the_orders_to_sort_by(tmp_path):
    bundle = index_of(tmp_path)
    plain, ordered = metadata(bundle, "nl"), metadata(bundle, "nl-x-sorted")
    assert plain[4] == []
    assert [name for name, _ in ordered[4]] == ["date"] and sorted(ordered[4][0][1]) == list(range(30))
    assert plain[:4] + plain[5:] == ordered[:4] + ordered[5:]


def test_pages_are_named_by_number_below_a_name_of_all(tmp_path):
    bundle = index_of(tmp_path / "one")
    names = [name for name, _ in metadata(bundle, "nl")[1]]
    assert [name.split("/")[1] for name in names] == [f"{number:x}" for number in range(30)]
    assert all((bundle / f"fragment/{name}.pf_fragment").is_file() for name in names)
    other = [name for name, _ in metadata(index_of(tmp_path / "other", "anders"), "nl")[1]]
    assert {name.split("/")[0] for name in names}.isdisjoint(name.split("/")[0] for name in other)


def test_how_long_a_page_is_is_told_in_round_numbers(tmp_path):
    counted = metadata(index_of(tmp_path, "woord " * 1000), "nl")[1]
    assert max(words for _, words in counted) == 1984  # of 2,004


def test_what_asks_one_part_of_an_index_is_public(tmp_path):
    assert (index_of(tmp_path) / "pagefind.js").read_text("utf-8").endswith("export{PagefindInstance};\n")


def test_an_index_of_another_form_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("gemeengoed.search.canonical.MARK", b"pagefind_new")
    with pytest.raises(SearchIndexError, match="another version of Pagefind"):
        index_of(tmp_path)
