import pytest

from commons import found_by, page, said_by

CODE = "field-date"
FILE = "commons/questions/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("asked_on: 2026"),
        page("asked_on: 2026-Q1"),
        page("asked_on: 2026-02"),
        page("asked_on: 2026-02-28"),
        page('asked_on: "2024-02-29"'),
        page("asked_on: 9999-12-31"),
        page("asked_on:"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("asked_on: 2026-02-30"), ["6:11"]),
        (page("asked_on: 3/4/2026"), ["6:11"]),
        (page("asked_on: 2025-02-29"), ["6:11"]),
        (page("asked_on: 2026-Q5"), ["6:11"]),
        (page("asked_on: 2026-13"), ["6:11"]),
        (page("asked_on: 0000-01"), ["6:11"]),
        (page("asked_on: ２０２６"), ["6:11"]),
        (page("asked_on: 10000"), ["6:11"]),
        (page("asked_on: 2026-01-01T25:00"), ["6:11"]),
        (page("reviews:\n  - {by: redactie, on: 2026, verdict: useful}\n  - by: redactie\n    on: ooit"), ["9:9"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("asked_on: 2026-02-30")}) == [
        "'2026-02-30' is not a date that exists.\n"
        "Write 'asked_on' as exactly as it is known: 2017, 2017-Q1, 2022-05 or 2026-12-10."
    ]
