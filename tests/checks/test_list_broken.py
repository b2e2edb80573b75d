import pytest

from commons import found_by, page, said_by

CODE = "list-broken"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "Tekst:\n\n- een\n- twee\n",
        "1. een\n\n    tekst\n\n    - twee\n2. drie\n",
        "## Kop\n- een\n",
        "- een\n    - twee\n        - drie\n",
        "Op\n2017 was het klaar.\n",
        "een\n\n---\n\ntwee\n",
        "```\ntekst\n- een\n```\n",
        "– Een citaat, zei zij.\n\nEn verder.\n",
        "> tekst\n> - een\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Neem mee:\n- papier\n- pen\n", ["8:1"]),
        ("Stappen\n1. een\n2. twee\n", ["8:1"]),
        ("• een\n• twee\n", ["7:1"]),
        ("1) een\n2) twee\n", ["7:1"]),
        ("– een\n– twee\n", ["7:1"]),
        ("- een\n  - twee\n  - drie\n- vier\n", ["8:3"]),
        ("1. een\n   - twee\n", ["8:4"]),
        ("- een\n    - twee\n      - drie\n", ["9:7"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="Neem mee:\n- papier\n\n• pen\n\n- een\n  - twee\n")}) == [
        "This list does not become a list: there is no blank line before it.\n"
        "Put a blank line between the text and the first item of the list.",
        "This item stands too little to the right to belong to the item above it.\n"
        "Put four spaces before the '-', and a multiple of four further in.",
    ]
