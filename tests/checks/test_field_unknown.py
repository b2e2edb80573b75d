import pytest

from commons import found_by, page, said_by

CODE = "field-unknown"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("summary_: x").replace("summary_", "keywords").replace(": x", ": []"),
        page("sources: [{title: A, relation: cites, author: B}]"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("sumary: Kort gezegd"), ["6:1"]),
        (page("sumary:"), ["6:1"]),
        (page("maturity: proven"), ["6:1"]),
        (page("2: x\n3.5: y\ntrue: z\n'[key]': w\n'': v"), ["6:1", "7:1", "8:1", "9:1", "10:1"]),
        (page("sources: [{title: A, relation: cites, auteur: B}]"), ["6:39"]),
        (page("sources:\n  - [x]\n  - title: A\n    relation: cites\n    auteur: B"), ["10:5"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("sumary: Kort gezegd")}) == [
        "There is no field 'sumary'.\nDid you mean 'summary'?"
    ]
