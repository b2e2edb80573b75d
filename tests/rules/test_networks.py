"""What belongs to a network, how networks are nested, and what is past, now and to come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.kinds.dates import Period
from gemeengoed.kinds.network import Network
from gemeengoed.model import Commons
from gemeengoed.rules.gaps import gaps_closed_by
from gemeengoed.rules.networks import (
    DEEPEST,
    Branch,
    is_now,
    is_over,
    nested_in,
    networks_of,
    tree,
    wholes,
)
from gemeengoed.rules.regions import within

from commons import load_commons, page, write_commons

TODAY = date(2026, 11, 22)


def network(part_of: str = "", extra: str = "") -> str:
    whole = f"part_of: networks/{part_of}\n" if part_of else ""
    return page(f"type: community\n{whole}{extra}")


def commons(root: Path, **pages: str) -> Commons:
    files = {f"commons/{name.replace('__', '/')}.md": text for name, text in pages.items()}
    return load_commons(write_commons(root, files))


def drawn(branches: tuple[Branch, ...]) -> list[object]:
    return [branch.item.slug if not branch.nested else [branch.item.slug, *drawn(branch.nested)] for branch in branches]


def test_networks_are_nested_as_they_say(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path, networks__a=network(), networks__b=network("a"), networks__c=network("b"), networks__d=network("a")
    )
    assert drawn(tree(loaded.of_kind("network"))) == [["a", ["b", "c"], "d"]]


def test_a_network_whose_whole_is_not_there_stands_on_its_own(tmp_path: Path) -> None:
    assert drawn(tree(commons(tmp_path, networks__b=network("weg")).of_kind("network"))) == ["b"]


def test_a_circle_and_what_is_nested_too_deep_stand_at_the_top(tmp_path: Path) -> None:
    chain = {f"networks__n{number:02}": network(f"n{number - 1:02}") for number in range(1, DEEPEST + 3)}
    loaded = commons(tmp_path, networks__a=network("b"), networks__b=network("a"), networks__n00=network(), **chain)
    tops = [branch.item.slug for branch in tree(loaded.of_kind("network"))]
    assert tops == ["a", "b", "n00", f"n{DEEPEST + 1:02}", f"n{DEEPEST + 2:02}"]


def test_wholes_from_the_outside_in_and_no_circle_goes_on_for_ever(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        networks__a=network(),
        networks__b=network("a"),
        networks__c=network("b"),
        networks__x=network("y"),
        networks__y=network("x"),
    )
    assert [item.slug for item in wholes(loaded.items["networks/c"], loaded.items)] == ["a", "b"]
    assert [item.slug for item in wholes(loaded.items["networks/x"], loaded.items)] == ["y"]


def test_nested_networks_in_order_of_time(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        networks__a=network(),
        networks__x=network("a", "period: 2020"),
        networks__y=network("a", "period: 2019"),
        networks__b=network("a"),
    )
    assert [item.slug for item in nested_in("networks/a", loaded.of_kind("network"))] == ["y", "x", "b"]


def test_an_item_belongs_to_the_networks_that_it_names(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        tips__a=page("networks: [networks/a, networks/b]"),
        gatherings__a=page("network: networks/a\nstart: 2026"),
        tips__b=page("related: [networks/a]", "Zie [a](networks/a).\n"),
    )
    assert {ref: sorted(networks_of(item)) for ref, item in loaded.items.items() if ref != "methods/intervisie"} == {
        "tips/a": ["networks/a", "networks/b"],
        "gatherings/a": ["networks/a"],
        "tips/b": [],
    }


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2026-Q4", True), ("2026-11-22", True), ("2026-11-23", False), ("2026-Q3", False), ("2025/2026-11-22", True)],
)
def test_a_cycle_is_the_present_one_from_its_first_day_to_its_last(period: str, expected: bool) -> None:
    assert is_now(Period.parse(period), TODAY) is expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("part_of: networks/b\nperiod: 2019", True),
        ("part_of: networks/b\nperiod: 2026", False),
        ("part_of: networks/b", False),
        ("period: 2019", False),
    ],
)
def test_a_cohort_is_over_when_its_period_is_past(tmp_path: Path, fields: str, expected: bool) -> None:
    found = commons(tmp_path, networks__a=page(f"type: community\n{fields}")).items["networks/a"].fields
    assert isinstance(found, Network)
    assert is_over(found, TODAY) is expected


def test_the_gaps_that_an_item_closed(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        questions__a=page("state: answered\nclosed_by: methods/intervisie"),
        questions__b=page("related: [methods/intervisie]"),
    )
    method = loaded.items["methods/intervisie"]
    assert [item.slug for item in gaps_closed_by(method, loaded.items.values())] == ["a"]


def test_a_region_lies_in_all_that_it_falls_under(tmp_path: Path) -> None:
    vocabulary = """\
themes: {participatie: {label: {nl: Participatie, en: Participation}}}
roles: {inhoud: {label: {nl: Inhoud, en: Content}}}
regions:
  vlaanderen: {label: {nl: V, en: F}}
  oost: {label: {nl: O, en: E}, broader: vlaanderen}
  waas: {label: {nl: W, en: W}, broader: oost}
  rond: {label: {nl: R, en: R}, broader: om}
  om: {label: {nl: Om, en: Om}, broader: rond}
"""
    terms = load_commons(write_commons(tmp_path, {"commons/vocabulary.yaml": vocabulary})).regions
    assert within(["waas"], terms) == {"waas", "oost", "vlaanderen"}
    assert within(["rond"], terms) == {"rond", "om"}
    assert within(["onbekend"], terms) == frozenset()
