import time

import pytest
from gemeengoed.load.positions import UNREAD, read_yaml
from hypothesis import given
from hypothesis import strategies as st


def places_of(text: str, first_line: int = 1) -> dict[tuple[str | int, ...], tuple[int, int]]:
    _, places, _ = read_yaml(text, first_line)
    return dict(places.values)


def test_every_scalar_stays_the_text_that_was_written():
    data, _, defects = read_yaml("a: no\nb: 2017\nc: 2026-02-30\nd: 0x10\ne: 1e3\nf: 'null'\ng: \"~\"\nh: !!int 5\n")
    assert data == {
        "a": "no", "b": "2017", "c": "2026-02-30", "d": "0x10", "e": "1e3", "f": "null", "g": "~", "h": "5",
    }  # fmt: skip
    assert defects == ()


def test_what_is_empty_is_none_and_in_a_list_an_empty_text():
    assert read_yaml("a:\nb: ~\nc: null\nd: ''\ne: [~, x]\n")[0] == {
        "a": None, "b": None, "c": None, "d": "", "e": ["", "x"],
    }  # fmt: skip


@pytest.mark.parametrize(("text", "data"), [("", None), ("# niets", None), ("a", "a"), ("- a", ["a"]), ("{}", {})])
def test_documents_that_are_no_mapping(text, data):
    assert read_yaml(text)[0] == data


def test_places_count_from_one_in_characters_of_the_file():
    text = "é: 💡\nlijst:\n  - a\n  - {b: c, d: [e, f]}\n"
    assert places_of(text, first_line=2) == {
        (): (2, 1),
        ("é",): (2, 4),
        ("lijst",): (4, 3),
        ("lijst", 0): (4, 5),
        ("lijst", 1): (5, 5),
        ("lijst", 1, "b"): (5, 9),
        ("lijst", 1, "d"): (5, 15),
        ("lijst", 1, "d", 0): (5, 16),
        ("lijst", 1, "d", 1): (5, 19),
    }


@pytest.mark.parametrize("line_end", ["\u2028", "\u2029", "\u0085"])
def test_only_line_feeds_end_a_line(line_end):
    assert places_of(f"a: 'x{line_end}y'\nb: c\n")[("b",)] == (2, 4)


def test_what_is_refused_is_marked_and_is_neither_true_nor_empty():
    data, _, _ = read_yaml("a: &x b\nc: *x\n")
    assert data == {"a": "b", "c": UNREAD}
    assert not UNREAD
    assert UNREAD is not None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        "{" * 1_000_000,
        "- " * 500_000,
        "? " * 500_000,
        "[{a: [" * 200_000,
        "\n".join(" " * depth + "a:" for depth in range(1_000)),
        "a: " + "&b " * 300_000,
        "a: [" + "*b, " * 100_000,
        "'" * 1_000_001,
        "!" + "a" * 1_000_000,
        "a: '\n" + " " * 1_000_000,
        "%" * 1_000_000,
        "a:\n" * 50_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_nothing_overflows_or_takes_long(text):
    start = time.process_time()
    _, _, defects = read_yaml(text)
    assert {defect.code for defect in defects} <= {
        "front-matter-yaml", "front-matter-alias", "front-matter-duplicate-key",
    }  # fmt: skip
    assert defects
    assert time.process_time() - start < 5


SIGNS = [*"a[]{}'\"%@\té💡\n\u2028\u0085\x01\x7f\ufeff", "  ", ", ", ": ", "b: ", "- ", "? ", "# ", "&x ", "*x", "!t "]
SIGNS += ["|\n", ">-\n", "---\n", "...\n", "<<: "]
YAMLISH = st.lists(st.sampled_from(SIGNS), max_size=30).map("".join)


@given(YAMLISH | st.text())
def test_every_defect_and_value_stands_inside_the_text(text):
    data, places, defects = read_yaml(text)
    assert data is not None or not places.values or defects or places.values.keys() == {()}
    lines = text.split("\n")
    for line, column in [*(defect.place for defect in defects), *places.values.values(), *places.keys.values()]:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
