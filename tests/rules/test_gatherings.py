"""What is to come and has been, series and decisions, on small commons made for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.model import Item
from gemeengoed.rules.decisions import decisions_by_network, decisions_of
from gemeengoed.rules.gatherings import MOST_DAYS, Programme, days_of, is_in_calendar, of_network, programme
from gemeengoed.rules.series import series_by_gathering

from commons import load_commons, page, write_commons

TODAY = date(2026, 11, 22)


def gathering(start: str, more: str = "", network: str = "a") -> str:
    return page(f"network: networks/{network}\nstart: {start}\n{more}".rstrip())


def items(root: Path, **gatherings: str) -> dict[str, Item]:
    files = {f"commons/gatherings/{name}.md": text for name, text in gatherings.items()}
    return {item.slug: item for item in load_commons(write_commons(root, files)).of_kind("gathering")}


def programme_of(root: Path, **gatherings: str) -> Programme:
    return programme(items(root, **gatherings).values(), TODAY)


def test_the_nearest_stands_first_and_what_is_less_exact_after_it(tmp_path: Path) -> None:
    found = programme_of(
        tmp_path,
        ooit=gathering("2026"),
        avond=gathering("2026-12-10T19:00"),
        middag=gathering("2026-12-10T14:00"),
        maand=gathering("2026-12"),
        bezig=gathering("2026-11-20", "end: 2026-11-22"),
        vandaag=gathering("2026-11-22"),
        gisteren=gathering("2026-11-21"),
        vorig=gathering("2025"),
        lang=gathering("2019-Q1"),
    )
    assert [item.slug for item in found.to_come] == ["bezig", "vandaag", "middag", "avond", "maand", "ooit"]
    assert [item.slug for item in found.been] == ["gisteren", "vorig", "lang"]


def test_a_calendar_shows_every_day_of_a_gathering(tmp_path: Path) -> None:
    found = programme_of(
        tmp_path,
        dagen=gathering("2026-11-30", "end: 2026-12-01"),
        avond=gathering("2026-12-01T19:00"),
        maand=gathering("2027-01"),
    )
    by_day = {day: [item.slug for item in there] for day, there in found.days.items()}
    assert by_day == {date(2026, 11, 30): ["dagen"], date(2026, 12, 1): ["dagen", "avond"]}
    assert found.months == {(2026, 11): 1, (2026, 12): 2}


@pytest.mark.parametrize(("start", "end", "count"), [
    ("2026-12-10", "2026-12-09", 1),
    ("2026-12-10", "2926-12-10", MOST_DAYS),
    ("2026-12-10T19:00", "2026-12-11T01:00", 2),
    ("2026-12", "2026-12-11", 0),
    ("9999-12-31", "9999-12-31", 0),
    ("0001-01-01", "9999-12-31", 0),
])  # fmt: skip
def test_the_days_of_a_gathering_end(tmp_path: Path, start: str, end: str, count: int) -> None:
    item = items(tmp_path, x=gathering(start, f"end: {end}"))["x"]
    assert len(list(days_of(item))) == count
    assert is_in_calendar(item) is (count > 0)


def test_the_gatherings_of_a_network(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        eigen=gathering("2026"),
        samen=gathering("2026", "networks: [networks/a]", network="b"),
        ander=gathering("2026", network="b"),
    )
    assert [item.slug for item in of_network(found.values(), "networks/a")] == ["eigen", "samen"]


def test_a_series_knows_all_its_gatherings_by_number(tmp_path: Path) -> None:
    def of(number: int, start: str, network: str = "a") -> str:
        return gathering(start, f"series: {{number: {number}, of: 3}}", network)

    found = series_by_gathering(
        items(
            tmp_path,
            y=of(2, "2026-11"),
            x=of(1, "2026-10"),
            los=gathering("2026-10"),
            elders=of(1, "2026-10", "b"),
            opnieuw=of(1, "2027-01"),
        ).values()
    )
    by_slug = {ref.partition("/")[2]: [item.slug for item in members] for ref, members in found.items()}
    assert by_slug == {"x": ["x", "y"], "y": ["x", "y"], "elders": ["elders"], "opnieuw": ["opnieuw"]}


def test_decisions_by_network_the_latest_first(tmp_path: Path) -> None:
    taken = decisions_of(
        items(
            tmp_path,
            oud=gathering("2026-10-08", "decisions: [{text: Eerst., about: initiatives/tuin}]"),
            nieuw=gathering("2026-11-12", "decisions: [{text: Een.}, {text: Twee., about: initiatives/tuin}]"),
            ander=gathering("2026-01", "decisions: [{text: Elders.}]", network="b"),
        ).values()
    )
    assert [(entry.gathering.slug, entry.number) for entry in taken] == [
        ("nieuw", 1),
        ("nieuw", 2),
        ("oud", 1),
        ("ander", 1),
    ]
    assert {ref: len(entries) for ref, entries in decisions_by_network(taken).items()} == {
        "networks/a": 3,
        "networks/b": 1,
    }
