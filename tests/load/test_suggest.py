import pytest
from gemeengoed.suggest import nearest, nearest_reference
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("sumary", "summary"),
        ("SUMMARY", "summary"),
        ("titel", "title"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_word(word, known):
    assert nearest(word, ["title", "summary", "authors"]) == known


def test_of_two_as_near_the_first_in_order():
    assert nearest("ac", ["ab", "aa"]) == nearest("ac", ["aa", "ab"])


def test_nothing_is_near_when_nothing_is_known():
    assert nearest("a", []) is None
    assert nearest_reference("methods/a", []) is None


@pytest.mark.parametrize(
    ("reference", "known"),
    [
        ("methods/intervise", "methods/intervisie"),
        ("tips/intervise", "tips/intervisie"),
        ("practices/intervisie", "methods/intervisie"),
        ("intervisie", "methods/intervisie"),
        ("methods/heel-iets-anders", None),
        ("../methods/intervisie.md", "methods/intervisie"),
    ],
)
def test_the_nearest_reference(reference, known):
    assert nearest_reference(reference, ["methods/intervisie", "tips/intervisie", "tips/kort"]) == known


@given(st.text(), st.lists(st.text()))
def test_no_word_is_too_odd(word, known):
    assert nearest(word, known) in {None, *known}
    assert nearest_reference(word, known) in {None, *known}
