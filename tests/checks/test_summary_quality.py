import pytest

from commons import found_by, page, said_by

CODE = "summary-quality"
FILE = "commons/tips/kort.md"
SUMMARY = "Voor wie een korte pagina zoekt."


def text(summary, body="Een korte tekst.\n"):
    return page(body=body).replace(SUMMARY, summary)


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {FILE: page()}) == []


@pytest.mark.parametrize(
    "file",
    [
        text("Een pagina!"),
        text("Kort."),
        text("woord " * 50),
        page(body="\nVoor wie een **korte** pagina zoekt. En meer.\n"),
    ],
)
def test_problem(tmp_path, file):
    assert found_by(CODE, tmp_path, {FILE: file}) == [f"{FILE}:3:10"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: text("Kort.")}) == [
        "The summary has only 5 characters: 'Kort.'.\n"
        "Say in one or two sentences what it is, and for whom it is useful."
    ]
