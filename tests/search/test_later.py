"""The newest part of a search index: a page is found once, as it is, and counted once, with few runs of Pagefind."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from pathlib import Path

import cbor2
import pytest
from gemeengoed.languages import keep_output, recall_output
from gemeengoed.search import bundles, later, parts, update_index
from gemeengoed.search.canonical import MARK

PAGE = """<!doctype html><html lang="{lang}"><body><nav>{menu}</nav>
<main{body}><h1>{title}</h1><p data-pagefind-filter="kind">{kind}</p><p>{text}</p></main></body></html>"""
NAMES = [f"tips/{letter}/index.html" for letter in "abcdefgh"]
A, B, C, *_, H = NAMES


def page(
    title: str = "Een tip", text: str = "", kind: str = "Tip", menu: str = "", lang: str = "nl", body: str = ""
) -> str:
    return PAGE.format(title=title, text=text, kind=kind, menu=menu, lang=lang, body=body or " data-pagefind-body")


@pytest.fixture
def runs(monkeypatch) -> list[set[str]]:
    """The pages of each run of Pagefind from now on."""
    monkeypatch.setattr(parts, "SMALL", 3)
    monkeypatch.setattr(parts, "PART", 4)
    monkeypatch.setattr(parts, "SHARE", 1)
    found, run = list[set[str]](), bundles.write_bundle

    def noted(some: Path) -> None:
        found.append({file.relative_to(some).as_posix() for file in some.rglob("*.html")})
        run(some)

    monkeypatch.setattr(bundles, "write_bundle", noted)
    return found


class Site:
    """A site of a few pages, which is indexed as it changes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pages = {name: page(f"Tip {name[5]}", f"Over kwakzalverij {name[5]}") for name in NAMES}
        self.index()

    def index(self, **changes: str | None) -> None:
        """Index the site after a change of some pages; None takes one away."""
        changed = {f"tips/{letter}/index.html": html for letter, html in changes.items()}
        self.pages = {name: html for name, html in {**self.pages, **changed}.items() if html is not None}
        site = recall_output(self.root / "site")
        for name, html in self.pages.items():
            site.put(name, html.encode())
        update_index(site, self.root)
        site.prune()
        keep_output(site)

    @property
    def bundle(self) -> Path:
        return self.root / "site/pagefind"

    @property
    def about(self) -> dict[str, dict[str, object]]:
        about: dict[str, dict[str, object]] = json.loads((self.bundle / "parts.json").read_text())
        return about

    def found(self) -> dict[str, object]:
        """What a reader finds by address: no page twice."""
        found = dict[str, object]()
        for part in ("", *self.about["parts"]):
            fragments = self.bundle / part / "fragment"
            for file in fragments.rglob("*.pf_fragment"):
                entry = json.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))
                if file.relative_to(fragments).with_suffix("").as_posix() not in self.about["stale"]:
                    assert entry["url"] not in found
                    found[entry["url"]] = entry
        return found

    def counted(self) -> Counter[str]:
        """How many pages a reader is told that each kind has."""
        counts = Counter[str]()
        for part in ("", *self.about["parts"]):
            for file in (self.bundle / part / "filter").glob("*.pf_filter"):
                _, values = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))
                counts.update({value: len(pages) for value, pages in values})
        for filters in self.about["stale"].values():
            counts.subtract(filters["kind"])
        return +counts

    def is_right(self) -> bool:
        """Whether that is what the same pages have that are indexed afresh."""
        fresh = Site.__new__(Site)
        fresh.root, fresh.pages = self.root / f"fresh-{len([*self.root.iterdir()])}", self.pages
        fresh.index()
        return fresh.found() == self.found() and fresh.counted() == self.counted()


def test_one_run_indexes_what_changed_and_the_next_leaves_out_what_says_the_same(tmp_path, runs):
    site = Site(tmp_path)
    del runs[:]
    site.index(a=page("Anders", "Over zwanen", "Methode"), b=page("Tip b", "Over kwakzalverij b", menu="Anders"))
    assert runs == [{A, B}]
    assert site.is_right()
    del runs[:]
    site.index()
    assert runs == []
    assert site.is_right()
    del runs[:]
    site.index(c=page("Ook anders"))
    assert runs == [{A, C}]
    assert site.is_right()


def test_many_that_say_the_same_are_left_out_at_once(tmp_path, runs, monkeypatch):
    monkeypatch.setattr(later, "MOST_ALIKE", 1)
    site = Site(tmp_path)
    del runs[:]
    same = {name: page(f"Tip {name}", f"Over kwakzalverij {name}", menu="Anders") for name in "bc"}
    site.index(a=page("Anders"), **same)
    assert runs == [{A, B, C}, {A}]
    assert len(site.about["stale"]) == 1
    assert site.is_right()


def test_where_nothing_changed_that_is_searched_there_is_no_newest_part(tmp_path, runs):
    site = Site(tmp_path)
    del runs[:]
    site.index(b=page("Tip b", "Over kwakzalverij b", menu="Anders"))
    site.index()
    assert runs == [{B}]
    assert (site.about["parts"], site.about["stale"]) == (["part-1/"], {})
    assert not (site.bundle / "later").exists()


def test_a_page_that_is_not_searched_is_given_to_pagefind_by_no_change(tmp_path, runs):
    site = Site(tmp_path)
    site.index(i=page(body=" class=lijst"), a=page("Anders"))
    del runs[:]
    site.index(i=page(body=" class=lijst", text="Langer"), b=page("Tip b", body=" class=lijst"))
    site.index()
    assert runs == [{A}]
    assert "/tips/b/" not in site.found() and site.is_right()


def test_a_page_that_stays_does_not_get_the_name_that_no_longer_holds(tmp_path, runs):
    """Pagefind names the only page in a language the same wherever it stands."""
    site = Site(tmp_path)
    site.index(h=None)
    (tmp_path / "indexed.json").unlink()
    english = {"title": "A tip", "lang": "en"}
    site.index(h=page(**english))
    del runs[:]
    site.index(a=page("Anders"), h=page(**english, menu="Other"))
    assert runs == [{A, H}, {A}]
    assert "/tips/h/" in site.found() and site.is_right()


DAMAGE = {
    "broken": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "written by hand": lambda file: file.write_bytes(file.read_bytes().replace(b"tips/b", b"tips/c")),
    "of another form": lambda file: file.write_bytes(b"{}"),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_kept_of_the_newest_part_is_thrown_away_when_it_is_damaged(tmp_path, runs, damage):
    site = Site(tmp_path)
    site.index(a=page("Anders"), b=page("Tip b", "Over kwakzalverij b", menu="Anders"))
    damage(tmp_path / "later.json")
    del runs[:]
    site.index()
    assert runs == [{A, B}]
    assert site.is_right()


def test_what_another_version_of_the_program_kept_is_thrown_away(tmp_path, runs, monkeypatch):
    site = Site(tmp_path)
    site.index(a=page("Anders"))
    del runs[:]
    monkeypatch.setattr(later, "program", lambda: "another")
    site.index()
    assert runs == [{A}]


def test_what_older_parts_were_said_to_have_holds_for_those_only(tmp_path, runs):
    site = Site(tmp_path)
    same = page("Tip b", "Over kwakzalverij b", menu="Anders")
    site.index(b=same)
    (tmp_path / "indexed.json").unlink()
    site.index(b=page("Heel anders"))
    site.index(b=same)
    assert site.is_right()


@pytest.mark.parametrize("most", [0, 1, 50])
def test_whatever_changes_every_page_is_found_once_and_as_it_is(tmp_path, runs, monkeypatch, most):
    monkeypatch.setattr(later, "MOST_ALIKE", most)
    drawn, site = random.Random(most), Site(tmp_path)
    texts = [
        page("A tip", lang="en"),
        page("A tip", menu="More", lang="en"),
        page("Anders", "Over zwanen", "Methode"),
        page(menu="Meer"),
        page(menu="Minder"),
        page(body=" class=lijst"),
    ]
    for _ in range(12):
        site.index(**{drawn.choice("abcdefghij"): drawn.choice([*texts, None]) for _ in range(2)})
        assert site.is_right()
