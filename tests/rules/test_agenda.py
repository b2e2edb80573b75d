"""What the next gathering can talk about, and the draft that is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from gemeengoed.drafts.agenda import LONGEST_LINE, draft, draft_name
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.load import load
from gemeengoed.revisions import History, Revision
from gemeengoed.rules.agenda import Plan, plan
from gemeengoed.settings import read_settings

from commons import Files, check_commons, page, write_commons

ON = "2026-12-10T19:00"
NEEDED = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom."
NETWORK = "type: locon\norganisations: [vzw-b]"


def initiative(phase: str, more: str = "", network: str = "a") -> str:
    return page(f"{NEEDED.replace('networks/a', f'networks/{network}')}\nphase: {phase}\n{more}".rstrip())


def gathering(start: str, more: str = "") -> str:
    return page(f"network: networks/a\nstart: {start}\n{more}".rstrip())


def question(more: str) -> str:
    return page(f"networks: [networks/a]\n{more}")


def planned(root: Path, files: Files, created: dict[str, str] | None = None, network: str = NETWORK) -> Plan:
    named = {f"commons/{name}.md": text for name, text in files.items()}
    write_commons(root, {"commons/networks/a.md": page(network, title="De Stek"), **named})
    days = {f"commons/{name}.md": date.fromisoformat(day) for name, day in (created or {}).items()}
    history = History({path: Revision(day, day, 1) for path, day in days.items()})
    commons = load(root, read_settings(root), history, date(2026, 11, 22))
    return plan(commons, commons.items["networks/a"], PartialDate.parse(ON))


def slugs(items: tuple[object, ...]) -> list[str]:
    return [item.slug for item in items]  # type: ignore[attr-defined]


def test_the_last_gathering_is_the_latest_that_took_place(tmp_path: Path) -> None:
    found = planned(tmp_path, {
        "gatherings/oud": gathering("2026-10-08"),
        "gatherings/laatst": gathering("2026-11-12"),
        "gatherings/afgelast": gathering("2026-12-03", "cancelled: Ziek."),
        "gatherings/later": gathering("2027-01-14"),
        "gatherings/december": gathering("2026-12"),
        "gatherings/dezelfde-dag": gathering("2026-12-10"),
    })  # fmt: skip
    assert found.last is not None and found.last.slug == "laatst"
    assert slugs(found.already) == ["dezelfde-dag"]


@pytest.mark.parametrize(("series", "expected"), [
    ("{number: 2, of: 5}", {"number": 3, "of": 5}),
    ("{number: 5, of: 5}", None),
    ("{number: 2}", {"number": 3}),
])  # fmt: skip
def test_a_series_goes_on(tmp_path: Path, series: str, expected: dict[str, int] | None) -> None:
    found = planned(tmp_path, {"gatherings/x": gathering("2026-11-12", f"series: {series}")})
    assert (found.series and found.series.model_dump(exclude_none=True)) == expected


def test_due_for_evaluation_is_what_may_be_evaluated_by_then(tmp_path: Path) -> None:
    found = planned(tmp_path, {
        "initiatives/straks": initiative("running", "next_evaluation: 2026-12"),
        "initiatives/laat": initiative("running", "next_evaluation: 2026-06"),
        "initiatives/later": initiative("running", "next_evaluation: 2027-01"),
        "initiatives/klaar": initiative("stopped", "next_evaluation: 2026-01"),
        "initiatives/elders": initiative("running", "next_evaluation: 2026-01", "b"),
    })  # fmt: skip
    assert slugs(found.evaluations) == ["laat", "straks"]


def test_a_proposal_is_new_since_the_last_time(tmp_path: Path) -> None:
    names = ("oud", "die-dag", "besproken", "nieuw", "loopt")
    files = {f"initiatives/{name}": initiative("running" if name == "loopt" else "proposed") for name in names}
    created = dict(zip([f"initiatives/{name}" for name in names], ["2026-10-01", *["2026-11-12"] * 4], strict=True))
    files["gatherings/x"] = gathering("2026-11-12", "agenda: [{topic: Plan, about: initiatives/besproken}]")
    assert slugs(planned(tmp_path, files, created).proposals) == ["die-dag", "nieuw"]
    assert slugs(planned(tmp_path, {"gatherings/x": None}, created).proposals) == [
        "besproken",
        "die-dag",
        "nieuw",
        "oud",
    ]  # type: ignore[dict-item]


def test_questions_that_wait_the_longest_first(tmp_path: Path) -> None:
    found = planned(tmp_path, {
        "questions/nieuw": question("asked_on: 2026-10"),
        "questions/oud": question("asked_on: 2025"),
        "questions/hiaat": question("state: gap"),
        "questions/klaar": question("state: answered"),
        "questions/elders": page("asked_on: 2020"),
    })  # fmt: skip
    assert slugs(found.questions) == ["oud", "nieuw", "hiaat"]


def test_what_was_set_and_decided_last_time(tmp_path: Path) -> None:
    more = "next_topics: [{topic: De tuin}]\ndecisions: [{text: We gaan door.}]"
    found = planned(tmp_path, {"gatherings/x": gathering("2026-11-12", more)})
    assert [point.topic for point in found.carried_over] == ["De tuin"]
    assert [taken.decision.text for taken in found.decisions] == ["We gaan door."]


def test_the_theme_of_the_quarter_goes_before_that_of_the_year(tmp_path: Path) -> None:
    cycles = "cycles: [{period: 2026, title: Het jaar}, {period: 2026-Q4, title: Het kwartaal}]"
    found = planned(tmp_path, {}, network=f"{NETWORK}\n{cycles}")
    assert found.cycle is not None and found.cycle.title == "Het kwartaal"


SECRET = {
    "initiatives/x": initiative("proposed", "audience: members"),
    "questions/x": question("audience: members"),
    "gatherings/x": gathering("2026-11-12", "audience: members\nnext_topics: [{topic: Stil}]"),
    "initiatives/klad": initiative("proposed", "status: draft"),
}


def test_a_draft_for_everybody_names_nothing_of_members(tmp_path: Path) -> None:
    found = planned(tmp_path, SECRET)
    assert (found.last, found.carried_over, found.proposals, found.questions) == (None, (), (), ())


def test_a_draft_for_members_names_all_and_is_for_members(tmp_path: Path) -> None:
    found = planned(tmp_path, SECRET, network=f"{NETWORK}\naudience: members")
    assert found.last and slugs(found.proposals) == ["x"] and slugs(found.questions) == ["x"]
    assert yaml.safe_load(draft(found, "nl").split("---\n")[1])["audience"] == "members"


EVERYTHING = {
    "gatherings/x": gathering(
        "2026-11-12",
        "type: intervision\nseries: {number: 1, of: 2}\nnext_topics: [{topic: De tuin, about: initiatives/tuin}]\n"
        "decisions: [{text: We gaan door., about: initiatives/tuin}]\nattended_by: [{organisation: vzw-b, count: 2}]",
    ),
    "initiatives/tuin": initiative("running", "next_evaluation: 2026-12\nroles: {initiator: [vzw-b]}"),
    **{f"initiatives/plan-{n}": initiative("proposed", "roles: {initiator: [vzw-b]}") for n in range(7)},
    "questions/hoe": question("asked_by: vzw-b\nasked_on: 2026-10"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_it_makes_passes_the_checks(tmp_path: Path, language: str) -> None:
    found = planned(tmp_path, {name: text.replace("title: Een pagina", f"title: Pagina {name}")
                               for name, text in EVERYTHING.items()})  # fmt: skip
    file = tmp_path / "commons/gatherings" / f"{draft_name(found)}.md"
    for status in ("draft", "published"):
        file.write_text(draft(found, language).replace("status: draft", f"status: {status}"), "utf-8")
        assert [problem for problem in check_commons(tmp_path) if problem.path.endswith(file.name)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_agendas_of_two_months_are_not_nearly_the_same(tmp_path: Path, language: str) -> None:
    for files in ({}, EVERYTHING):
        found = planned(tmp_path, files)
        for day in ("2026-12-10", "2027-01-14"):
            other = replace(found, on=PartialDate.parse(day))
            text = draft(other, language).replace("status: draft", "status: published")
            (tmp_path / "commons/gatherings").mkdir(exist_ok=True)
            (tmp_path / "commons/gatherings" / f"{draft_name(other)}.md").write_text(text, "utf-8")
        assert "near-duplicate" not in {problem.code for problem in check_commons(tmp_path)}


def test_everything_stands_in_the_draft_and_room_is_kept(tmp_path: Path) -> None:
    text = draft(planned(tmp_path, EVERYTHING), "en")
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["start"] == ON and front["network"] == "networks/a" and front["type"] == "intervision"
    assert front["series"] == {"of": 2, "number": 2}
    assert [point["topic"] for point in front["agenda"]] == [
        "Back to the last time",
        "De tuin",
        "Evaluate: Een pagina (December 2026)",
        *["New proposal: Een pagina"] * 5,
        "Question: Een pagina",
        "Room for what is new",
        "When we meet next, and about what",
    ]
    assert "- We gaan door.\n" in text and "- 2 more proposals\n" in text
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_what_strangers_wrote_stays_what_it_is(tmp_path: Path) -> None:
    """No mark of theirs becomes Markdown, HTML or another field; no line is longer than a field may be."""
    evil = r'"](x) [b](javascript:1) <i>c</i> # \n---\n"'
    files = {
        "questions/evil": question("state: open").replace(
            "title: Een pagina", evil.replace(r"\n", " ").join(["title: ", ""])
        ),
        "questions/lang": question("state: open").replace("title: Een pagina", f"title: {'x' * 299}"),
        "gatherings/x": gathering("2026-11-12", f"decisions: [{{text: {evil}}}]"),
        "networks/a": page(NETWORK, title=evil.replace(r"\n", " ")),
    }
    named = {f"commons/{name}.md": text for name, text in files.items()}
    commons = load(write_commons(tmp_path, named), read_settings(tmp_path))
    head, body = draft(plan(commons, commons.items["networks/a"], PartialDate.parse(ON)), "en").split("\n---\n", 1)
    front = yaml.safe_load(head.removeprefix("---\n"))
    assert front["network"] == "networks/a" and all(len(point["topic"]) <= LONGEST_LINE for point in front["agenda"])
    said = r"\](x) \[b\](javascript:1) \<i\>c\</i\> \# ---"
    assert f"of [{said}](networks/a)." in body and f"\n- {said}\n" in body
