"""The figures of a commons: growth, activity, coverage, age, themes, questions, results."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.kinds.experience import Result
from gemeengoed.kinds.question import QuestionState
from gemeengoed.model import Commons
from gemeengoed.revisions import Revision
from gemeengoed.rules.answering import answering
from gemeengoed.rules.coverage import Cover, coverage
from gemeengoed.rules.figures import figures, results, themes_by_kind
from gemeengoed.rules.freshness import Age, age, ages
from gemeengoed.rules.growth import MOST, growth

from commons import METHOD, load_commons, page, write_commons

TODAY = date(2026, 11, 22)

ORGANISATIONS = """\
klein: {name: Klein, type: municipality}
groot: {name: Groot, type: municipality}
gemeente-a: {name: Gemeente A, type: municipality}
"""

PEOPLE = """\
redactie: {name: Redactie, type: team, organisations: [gemeente-a], consent: {on: 2026, scope: [name, organisation]}}
an: {name: An, organisations: [klein], consent: {on: 2026, scope: [name, organisation]}}
bo: {name: Bo, organisations: [klein], consent: {on: 2026, scope: [name]}}
cas: {name: Cas, organisations: [klein], withdrawn_on: 2026-01, consent: {on: 2026, scope: [name, organisation]}}
em: {name: Em, organisations: [klein], consent: {on: 2026, scope: [name, organisation]}}
"""


def commons(root: Path, **files: str) -> Commons:
    """A commons with these files: ``experiences__a`` is ``commons/experiences/a.md``."""
    named = {f"commons/{name.replace('__', '/').replace('_', '-')}.md": text for name, text in files.items()}
    registers = {"commons/organisations.yaml": ORGANISATIONS, "contributors.yaml": PEOPLE}
    return load_commons(write_commons(root, {**registers, **named}))


def revision(*days: str) -> Revision:
    """A file that came on the first day and changed on the others."""
    known = [date.fromisoformat(day) for day in days]
    return Revision(known[0], known[-1], len(known), tuple(reversed(known)))


def experience(organisation: str, result: str = "worked") -> str:
    return page(f"about: methods/intervisie\norganisation: {organisation}\non: 2026\nresult: {result}")


def test_growth_has_every_month_up_to_today(tmp_path: Path) -> None:
    loaded = commons(tmp_path, tips__t=page(), tips__onbekend=page())
    known = {METHOD: revision("2026-08-30", "2026-09-01", "2026-09-02"), "commons/tips/t.md": revision("2026-09-30")}
    found = growth(loaded.items.values(), known, TODAY)
    assert [(str(span.first), span.months, span.added, span.total, span.contributions) for span in found] == [
        ("2026-08-01", 1, 1, 1, 1),
        ("2026-09-01", 1, 1, 2, 3),
        ("2026-10-01", 1, 0, 2, 0),
        ("2026-11-01", 1, 0, 2, 0),
    ]


@pytest.mark.parametrize(
    ("first", "months", "start", "number"),
    [
        ("2024-12-15", 1, "2024-12-01", MOST),
        ("2024-11-30", 3, "2024-10-01", 9),
        ("2021-02-01", 3, "2021-01-01", MOST),
        ("2020-12-31", 12, "2020-01-01", 7),
        ("1970-01-01", 120, "1970-01-01", 6),
    ],
)
def test_a_long_history_is_told_in_longer_periods(
    tmp_path: Path, first: str, months: int, start: str, number: int
) -> None:
    found = growth(commons(tmp_path).items.values(), {METHOD: revision(first)}, TODAY)
    assert (found[0].months, str(found[0].first), len(found)) == (months, start, number)


def test_without_history_there_is_no_growth(tmp_path: Path) -> None:
    assert growth(commons(tmp_path).items.values(), {}, TODAY) == ()


def test_coverage_counts_pages_experiences_and_consenting_contributors(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        tips__een=page("organisations: [klein]\ncredits: {inhoud: [an, klein, bo, cas]}"),
        experiences__e=experience("klein"),
        experiences__f=experience("groot"),
    )
    assert coverage(loaded.items.values(), loaded.contributors, loaded.organisations) == {
        "gemeente-a": Cover(contributors=1),
        "groot": Cover(experiences=1),
        "klein": Cover(pages=1, experiences=1, contributors=1),
    }


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("2026-11-22", Age.MONTHS_3),
        ("2026-08-24", Age.MONTHS_3),
        ("2026-08-23", Age.YEAR),
        ("2025-11-22", Age.YEARS_2),
        ("2024-11-22", Age.OLDER),
        ("2027-01-01", Age.MONTHS_3),
    ],
)
def test_age_goes_by_the_last_change(changed: str, expected: Age) -> None:
    assert age(revision("2020-01-01", changed), TODAY) is expected


def test_pages_that_git_does_not_know_have_no_age(tmp_path: Path) -> None:
    found = ages(commons(tmp_path).items.values(), {}, TODAY)
    assert found[Age.UNKNOWN] == 1 and found[Age.OLDER] == 0


def test_questions_are_timed_by_the_answer_that_helped_where_both_days_are_known(tmp_path: Path) -> None:
    def question(on: str, more: str = "") -> str:
        return page(f"asked_on: {on}\nstate: answered\n{more}".strip())

    def answer(name: str, on: str) -> str:
        return page(f"question: questions/{name}\nby: redactie\non: {on}")

    loaded = commons(
        tmp_path,
        questions__a=question("2026-01-01", "accepted_answer: answers/a2"),
        answers__a1=answer("a", "2026-01-02"),
        answers__a2=answer("a", "2026-01-11"),
        questions__b=question("2026-01-01"),
        answers__b1=answer("b", "2026-01-21"),
        answers__b2=answer("b", "2026-01-31"),
        questions__c=question("2026-01"),
        answers__c=answer("c", "2026-01-21"),
        questions__d=question("2026-02-01"),
        answers__d=answer("d", "2026-01-21"),
        questions__e=page("state: gap"),
        questions__f=page(),
    )
    found = answering(loaded.items.values())
    assert (found.timed, found.median_days) == (2, 15)
    assert found.states == {QuestionState.OPEN: 1, QuestionState.ANSWERED: 4, QuestionState.GAP: 1}


def test_without_answers_there_is_no_median(tmp_path: Path) -> None:
    assert answering(commons(tmp_path).items.values()).median_days is None


def test_themes_by_kind_and_results(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        tips__a=page().replace("[participatie]", "[co-creatie, participatie, participatie]"),
        experiences__a=experience("klein", "failed"),
        experiences__b=experience("klein", "failed"),
    )
    assert themes_by_kind(loaded.items.values()) == {
        "participatie": {"methods": 1, "tips": 1, "experiences": 2},
        "co-creatie": {"tips": 1},
    }
    assert results(loaded.items.values()) == {Result.WORKED: 0, Result.PARTLY: 0, Result.FAILED: 2}


def test_who_withdrew_is_no_contributor_any_more(tmp_path: Path) -> None:
    loaded = commons(tmp_path, tips__a=page("credits: {inhoud: [an, cas, klein]}"))
    assert figures(loaded.items.values(), loaded).contributors == 2
