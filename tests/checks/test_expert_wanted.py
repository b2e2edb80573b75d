import pytest

from commons import found_by, page

QUESTION = "commons/questions/a.md"


@pytest.mark.parametrize(("fields", "places"), [
    ("state: gap\nexpert_wanted: Iemand", []),
    ("state: open", []),
    ("state: answered\nexpert_wanted: Iemand", []),
    ("state: gap", [f"{QUESTION}:6:8"]),
    ("state: gap\nstatus: archived", []),
    ("state: open\nexpert_wanted: Iemand", [f"{QUESTION}:7:16"]),
    ("expert_wanted: Iemand", [f"{QUESTION}:6:16"]),
])  # fmt: skip
def test_a_gap_and_only_a_gap_seeks_an_expert(tmp_path, fields, places):
    assert found_by("expert-wanted", tmp_path, {QUESTION: page(fields)}) == places
