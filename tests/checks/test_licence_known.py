import pytest
from gemeengoed.licences import is_known
from hypothesis import given, settings
from hypothesis import strategies as st

from commons import CONTRIBUTORS, found_by, page, said_by

CODE = "licence-known"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page("licence: CC-BY-NC-SA-4.0"),
        page("licence: CC-BY-ND-4.0"),
        page("sources: [{title: A, relation: cites, licence: MIT OR Apache-2.0}]"),
        page("sources: [{title: A, relation: cites, licence: LicenseRef-eigen.1}]"),
        page("sources: [{title: A, relation: cites, licence: GPL-2.0-or-later WITH Classpath-exception-2.0}]"),
        page("sources: [{title: A, relation: cites, licence: (MIT)}]"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("licence: Creative Commons"), ["6:10"]),
        (page("licence: cc-by-4.0"), ["6:10"]),
        (page("licence: LicenseRef-"), ["6:10"]),
        (page("licence: ()"), ["6:10"]),
        (page("licence: '{0}'"), ["6:10"]),
        (page("licence: MIT AND"), ["6:10"]),
        (page(f"licence: '{'(' * 30_000}MIT'"), ["6:10"]),
        (page("sources: [{title: A, relation: cites, licence: MIT, date: 2026}, {licence: x}]"), ["6:76"]),
        (page("sources: [tekst, {title: A, relation: cites, licence: x}]"), ["6:55"]),
        (page("media: [{file: a.png, alt: A, licence: GPL-2.0}]"), ["6:40"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_the_licences_of_a_consent(tmp_path):
    text = CONTRIBUTORS.replace("[CC-BY-NC-SA-4.0]", "[CC-BY-NC-SA-4.0, vrij]")
    assert found_by(CODE, tmp_path, {"contributors.yaml": text}) == ["contributors.yaml:8:33"]


WORDS = st.lists(st.sampled_from(["MIT", "OR", "AND", "WITH", "(", ")", "x", "{0}"])).map(" ".join)


@given(st.text() | WORDS)
@settings(max_examples=60)
def test_no_text_is_too_odd(text):
    assert is_known(text) in {True, False}


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("licence: CC-BY-NC-SA-40")}) == [
        "'CC-BY-NC-SA-40' is not the SPDX identifier of a licence.\nDid you mean 'CC-BY-NC-SA-4.0'?"
    ]
