import pytest

from commons import page, problems_of

TIP = "commons/tips/kort.md"
HERE = f"{TIP}:7:5 attribution-complete"


def of(root, source):
    found = problems_of(root, {TIP: page(f"sources:\n  - {{title: Werk, {source}}}")})
    return [problem for problem in found if problem.endswith("attribution-complete")]


@pytest.mark.parametrize(
    "source",
    [
        "relation: derived-from, licence: CC-BY-4.0, author: A, url: 'https://a.example'",
        "relation: includes, licence: CC-BY-4.0, author: A, publication: 'Het boek, 2019'",
        "relation: derived-from, licence: CC0-1.0",
        "relation: cites, licence: CC-BY-4.0",
        "relation: inspired-by",
    ],
)
def test_a_source_named_in_full_or_that_asks_for_nothing(tmp_path, source):
    assert of(tmp_path, source) == []


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("relation: derived-from, licence: CC-BY-4.0, url: 'https://a.example'", 1),
        ("relation: includes, licence: CC-BY-NC-4.0, author: A", 1),
        ("relation: derived-from, licence: EUPL-1.2", 2),
        ("relation: derived-from", 2),
    ],
)
def test_a_source_without_author_or_place(tmp_path, source, problems):
    assert of(tmp_path, source) == [HERE] * problems
