import pytest

from commons import METHOD, found_by, page, said_by

CODE = "worksheet-usable"


def of(root, worksheet):
    return found_by(CODE, root, {METHOD: page(f"worksheet: {worksheet}")})


@pytest.mark.parametrize(
    "worksheet",
    [
        "{type: matrix}",
        "{type: reflection, questions: [Wat ging goed?]}",
        "{type: reflection, qualities: [{name: Luisteren, sentences: [Ik luister.]}], scale: [Soms, Vaak]}",
    ],
)
def test_a_worksheet_that_asks_something_has_no_problem(tmp_path, worksheet):
    assert of(tmp_path, worksheet) == []


def test_a_reflection_that_asks_nothing(tmp_path):
    assert of(tmp_path, "{type: reflection}") == [f"{METHOD}:6:12"]


@pytest.mark.parametrize("answers", [["Vaak"], [str(number) for number in range(11)]])
def test_a_scale_that_is_too_short_or_too_long(tmp_path, answers):
    assert of(tmp_path, f"{{type: matrix, scale: {answers}}}") == [f"{METHOD}:6:34"]
    assert str(len(answers)) in said_by(CODE, tmp_path, {})[0]


def test_a_sentence_that_comes_twice(tmp_path):
    qualities = "[{name: A, sentences: [Ik luister.]}, {name: B, sentences: [Ik praat., Ik luister.]}]"
    assert len(of(tmp_path, f"{{type: reflection, qualities: {qualities}}}")) == 1
