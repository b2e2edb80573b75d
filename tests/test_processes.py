"""Work that is shared among processes: all of it is done, once, and what fails is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from multiprocessing import active_children
from multiprocessing.connection import wait
from pathlib import Path

import pytest
from gemeengoed.processes import EndedError, apart, beside, work_along
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import environment


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


def nothing():
    """Nothing to do."""


def until_there(file):
    end = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < end, f"{file} never came"
        time.sleep(0.01)


def test_what_was_made_apart_is_used_while_the_rest_is_done(tmp_path: Path):
    used, done, meanwhile = tmp_path / "used", tmp_path / "done", []

    def rest():
        until_there(used)
        done.write_text(str(os.getpid()))

    with apart(os.getpid, rest, lambda: meanwhile.append(os.getpid())) as helper:
        used.touch()
    assert meanwhile == [os.getpid()] != [helper] and done.read_text() == str(helper)


def test_what_fails_apart_is_raised_here_with_the_place(tmp_path: Path):
    with pytest.raises(LookupError) as failed, apart(lambda: failing("x"), nothing, nothing):
        pytest.fail("there is nothing to use")
    assert "in failing" in failed.value.__notes__[0]
    used = []
    with pytest.raises(LookupError), apart(lambda: 1, lambda: failing("x"), nothing) as one:
        used.append(one)
    assert used == [1]


def test_a_process_that_ends_too_soon_is_told():
    with pytest.raises(EndedError), apart(lambda: os._exit(3), nothing, nothing):
        pytest.fail("there is nothing to use")
    with pytest.raises(EndedError), apart(lambda: 1, lambda: os._exit(3), nothing):
        pass


@pytest.mark.parametrize("work", [lambda: os._exit(3), lambda: failing("x")], ids=["ended", "failed"])
def test_what_comes_to_nothing_beside_is_left_to_whoever_waits(work):
    assert beside(lambda: "made")() == "made"
    assert beside(work)() is None


def test_what_is_sent_by_halves_comes_to_nothing():
    before = {*active_children()}
    given = beside(lambda: b"x" * 10_000_000)
    (helper,) = {*active_children()} - before
    wait([helper.sentinel], timeout=0.5)  # nobody receives, so it gets no further than what the system holds
    helper.kill()
    assert given() is None


INTERRUPTED = """
import os, signal, time
from gemeengoed.processes import apart

def work():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # else it may be ended before it could say anything
    os.killpg(0, signal.SIGINT)
    time.sleep(20)

try:
    with apart(work, lambda: None, lambda: None):
        pass
except KeyboardInterrupt:
    print("interrupted")
"""


def test_who_is_interrupted_tells_of_it_once(tmp_path):
    """A terminal interrupts all processes of a program."""
    told = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, start_new_session=True, check=True,
        timeout=15, env=environment(PYTHONPATH=os.pathsep.join(sys.path)),
    )  # fmt: skip
    assert (told.stdout, told.stderr) == ("interrupted\n", "")


@pytest.mark.parametrize("size", [1, 10_000_000])
def test_the_rest_is_done_though_what_was_made_is_not_used(tmp_path: Path, size):
    done = tmp_path / "done"
    with pytest.raises(ZeroDivisionError), apart(lambda: b"x" * size, done.touch, lambda: 1 / 0):
        pytest.fail("there is nothing to use")
    assert done.exists()
    with pytest.raises(ZeroDivisionError), apart(lambda: b"x" * size, (tmp_path / "too").touch, nothing):
        raise ZeroDivisionError
    assert (tmp_path / "too").exists()
