import pytest

from commons import SETTINGS, found_by, page, said_by

CODE, QUESTION = "question-open-too-long", "commons/questions/a.md"


@pytest.mark.parametrize(("extra", "places"), [
    ("asked_on: 2025-01", [f"{QUESTION}:6:11"]),
    ("asked_on: 2999", []),
    ("asked_on: 2025-01\nstate: gap", []),
    ("asked_on: 2025-01\nstate: answered", []),
    ("state: open", []),
])  # fmt: skip
def test_an_open_question(tmp_path, extra, places):
    assert found_by(CODE, tmp_path, {QUESTION: page(extra)}) == places


def test_a_maintainer_sets_how_long(tmp_path):
    days = "      language: nl\n      checks: {question-open-too-long: {days: 100000}}\n"
    files = {"mkdocs.yml": SETTINGS.replace("      language: nl\n", days), QUESTION: page("asked_on: 2025-01")}
    assert found_by(CODE, tmp_path, files) == []


def test_a_question_with_an_answer_that_nobody_accepted(tmp_path):
    answer = page("question: questions/a\nby: redactie\non: 2025-02")
    files = {QUESTION: page("asked_on: 2025-01"), "commons/answers/x.md": answer}
    assert "accepted_answer" in said_by(CODE, tmp_path, files)[0]
