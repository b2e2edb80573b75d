import pytest

from commons import found_by, page, said_by

CODE = "reference-item"
FILE = "commons/answers/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("related: [methods/intervisie]"),
        page("supersedes: []"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("related: [methods/intervise]"), ["6:11"]),
        (page("related: [methods/intervisie, methods/intervisie.md]"), ["6:31"]),
        (page("question: methods/intervisie"), ["6:11"]),
        (page("networks: [methods/intervisie]"), ["6:12"]),
        (page("translation_of: {item: methods/weg, hash: abc}"), ["6:24"]),
        (page("related: [{x: y}, ../../etc/passwd]"), ["6:19"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("related: [methods/intervise]")}) == [
        "The page 'methods/intervise' does not exist.\nDid you mean 'methods/intervisie'?"
    ]
