"""What is new, what is much improved, and what is of a network."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.rules.news import changed, news, of_network, open_roles, thanked, to_come

from commons import load_commons, page, write_commons

WORDS = "een twee drie vier vijf zes"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (WORDS, 0.0),
        (WORDS.replace(" ", "\n"), 0.0),
        ("een twee drie vier", 1 / 3),
        ("een twee drie", 0.5),
        (WORDS + " zeven acht negen tien elf twaalf", 0.5),
        ("zes vijf vier drie twee een", 5 / 6),
        ("", 1.0),
        ("iets heel anders", 1.0),
    ],
)
def test_a_change_is_the_part_of_the_longer_text_that_is_another(new: str, expected: float) -> None:
    assert changed(WORDS, new) == pytest.approx(expected)


def test_much_is_more_than_a_third(tmp_path: Path) -> None:
    files = {f"commons/tips/{name}.md": page() for name in ("a", "b", "c", "later")}
    items = load_commons(write_commons(tmp_path, files)).items
    before = {"tips/a": WORDS, "tips/b": WORDS, "tips/weg": WORDS}
    after = {"tips/a": "een twee drie vier", "tips/b": "een twee drie", "tips/c": "x"}
    told = news(items.values(), before, after)
    assert [item.ref for item in told.new] == ["tips/c"] and [item.ref for item in told.improved] == ["tips/b"]


def test_what_answers_or_is_about_something_of_a_network_is_of_it_too(tmp_path: Path) -> None:
    files = {
        "commons/networks/n.md": page("type: community"),
        "commons/networks/in.md": page("type: community\npart_of: networks/n"),
        "commons/networks/diep.md": page("type: community\npart_of: networks/in"),
        "commons/networks/ander.md": page("type: community"),
        "commons/questions/q.md": page("networks: [networks/diep]"),
        "commons/answers/a.md": page("question: questions/q\nby: redactie\non: 2026"),
        "commons/answers/los.md": page("question: questions/weg\nby: redactie\non: 2026"),
        "commons/tips/elders.md": page("networks: [networks/ander]\nrelated: [networks/n]"),
        "commons/gatherings/g.md": page("network: networks/n\nstart: 2026"),
    }
    items = load_commons(write_commons(tmp_path, files)).items
    assert [item.ref for item in of_network("networks/n", items.values())] == [
        "answers/a",
        "gatherings/g",
        "networks/diep",
        "networks/in",
        "networks/n",
        "questions/q",
    ]


def test_a_gathering_is_to_come_as_long_as_it_may_be(tmp_path: Path) -> None:
    days = {"dag": "2026-03-31", "gisteren": "2026-03-30", "jaar": "2026", "maand": "2026-04", "straks": "2026-04-02"}
    files = {f"commons/gatherings/{name}.md": page(f"network: networks/n\nstart: {day}") for name, day in days.items()}
    items = load_commons(write_commons(tmp_path, files)).items
    assert [item.slug for item in to_come(items.values(), date(2026, 3, 31))] == ["dag", "straks", "maand", "jaar"]


def test_a_gathering_that_was_called_off_is_not_to_come(tmp_path: Path) -> None:
    called_off = page("network: networks/n\nstart: 2026-04-02\ncancelled: De zaal is bezet.")
    items = load_commons(write_commons(tmp_path, {"commons/gatherings/af.md": called_off})).items
    assert to_come(items.values(), date(2026, 3, 31)) == ()


def test_reviewers_of_the_period_are_thanked(tmp_path: Path) -> None:
    reviews = "reviews: [{by: vzw-b, on: 2026-03-05, verdict: useful}, {by: gemeente-a, on: 2026-02, verdict: useful}]"
    loaded = load_commons(write_commons(tmp_path, {"commons/tips/t.md": page(reviews)}))
    nothing = news((), {}, {})
    span = (date(2026, 3, 1), date(2026, 3, 31))
    found = thanked(nothing, loaded.items.values(), *span, loaded.contributors, loaded.organisations)
    assert found == (("organisation", "vzw-b"),)
    assert open_roles(loaded.items.values()) == ()


def test_nobody_is_thanked_by_name_who_did_not_agree_or_withdrew(tmp_path: Path) -> None:
    people = """\
an: {name: An, consent: {on: 2026, scope: [name]}}
stil: {name: Stil, consent: {on: 2026, scope: [organisation, skills]}}
weg: {name: Weg, withdrawn_on: 2026-01, consent: {on: 2025, scope: [name]}}
"""
    files = {"contributors.yaml": people, "commons/tips/t.md": page("credits: {inhoud: [an, stil, weg, niemand]}")}
    loaded = load_commons(write_commons(tmp_path, files))
    told = news([loaded.items["tips/t"]], {}, {"tips/t": ""})
    span = (date(2026, 3, 1), date(2026, 3, 31))
    found = thanked(told, (), *span, loaded.contributors, loaded.organisations)
    assert found == (("contributor", "an"),)
