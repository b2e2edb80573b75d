"""The two halves of the form's program that the intake has too: the same answers are read as the same values."""

from __future__ import annotations

import pytest
import yaml
from gemeengoed.intake.front_matter import dump
from gemeengoed.intake.names import Names
from gemeengoed.intake.read import read_answers
from gemeengoed.load.positions import read_yaml
from gemeengoed.questions.asked import Question, Sort
from gemeengoed.slug import slug_of
from gemeengoed.stage.contribute.said import said
from gemeengoed.stage.words import Words

from commons import load_commons, write_commons

pytestmark = pytest.mark.browser

TYPED = {
    Sort.DATE: """2026 | 05/2026 | 10/12/2026 | 2026-02-30 | 31/4/2026 | 29/2/2024 | 29-2-2023 | mei 2022
        3 mei 2022 | voorjaar | 10 december 2026 om 19u
        10/12/2026 19:30 | 10/12/2026 25:00 | 2026-12-10 19:00 | 2017-Q1 | 2017-q5 | 0000
        13/2026 | sept. 2026 | 1e mei 2026 | May 4 2026 | 2026 19u""",
    Sort.PERIOD: """2026 | 2019 tot 2020 | 2019-2020 | mei 2022 tot en met juni 2023 | 2020/2019 | 2019 – nu
        2018 t/m 2019 | juni 2023 tot mei 2023 | 2026 tot 2026
        2023-Q4 tot oktober 2023 | 2023-Q4 tot september 2023 | 2 mei 2023 tot mei 2023""",
    Sort.NUMBER: "12 | 12,50 | € 3 | 1.234,5 | drie | -4 | 25 euro | 1234567890",
    Sort.RANGE: "60 | 60 tot 90 | 90 tot 60 | max. 12 | minstens 3 | 1 à 2 uur | 2u | veel | 1 2 3 | 123456",
    Sort.LINES: "- een\n2. twee\n\n  • drie  vier | - | n/a | één\u200btwee | *x",
    Sort.LINE: "a  b\tc | No response | \u202eomgekeerd | e\u0301 | x\x00y",
    Sort.TEXT: "a\r\n b\u2028c | <!-- x --> y",
}
CASES = [
    (sort, typed.strip(" "))
    for sort, several in TYPED.items()
    for typed in several.replace("\n        ", "|").split("|")
]
HOSTILE = [
    "---", "a: b", "- a", "#", "no", "2017", "", " x ", "'\"\\", "a\nb", "\n a", "a\n  b\n\nc", "a\n---\nb", "&a *a",
    "!!x", "\x85\u2028\ufeff",
    "{{ 7 }}", "<img onerror=x>", "👋🏽", "a\n\tb", "| >-", "a #b", "%TAG", "@", "`",
]  # fmt: skip


def test_answers_are_read_as_the_intake_reads_them(visit, tmp_path):
    names = Names(load_commons(write_commons(tmp_path)))
    theirs = []
    for sort, typed in CASES:
        question = Question("x", sort, "x", unit="minutes" if sort is Sort.RANGE else "", longest=5000)
        reading = read_answers((question,), {"x": typed}, names)
        theirs.append("fault" if reading.remarks else reading.values.get("x"))
    given = [
        {"name": "x", "sort": sort.value, "unit": "minutes", "longest": 5000, "typed": typed} for sort, typed in CASES
    ]
    ours = (
        visit()
        .go("bijdragen/tip/")
        .evaluate(
            """async ([given, say]) => {
            const { read } = await import("/assets/gemeengoed/form-read.js");
            return given.map((question) => {
                try { return read(question, question.typed, say) ?? null; } catch { return "fault"; }
            });
        }""",
            [given, said(Words("nl"))],
        )
    )
    different = [(case, our, their) for case, our, their in zip(CASES, ours, theirs, strict=True) if our != their]
    assert different == []


def test_names_of_files_are_those_of_the_intake(visit):
    titles = ["Één kring: twee uur!", "--- <x>", "日本", "a" * 79 + " bc", "Straße & œuvre", "İstanbul", "½ dag"]
    ours = (
        visit()
        .go("bijdragen/tip/")
        .evaluate(
            """async (titles) => {
            const { slugOf } = await import("/assets/gemeengoed/form-read.js");
            return titles.map(slugOf);
        }""",
            titles,
        )
    )
    assert ours == [slug_of(title) for title in titles]


def test_whatever_is_written_is_read_again_as_that(visit):
    data = {f"k{number}": text for number, text in enumerate(HOSTILE)}
    data |= {"list": HOSTILE, "names": ["no", "methods/x"], "records": [{"a": text, "b": ["x y"]} for text in HOSTILE]}
    data |= {"deep": {"a": {"b": "a\nb", "min": 3}}}
    text = (
        visit()
        .go("bijdragen/tip/")
        .evaluate("""async (data) => (await import("/assets/gemeengoed/form-file.js")).yaml(data)""", data)
    )
    read, _, defects = read_yaml(text)
    assert not defects
    assert read == read_yaml(dump(data))[0]
    assert yaml.safe_load(text) == data
