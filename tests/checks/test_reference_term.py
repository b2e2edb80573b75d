import pytest

from commons import ORGANISATIONS, VOCABULARY, found_by, page, said_by

CODE = "reference-term"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page("skills: [luisteren]\nregions: [vlaanderen]\ncredits: {inhoud: [redactie]}"),
        page("skills:\nregions: []"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page().replace("[participatie]", "[burgerparticipatie]"), ["5:10"]),
        (page().replace("[participatie]", "[participatie, luisteren]"), ["5:24"]),
        (page("skills: [[x], luisteren, praten]"), ["6:26"]),
        (page("skills:\n  - {x: y}\n  - praten\n  - []\n  - luisteren\n  - zwijgen"), ["8:5", "11:5"]),
        (page("credits:\n  vorm: [redactie]\n  inhoud: [redactie]"), ["7:3"]),
        (page("regions: ['', Vlaanderen]"), ["6:11", "6:15"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_registers_refer_too(tmp_path):
    found = found_by(
        CODE,
        tmp_path,
        {
            "commons/organisations.yaml": ORGANISATIONS.replace("[vlaanderen]", "[{x: y}, nederland]"),
            "commons/vocabulary.yaml": VOCABULARY.replace("broader: participatie", "broader: particpatie"),
        },
    )
    assert found == ["commons/organisations.yaml:4:21", "commons/vocabulary.yaml:7:14"]


@pytest.mark.parametrize("name", ["burgerparticipatie", "Participation", "inspraak"])
def test_another_word_for_a_term_leads_to_it(tmp_path, name):
    assert said_by(CODE, tmp_path, {FILE: page().replace("[participatie]", f"[{name}]")}) == [
        f"'{name}' is not in the vocabulary (themes).\nDid you mean 'participatie'?"
    ]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("skills: [zwemmen]")}) == [
        "'zwemmen' is not in the vocabulary (skills).\nChoose from: luisteren."
    ]
