"""How to cite a page: names in order, dates by language, and BibTeX that another program reads back as it was meant."""

from __future__ import annotations

import codecs
from dataclasses import replace
from datetime import date
from pathlib import Path

import latexcodec  # noqa: F401 - it adds the codec that undoes what TeX asks for
import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.revisions import History, Revision
from gemeengoed.settings import Settings
from gemeengoed.stage.citing import Citation, Maker, citation, maker_of
from gemeengoed.stage.site import Site
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, Person, parse_string

from commons import CONTRIBUTORS, load_commons, page, write_commons

PEOPLE = (
    "an:\n  name: An Peeters\n  consent: {on: 2026-01-01, scope: [name]}\n"
    "klien:\n  name: Jan-Willem Van den Broek\n  consent: {on: 2026-01-01, scope: [name]}\n"
    "stil:\n  name: Stil Zwijger\n"
)


def cited(
    root: Path, authors: str = "redactie", title: str = "Een tip", language: str = "nl", known: bool = True
) -> Citation:
    files = {
        "contributors.yaml": CONTRIBUTORS + PEOPLE,
        "commons/tips/kort.md": page(title=title).replace("[redactie]", f"[{authors}]"),
    }
    commons = load_commons(write_commons(root, files))
    settings: Settings = commons.settings.model_copy(update={"language": language})
    commons = replace(commons, settings=settings)
    day = Revision(date(2026, 1, 1), date(2026, 11, 2), 2)
    history = History({"commons/tips/kort.md": day} if known else {})
    return citation(Site(select(commons, EditionName.PUBLIC, history, ())), commons.items["tips/kort"])


def whole(found: Citation) -> str:
    return f"{found.before}{found.title}{found.after} {found.address}"


def entry(found: Citation) -> Entry:
    (read,) = parse_string(found.bibtex, "bibtex").entries.values()
    return read


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("An Peeters", Maker("Peeters", "An")),
        ("Klien van den Broek", Maker("van den Broek", "Klien")),
        ("Jan De Smet", Maker("De Smet", "Jan")),
        ("Anne Marie Maes", Maker("Maes", "Anne Marie")),
        ("Madonna", Maker("Madonna")),
    ],
)
def test_a_family_name_keeps_what_comes_before_it(name, maker):
    assert maker_of(name) == maker


def test_initials_keep_their_hyphen():
    assert Maker("Maes", "Jan-Willem Piet").initials == "J.-W. P."


def test_a_page_in_the_form_of_the_apa(tmp_path):
    assert whole(cited(tmp_path, "an, klien")) == (
        "Peeters, A., & Van den Broek, J.-W. (2026, 2 november). Een tip. Proef. https://proef.example/tips/kort/"
    )


def test_in_english_the_month_comes_first(tmp_path):
    assert "Redactie. (2026, November 2). Een tip. Proef. " in whole(cited(tmp_path, language="en"))


def test_without_a_maker_the_title_comes_first_and_without_a_day_it_says_so(tmp_path):
    """Somebody who did not agree to being named is not."""
    found = cited(tmp_path, "stil", "Wat nu?", known=False)
    assert whole(found) == "Wat nu? (z.d.). Proef. https://proef.example/tips/kort/"
    assert "Zwijger" not in found.bibtex


def test_bibtex_is_read_back_as_it_was_meant(tmp_path):
    read = entry(cited(tmp_path, "klien, redactie"))
    assert read.type == "misc"
    assert read.persons["author"] == [Person("Van den Broek, Jan-Willem"), Person("{Redactie}")]
    assert read.persons["author"][0].last_names == ["Van", "den", "Broek"] or read.persons["author"][0].prelast_names
    assert read.fields["year"] == "2026" and read.fields["month"] == "November"
    assert read.fields["url"] == "https://proef.example/tips/kort/"
    assert read.fields["note"] == "CC BY-NC-SA 4.0"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_whatever_a_title_holds_it_stays_within_its_field(tmp_path_factory, title):
    root = tmp_path_factory.mktemp("titel")
    found = cited(root, title=f"'a{title.replace(chr(39), '')}z'")
    read = entry(found)
    assert set(read.fields) == {"title", "howpublished", "year", "month", "url", "note", "language"}
    assert codecs.decode(read.fields["title"], "ulatex").replace("{", "").replace("}", "").startswith("a")
