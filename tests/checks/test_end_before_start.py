import pytest

from commons import ORGANISATIONS, found_by, page

CODE, GATHERING, CIRCLE = "end-before-start", "commons/gatherings/x.md", "commons/networks/kring.md"
INITIATIVE, NETWORK = "commons/initiatives/a.md", {"commons/networks/a.md": page("type: locon")}
NEEDED = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom.\n"


@pytest.mark.parametrize(("start", "end", "places"), [
    ("2026-12-10", "2026-12-09", [f"{GATHERING}:8:6"]),
    ("2026-12-10T19:00", "2026-12-10T17:00", [f"{GATHERING}:8:6"]),
    ("2026-12-10T17:00", "2026-12-10T19:00", []),
    ("2026-12-10", "2026-12", []),
    ("2026-12", "2026-12-01", []),
])  # fmt: skip
def test_a_gathering(tmp_path, start, end, places):
    text = page(f"network: networks/a\nstart: {start}\nend: {end}")
    assert found_by(CODE, tmp_path, {GATHERING: text, **NETWORK}) == places


def test_an_initiative(tmp_path):
    dates = "start: 2022\nevaluations: [{on: 2021-12, finding: Goed.}]\nhandover: {to: X, on: 2021}"
    files = {INITIATIVE: page(f"{NEEDED}phase: handed-over\n{dates}"), **NETWORK}
    assert found_by(CODE, tmp_path, files) == [f"{INITIATIVE}:11:20", f"{INITIATIVE}:12:23"]


def test_a_cycle_of_a_network(tmp_path):
    text = page("type: locon\nperiod: 2019/2020\ncycles: [{period: 2018}, {period: 2019-Q1}]")
    assert found_by(CODE, tmp_path, {CIRCLE: text}) == [f"{CIRCLE}:8:19"]


@pytest.mark.parametrize(("until", "places"), [("2023", ["commons/organisations.yaml:8:54"]), ("2024", [])])
def test_a_membership(tmp_path, until, places):
    text = f"{ORGANISATIONS}  membership: {{type: subscriber, since: 2024, until: {until}}}\n"
    assert found_by(CODE, tmp_path, {"commons/organisations.yaml": text}) == places
