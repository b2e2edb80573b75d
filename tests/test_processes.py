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


def failing_elsewhere(here):
    if os.getpid() != here:
        raise LookupError


@settings(max_examples=5, deadline=None)
@given(st.lists(st.lists(st.integers(), max_size=3), max_size=30), st.integers(2, 4))
def test_every_batch_is_done_once(batches, jobs):
    told = list(work_along(batches, doubled, jobs))
    assert sorted(found for _, found in told) == sorted([2 * number for number in batch] for batch in batches)
    assert len({process for process, _ in told}) <= jobs


def test_this_process_works_along():
    told = list(work_along([[number] for number in range(40)], doubled, 2))
    assert {process for process, _ in told} > {os.getpid()}


def test_what_fails_in_any_process_is_raised_here():
    with pytest.raises(LookupError):
        list(work_along([[number] for number in range(20)], failing, 2))
    here = os.getpid()
    with pytest.raises(LookupError):
        list(work_along([here] * 20, failing_elsewhere, 2))
