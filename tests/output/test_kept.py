"""What a step keeps for its next run: held in memory for a while, or on the disk at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed import kept
from gemeengoed.processes import beside
from pydantic import TypeAdapter

NUMBERS = TypeAdapter(list[int])


def numbers_in(file: Path) -> list[int]:
    return kept.recall(file, NUMBERS, "1", [])


def test_what_is_for_afterwards_is_done_at_once_where_nothing_is_held():
    done = []
    kept.afterwards(lambda: done.append(1))
    assert done == [1]
    kept.write_down()
    assert done == [1]


def test_what_is_held_is_written_down_with_what_was_left_for_afterwards(tmp_path):
    first, second, done = tmp_path / "first.json", tmp_path / "second.json", []
    with kept.holding():
        kept.afterwards(lambda: done.append(1))
        kept.keep(first, NUMBERS, "1", [1])
        kept.afterwards(lambda: kept.keep(second, NUMBERS, "1", [*numbers_in(first), 2]))
        assert not first.exists() and numbers_in(first) == [1] and numbers_in(second) == []
        kept.write_down()
        assert first.exists() and second.exists()
        kept.write_down()  # what is done is not done again
    assert numbers_in(first) == [1] and numbers_in(second) == [1, 2] and done == [1]


def test_a_copy_of_who_holds_values_keeps_its_own_at_once(tmp_path):
    file = tmp_path / "numbers.json"

    def in_a_copy() -> list[int]:
        kept.afterwards(lambda: kept.keep(file, NUMBERS, "1", [2]))
        return numbers_in(file)

    with kept.holding():
        assert numbers_in(file) == []
        assert beside(in_a_copy)() == [2]
        assert numbers_in(file) == [2]


def test_nothing_is_lost_when_the_block_fails(tmp_path):
    file = tmp_path / "numbers.json"
    with pytest.raises(ZeroDivisionError), kept.holding():
        kept.afterwards(lambda: kept.keep(file, NUMBERS, "1", [1]))
        raise ZeroDivisionError
    assert not kept.is_holding() and numbers_in(file) == [1]
