import pytest

from commons import found_by, page, said_by

CODE = "title-quality"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize("title", ["Intervisie voor beginners", "ICT", "Wie, wat, enz.", "Kan dit?"])
def test_unchanged(tmp_path, title):
    assert found_by(CODE, tmp_path, {FILE: page(title=title)}) == []


@pytest.mark.parametrize("title", ["Intervisie.", "INTERVISIE SAMEN", "woord " * 18])
def test_problem(tmp_path, title):
    assert found_by(CODE, tmp_path, {FILE: page(title=title)}) == [f"{FILE}:2:8"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(title="INTERVISIE SAMEN.")}) == [
        "The title is in capitals.\nWrite it as a sentence: 'Intervisie samen.'.",
        "The title ends in a full stop.\nLeave the full stop out.",
    ]
