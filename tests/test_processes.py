"""Work that is shared among processes: all of it is done, once, and what fails is told."""

from __future__ import annotations

import os

import pytest
from gemeengoed.processes import work_along
from hypothesis import given, settings
from hypothesis import strategies as st


def doubled(batch):
    return os.getpid(), [2 * number for number in batch]


def failing(batch):
    raise LookupError(batch)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.lists(st.integers(), max_size=3), max_size=30), st.integers(2, 4))
def test_every_batch_is_done_once_and_each_process_tells_in_its_own_order(batches, jobs):
    told = list(work_along(batches, doubled, doubled, jobs))
    assert sorted(found for _, found in told) == sorted([2 * number for number in batch] for batch in batches)
    assert len({process for process, _ in told}) <= jobs
    numbered = list(work_along([[number] for number in range(len(batches))], doubled, doubled, jobs))
    for process in {process for process, _ in numbered}:
        own = [found for other, found in numbered if other == process]
        assert own == sorted(own)


def test_this_process_works_along():
    told = list(work_along([[number] for number in range(40)], doubled, doubled, 2))
    assert {process for process, _ in told} > {os.getpid()}


@pytest.mark.parametrize("ours", [doubled, failing])
def test_what_fails_in_a_process_is_raised_here(ours):
    with pytest.raises(LookupError):
        list(work_along([[number] for number in range(20)], ours, failing, 2))
