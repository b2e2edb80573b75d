import pytest

from commons import found_by, page, said_by

CODE = "front-matter-yaml"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(title='"Samen: hoe dan?"'),
        page("keywords: ['[a', \"{b\", 'c: d']"),
        page("keywords: [a, !!str b]"),
        page("applies_to: [💡, é]"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(title="Samen: hoe dan?"), ["2:13"]),
        (page("keywords: [a"), ["7:1"]),
        (page("\tkeywords: a"), ["6:1"]),
        (page("{a: b}: c\n? [d]\n: e"), ["6:1", "7:3"]),
        (page("steward: !python redactie"), ["6:10"]),
        (page("keywords: !!python/object:os.system [ls]"), ["6:11"]),
        (page("keywords: ['a\u2028b']\nsteward: @x"), ["7:10"]),
        (page("steward: a\x01b"), ["6:11"]),
        (page("keywords: " + "[" * 20 + "]" * 20), ["6:23"]),
        (page("keywords: " + "[" * 60_000), ["6:123"]),
        (page("- " * 30_000), ["6:1"]),
        (page("...\ntitle: Twee"), ["7:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(title="Samen: hoe dan?")}) == [
        "This cannot be read as YAML: mapping values are not allowed in this context.\n"
        'A text with a colon in it must stand between quotation marks: title: "Samen: hoe dan?"'
    ]
