import pytest

from commons import found_by, page, said_by

CODE = "field-value"
FILE = "commons/methods/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("maturity: proven"),
        page("duration: {min: 0, max: 90}"),
        page("audience: members"),
        page("licence: CC-BY-4.0"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("maturity: bewezen"), ["6:11"]),
        (page("maturity: Proven"), ["6:11"]),
        (page("duration: {min: -1, max: nul}"), ["6:17", "6:26"]),
        (page(f"duration: {{max: {'9' * 5000}}}"), ["6:17"]),
        (page("keywords: ['']"), ["6:12"]),
        (page(f"keywords: [goed, {'a' * 301}, goed]"), ["6:18"]),
        (page("sources: [{title: A, relation: cites, url: 'javascript:alert(1)'}]"), ["6:44"]),
        (page('keywords: ["twee\\nregels"]'), ["6:12"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("maturity: bewezen")}) == [
        "'bewezen' cannot be the value of 'maturity'. Choose from: idea, trial, proven.\nDid you mean 'proven'?"
    ]
