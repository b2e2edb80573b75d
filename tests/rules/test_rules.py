"""Every rule that counts or derives, on small commons made for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.kinds.common import Maturity
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.experience import Result
from gemeengoed.kinds.question import QuestionState
from gemeengoed.kinds.registers import PopulationBand
from gemeengoed.model import Commons
from gemeengoed.rules.answers import answers_to, board
from gemeengoed.rules.balance import balances
from gemeengoed.rules.due import evaluations_due, is_past, reviews_due
from gemeengoed.rules.maturity import is_claimed_too_far, standing
from gemeengoed.rules.skills import FAR, matches
from gemeengoed.rules.usage import Size, Usage, experiences_with, facets, last_results, usage

from commons import load_commons, page, write_commons

ORGANISATIONS = """\
klein: {name: Klein, type: municipality, regions: [west], population_band: under-10000}
middel: {name: Middel, type: municipality, regions: [oost], population_band: 10000-19999}
groot: {name: Groot, type: municipality, regions: [ver], population_band: over-100000}
gemeente-a: {name: Gemeente A, type: municipality, regions: [vlaanderen]}
"""

VOCABULARY = """\
themes:
  participatie: {label: {nl: Participatie, en: Participation}}
skills:
  luisteren: {label: {nl: Luisteren, en: Listening}}
roles:
  inhoud: {label: {nl: Inhoud, en: Content}}
regions:
  vlaanderen: {label: {nl: Vlaanderen, en: Flanders}}
  west: {label: {nl: West, en: West}, broader: vlaanderen}
  oost: {label: {nl: Oost, en: East}, broader: vlaanderen}
  ver: {label: {nl: Ver, en: Far}}
"""


def experience(organisation: str, result: str, on: str) -> str:
    return page(f"about: methods/intervisie\norganisation: {organisation}\non: {on}\nresult: {result}")


def commons(root: Path, **files: str) -> Commons:
    """A commons with these files: ``experiences__a`` is ``commons/experiences/a.md``."""
    named = {f"commons/{name.replace('__', '/').replace('_', '-')}.md": text for name, text in files.items()}
    registers = {"commons/organisations.yaml": ORGANISATIONS, "commons/vocabulary.yaml": VOCABULARY}
    return load_commons(write_commons(root, {**registers, **named}))


def test_an_organisation_counts_once_with_its_last_result(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        experiences__a=experience("klein", "failed", "2024"),
        experiences__b=experience("klein", "worked", "2025-03"),
        experiences__c=experience("groot", "partly", "2023"),
    )
    found = experiences_with("methods/intervisie", loaded.items.values())
    assert [item.slug for item in found] == ["b", "a", "c"]
    assert usage(found, loaded.organisations) == Usage(organisations=2, worked=1, partly=1, failed=0, small=1)


def test_nothing_used_adds_up_to_nothing(tmp_path: Path) -> None:
    assert usage([], commons(tmp_path).organisations) == Usage()


def test_small_is_fewer_than_twenty_thousand_inhabitants(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        experiences__a=experience("klein", "worked", "2024"),
        experiences__b=experience("middel", "worked", "2024"),
        experiences__c=experience("groot", "worked", "2024"),
        experiences__d=experience("gemeente-a", "worked", "2024"),
    )
    assert usage(experiences_with("methods/intervisie", loaded.items.values()), loaded.organisations).small == 2


def test_the_accepted_answer_stands_first_then_the_oldest(tmp_path: Path) -> None:
    def answer(on: str) -> str:
        return page(f"question: questions/vraag\nby: redactie\non: {on}")

    loaded = commons(
        tmp_path,
        questions__vraag=page("state: answered\naccepted_answer: answers/late"),
        answers__late=answer("2025"),
        answers__vroeg=answer("2023"),
        answers__midden=answer("2024"),
        answers__ander=page("question: questions/iets-anders\nby: redactie\non: 2020"),
    )
    found = answers_to(loaded.items["questions/vraag"], loaded.items.values())
    assert [item.slug for item in found] == ["late", "vroeg", "midden"]


def test_the_board_has_every_state_and_the_longest_waiting_first(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        questions__nieuw=page("asked_on: 2026-02"),
        questions__oud=page("asked_on: 2020"),
        questions__ooit=page(),
        questions__hiaat=page("state: gap"),
    )
    shown = {state: [item.slug for item in items] for state, items in board(loaded.items.values()).items()}
    assert shown == {
        QuestionState.OPEN: ["oud", "nieuw", "ooit"],
        QuestionState.ANSWERED: [],
        QuestionState.GAP: ["hiaat"],
    }


@pytest.mark.parametrize(
    ("own", "experiences", "borne_out", "missing"),
    [
        ("", [], Maturity.IDEA, 1),
        ("organisations: [klein]", [], Maturity.IDEA, 1),
        ("organisations: [klein]\nmaturity: idea", [], Maturity.IDEA, 1),
        ("organisations: [klein]\nmaturity: trial", [], Maturity.TRIAL, 2),
        ("", [("klein", "failed")], Maturity.TRIAL, 2),
        ("", [("klein", "worked")], Maturity.TRIAL, 1),
        ("", [("klein", "worked"), ("groot", "worked")], Maturity.PROVEN, 0),
        ("organisations: [klein]", [("klein", "worked"), ("groot", "worked")], Maturity.TRIAL, 1),
        ("", [("klein", "worked"), ("klein", "worked")], Maturity.TRIAL, 1),
        ("", [("klein", "worked"), ("groot", "partly")], Maturity.TRIAL, 1),
    ],
)
def test_maturity_is_borne_out_by_others(
    tmp_path: Path, own: str, experiences: list[tuple[str, str]], borne_out: Maturity, missing: int
) -> None:
    files = {f"experiences__{n}": experience(*entry, "2024") for n, entry in enumerate(experiences)}
    loaded = commons(tmp_path, methods__intervisie=page(own), **files)
    item = loaded.items["methods/intervisie"]
    found = standing(item, experiences_with(item.ref, loaded.items.values()))
    assert (found.borne_out, found.missing) == (borne_out, missing)


def test_the_balance_counts_what_is_given_and_received(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        methods__intervisie=page("credits: {inhoud: [klein]}"),
        experiences__a=experience("groot", "worked", "2024"),
        questions__vraag=page("asked_by: klein\nstate: answered"),
        answers__a=page("question: questions/vraag\nby: groot\non: 2025"),
        gatherings__g=page(
            "network: networks/n\nstart: 2025\nhosts: [klein]\n"
            "attended_by: [{organisation: groot, count: 3}, {organisation: klein, count: 1}]"
        ),
    )
    found = balances(loaded.items.values(), loaded.contributors)
    assert found["klein"].given == {"page": 1, "hosting": 1}
    assert found["klein"].received == {"answered": 1}
    assert found["groot"].given == {"experience": 1, "answer": 1}
    assert found["groot"].received == {"used": 1, "attended": 1}


def test_what_a_contributor_gives_counts_for_the_organisation(tmp_path: Path) -> None:
    loaded = commons(tmp_path)
    assert balances(loaded.items.values(), loaded.contributors)["gemeente-a"].given == {"page": 1}


PEOPLE = """\
redactie:
  name: Redactie
  type: team
  organisations: [gemeente-a]
  consent: {on: 2026-11-22, scope: [name]}
an:
  name: An
  organisations: [klein]
  skills_sought: [luisteren]
  consent: {on: 2026, scope: [name, organisation, skills]}
bo:
  name: Bo
  organisations: [middel]
  skills_offered: [luisteren]
  consent: {on: 2026, scope: [name, organisation, skills]}
cas:
  name: Cas
  organisations: [groot]
  skills_offered: [luisteren]
  consent: {on: 2026, scope: [name, organisation, skills]}
dé:
  name: Dé
  organisations: [klein]
  skills_offered: [luisteren]
  consent: {on: 2026, scope: [name]}
em:
  name: Em
  organisations: [klein]
  skills_offered: [luisteren]
  withdrawn_on: 2026-01
  consent: {on: 2026, scope: [name, organisation, skills]}
fien:
  name: Fien
  organisations: [klein]
  skills_offered: [luisteren]
  skills_sought: [luisteren]
  consent: {on: 2026, scope: [name, organisation, skills]}
"""


def test_who_offers_a_skill_is_matched_with_who_seeks_it_nearest_first(tmp_path: Path) -> None:
    registers = {
        "commons/organisations.yaml": ORGANISATIONS,
        "commons/vocabulary.yaml": VOCABULARY,
        "contributors.yaml": PEOPLE,
    }
    found = matches(load_commons(write_commons(tmp_path, registers)))
    assert [(match.offerer, match.distance, match.region) for match in found if match.seeker == "an"] == [
        ("fien", 0, "west"),
        ("bo", 2, "vlaanderen"),
        ("cas", FAR, ""),
    ]
    assert "fien" not in [match.offerer for match in found if match.seeker == "fien"]


def test_regions_that_fall_under_each_other_end(tmp_path: Path) -> None:
    loop = VOCABULARY.replace("nl: Vlaanderen, en: Flanders}", "nl: Vlaanderen, en: Flanders}, broader: west")
    registers = {
        "commons/organisations.yaml": ORGANISATIONS,
        "commons/vocabulary.yaml": loop,
        "contributors.yaml": PEOPLE,
    }
    assert matches(load_commons(write_commons(tmp_path, registers)))


@pytest.mark.parametrize(
    ("when", "past"), [("2026", False), ("2025", True), ("2026-11-22", False), ("2026-11-21", True)]
)
def test_something_is_past_when_its_last_day_has_gone(when: str, past: bool) -> None:
    assert is_past(PartialDate.parse(when), date(2026, 11, 22)) is past


def test_what_is_overdue(tmp_path: Path) -> None:
    def initiative(phase: str, when: str) -> str:
        fixed = "network: networks/n\npromotor: klein\nmotivation: Samen."
        return page(f"{fixed}\nphase: {phase}\nnext_evaluation: {when}")

    loaded = commons(
        tmp_path,
        initiatives__laat=initiative("running", "2025-Q1"),
        initiatives__later=initiative("exploring", "2026-10"),
        initiatives__straks=initiative("running", "2026-12"),
        initiatives__klaar=initiative("handed-over", "2020"),
        tips__oud=page("review_by: 2024"),
    )
    today = date(2026, 11, 22)
    assert [due.item.slug for due in evaluations_due(loaded.items.values(), today)] == ["laat", "later"]
    assert [due.item.slug for due in reviews_due(loaded.items.values(), today)] == ["oud"]


def test_the_last_result_counts_in_whatever_order_experiences_come(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        methods__intervisie=page(),
        experiences__a=experience("klein", "worked", "2024"),
        experiences__b=experience("klein", "failed", "2025"),
        experiences__c=experience("groot", "worked", "2023"),
    )
    found = loaded.of_kind("experience")
    assert last_results(found) == last_results(reversed(found)) == {"klein": Result.FAILED, "groot": Result.WORKED}
    assert standing(loaded.items["methods/intervisie"], found).missing == 1


def test_facets_are_sizes_with_the_last_result_there(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        experiences__a=experience("klein", "failed", "2024"),
        experiences__b=experience("klein", "worked", "2025"),
        experiences__c=experience("groot", "failed", "2025"),
        experiences__d=experience("gemeente-a", "partly", "2025"),
    )
    assert facets(loaded.of_kind("experience"), loaded.organisations) == {
        (Size.SMALL, Result.WORKED),
        (Size.UNDER_10000, Result.WORKED),
        (Size.FROM_100000, Result.FAILED),
        (Size.OTHER, Result.PARTLY),
    }


def test_every_band_of_inhabitants_is_a_size() -> None:
    assert {band.value for band in PopulationBand} <= {size.value for size in Size}
    assert all(Size.__members__[band.name].label == band.label for band in PopulationBand)


@pytest.mark.parametrize(
    ("says", "too_far"),
    [("maturity: idea", False), ("maturity: trial", False), ("maturity: proven", True), ("", False)],
)
def test_a_page_that_claims_more_than_was_told(tmp_path: Path, says: str, too_far: bool) -> None:
    loaded = commons(tmp_path, methods__intervisie=page(says), experiences__a=experience("klein", "worked", "2024"))
    item = loaded.items["methods/intervisie"]
    assert is_claimed_too_far(item, standing(item, loaded.of_kind("experience"))) is too_far
