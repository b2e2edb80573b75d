import pytest

from commons import found_by, page, said_by

CODE = "heading-bold"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "**Let op.** Dit is belangrijk.\n",
        "**Dit is een hele zin.**\n",
        "Tekst\n**vet**\n\n",
        "- **item**\n",
        "**een** en **twee**\n",
        "```\n\n**code**\n\n```\n",
        "**lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang lang **\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("**Stappen**\n\nTekst.\n", ["7:1"]),
        ("Tekst.\n\n**Stappen**\n- een\n", ["9:1"]),
        ("Tekst.\n\n__Stappen:__\n\n**Twee**:\n", ["9:1", "11:1"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="**Stappen:**\n")}) == [
        "'Stappen' looks like a heading but is only bold.\nWrite it as a heading: '## Stappen'.",
    ]
