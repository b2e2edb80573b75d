import pytest

from commons import found_by, page

QUESTION = "commons/questions/a.md"


@pytest.mark.parametrize(("fields", "places"), [
    ("state: answered\nclosed_by: methods/intervisie", []),
    ("state: answered\nclosed_by: methods/intervisie\nexpert_wanted: Iemand", []),
    ("state: answered\naccepted_answer: answers/x\nexpert_wanted: Iemand", []),
    ("state: answered", []),
    ("state: answered\nexpert_wanted: Iemand", [f"{QUESTION}:6:8"]),
    ("state: gap\nclosed_by: methods/intervisie\nexpert_wanted: Iemand", [f"{QUESTION}:7:12"]),
    ("state: open\nclosed_by: methods/intervisie", [f"{QUESTION}:7:12"]),
    ("state: gap\nexpert_wanted: Iemand", []),
])  # fmt: skip
def test_state_and_what_closed_it_go_together(tmp_path, fields, places):
    assert found_by("gap-closed", tmp_path, {QUESTION: page(fields)}) == places
