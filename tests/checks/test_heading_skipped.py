import pytest

from commons import found_by, page, said_by

CODE = "heading-skipped"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "## Een\n\n### Twee\n\n## Drie\n",
        "## Een\n\n### Twee\n\n#### Drie\n\n## Vier\n",
        "Tekst.\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("### Eerst\n", ["7:1"]),
        ("## Een\n\n#### Twee\n", ["9:1"]),
        ("## Een\n\n#### Twee\n\n#### Drie\n", ["9:1"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="## Een\n\n#### Twee\n")}) == [
        "The heading 'Twee' skips a level.\nWrite it as '### Twee'.",
    ]
