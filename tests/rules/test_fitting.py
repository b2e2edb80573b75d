"""Which methods fit the time and the group that somebody has."""

from __future__ import annotations

import pytest
from gemeengoed.kinds.declare import Range
from gemeengoed.rules.fitting import PEOPLE, Group, Time, groups, times
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (Range(min=10, max=15), ["15", "30", "60", "240"]),
        (Range(min=15, max=16), ["30", "60", "240"]),
        (Range(max=60), ["60", "240"]),
        (Range(min=60), ["60", "240"]),
        (Range(min=60, max=61), ["240"]),
        (Range(min=300, max=480), ["longer"]),
        (Range(), []),
        (None, []),
    ],
)
def test_a_method_fits_a_time_when_the_longest_that_it_takes_does(duration: Range | None, expected: list[str]) -> None:
    assert [str(time) for time in times(duration)] == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (Range(min=5, max=8), ["4-7", "8-15"]),
        (Range(min=20, max=20), ["16-30"]),
        (Range(max=3), ["1-3"]),
        (Range(min=31), ["over-30"]),
        (Range(min=1, max=200), ["1-3", "4-7", "8-15", "16-30", "over-30"]),
        (Range(), []),
        (None, []),
    ],
)
def test_a_method_fits_a_group_that_it_is_for_in_part(size: Range | None, expected: list[str]) -> None:
    assert [str(group) for group in groups(size)] == expected


@given(st.integers(1, 500))
def test_every_number_of_people_belongs_to_one_group(people: int) -> None:
    assert [group for group in Group if PEOPLE[group][0] <= people <= PEOPLE[group][1]] == list(
        groups(Range(min=people, max=people))
    )


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_what_fits_a_time_fits_more_of_it(longest: int, shorter: int) -> None:
    less = times(Range(max=max(1, longest - shorter)))
    assert Time.LONGER in less or set(times(Range(max=longest))) - {Time.LONGER} <= set(less)
