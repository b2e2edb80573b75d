"""Which reviews count: those from outside, and of each reviewer the last."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed.kinds.common import Verdict
from gemeengoed.rules.reviews import Judged, NotCounting, counted, judged

from commons import METHOD, load_commons, page, write_commons

ORGANISATIONS = "".join(f"{name}: {{name: {name}, type: company}}\n" for name in ("eigen", "thuis", "elders", "ver"))
PEOPLE = "".join(
    f"{name}: {{name: {name}, organisations: [{', '.join(organisations)}], consent: {{on: 2026, scope: [name]}}}}\n"
    for name, organisations in {
        "redactie": ["eigen"],
        "an": ["thuis"],
        "bo": ["thuis", "elders"],
        "cas": ["elders"],
        "dee": [],
    }.items()
)


def reviews(root: Path, *entries: str, more: str = "authors: [an, ver]") -> tuple[Judged, ...]:
    """The reviews of a page that an and ver wrote, each ``by on verdict``."""
    lines = [
        f"  - {{by: {by}, on: {on}, verdict: {verdict}}}" for by, on, verdict in (entry.split() for entry in entries)
    ]
    text = page("\n".join(["reviews:", *lines])).replace("authors: [redactie]", more)
    files = {METHOD: text, "commons/organisations.yaml": ORGANISATIONS, "contributors.yaml": PEOPLE}
    loaded = load_commons(write_commons(root, files))
    return judged(loaded.items["methods/intervisie"], loaded.contributors)


@pytest.mark.parametrize(
    ("by", "because"),
    [
        ("an", NotCounting.AUTHOR),
        ("ver", NotCounting.AUTHOR),
        ("thuis", NotCounting.ORGANISATION),
        ("bo", NotCounting.COLLEAGUE),
        ("cas", None),
        ("dee", None),
        ("elders", None),
        ("eigen", None),
    ],
)
def test_a_review_counts_when_it_comes_from_outside(tmp_path: Path, by: str, because: NotCounting | None) -> None:
    assert [found.because for found in reviews(tmp_path, f"{by} 2026 useful")] == [because]


def test_somebody_who_works_for_an_organisation_that_wrote_the_page_does_not_count(tmp_path: Path) -> None:
    found = reviews(tmp_path, "cas 2026 useful", "an 2026 useful", more="authors: [elders]")
    assert {entry.review.by: entry.because for entry in found} == {"cas": NotCounting.COLLEAGUE, "an": None}


def test_the_organisation_that_the_page_comes_from_does_not_count(tmp_path: Path) -> None:
    found = reviews(tmp_path, "elders 2026 useful", "cas 2026 useful", more="authors: [an]\norganisations: [elders]")
    assert [entry.because for entry in found] == [NotCounting.OWN, NotCounting.OWN]


def test_of_several_by_one_reviewer_the_last_counts(tmp_path: Path) -> None:
    found = reviews(tmp_path, "cas 2024 not-useful", "cas 2026-03 useful", "cas 2025 with-changes")
    assert [(str(entry.review.on), entry.because) for entry in found] == [
        ("2026-03", None),
        ("2025", NotCounting.REPLACED),
        ("2024", NotCounting.REPLACED),
    ]


def test_what_counts_adds_up_by_verdict(tmp_path: Path) -> None:
    found = reviews(tmp_path, "cas 2026 useful", "dee 2026 useful", "eigen 2026 with-changes", "an 2026 not-useful")
    assert counted(found) == {Verdict.USEFUL: 2, Verdict.WITH_CHANGES: 1, Verdict.NOT_USEFUL: 0}


def test_a_page_without_reviews(tmp_path: Path) -> None:
    assert reviews(tmp_path / "leeg", more="authors: [an]\nkeywords: [x]") == ()
