"""A folder being filled: what it holds is known, what changed is written, and no file is ever written in place."""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path

import pytest
from gemeengoed.folders import survey
from gemeengoed.ledger import NOTHING
from gemeengoed.output import Output
from gemeengoed.publish import mirror
from hypothesis import given
from hypothesis import strategies as st
from sites import bytes_of


@pytest.fixture
def filled(tmp_path: Path) -> Output:
    output = Output(tmp_path / "vol")
    for name in ("a.txt", "map/b.txt", "map/diep/c.txt"):
        output.put(name, name.encode())
    return output


def test_only_what_changed_is_written_and_told(filled):
    again = Output(filled.path, filled.kept())
    before = os.stat(filled.path / "a.txt").st_ino
    again.put("a.txt", b"a.txt")
    again.put("map/b.txt", b"anders")
    again.prune()
    assert again.changed == {"map/b.txt", "map/diep/c.txt"}
    assert bytes_of(filled.path) == {"a.txt": b"a.txt", "map/b.txt": b"anders"}
    assert os.stat(filled.path / "a.txt").st_ino == before and not (filled.path / "map/diep").exists()


def test_what_somebody_touched_is_known_for_what_it_is(filled):
    kept = filled.kept()
    time.sleep(0.02)
    (filled.path / "a.txt").write_bytes(b"aangepast")
    (filled.path / "map/b.txt").unlink()
    (filled.path / "nieuw.txt").write_bytes(b"nieuw")
    again = Output(filled.path, kept)
    again.put("a.txt", b"a.txt")
    again.put("map/b.txt", b"map/b.txt")
    again.prune()
    assert bytes_of(filled.path) == {"a.txt": b"a.txt", "map/b.txt": b"map/b.txt"}


def test_a_file_in_the_place_of_a_folder_and_the_other_way_round(filled):
    filled.put("a.txt/x", b"x")
    filled.put("map", b"een bestand")
    assert (filled.path / "a.txt/x").read_bytes() == b"x" and (filled.path / "map").read_bytes() == b"een bestand"
    assert set(survey(filled.path, NOTHING).files) == {"a.txt/x", "map"}


def test_a_file_that_nobody_wants_any_more_may_be_a_folder_by_now(filled):
    filled.put("map/b.txt/d.txt", b"d")
    again = Output(filled.path, filled.kept())
    again.put("a.txt/e.txt", b"e")
    again.put("map/b.txt/d.txt", b"d")
    again.prune()
    assert bytes_of(filled.path) == {"a.txt/e.txt": b"e", "map/b.txt/d.txt": b"d"} and "a.txt" not in again.files


def test_never_in_place_so_that_another_folder_may_share_the_file(filled, tmp_path):
    mirror(filled, tmp_path / "ander")
    assert os.path.samefile(filled.path / "a.txt", tmp_path / "ander/a.txt")
    filled.put("a.txt", b"anders")
    assert (tmp_path / "ander/a.txt").read_bytes() == b"a.txt"


def test_a_link_is_replaced_and_not_followed(filled, tmp_path):
    (tmp_path / "elders").write_bytes(b"van een ander")
    (filled.path / "a.txt").unlink()
    (filled.path / "a.txt").symlink_to(tmp_path / "elders")
    again = Output(filled.path, filled.kept())
    again.put("a.txt", b"a.txt")
    assert (tmp_path / "elders").read_bytes() == b"van een ander" and not (filled.path / "a.txt").is_symlink()


def test_a_mirror_takes_over_what_differs_only(filled, tmp_path):
    mirror(filled, tmp_path / "ander")
    (tmp_path / "ander/map/b.txt").unlink()
    (tmp_path / "ander/map/b.txt").write_bytes(b"van een ander")
    (tmp_path / "ander/erbij.txt").write_bytes(b"erbij")
    filled.put("a.txt", b"anders")
    mirror(filled, tmp_path / "ander")
    assert bytes_of(tmp_path / "ander") == bytes_of(filled.path)


def test_a_folder_in_which_nothing_came_or_went_is_not_gone_through(filled, monkeypatch):
    again = Output(filled.path, filled.kept())
    monkeypatch.setattr(os, "scandir", None)
    assert Output(filled.path, again.kept()).files == filled.files


def test_what_came_into_a_folder_while_it_was_filled_shows(filled):
    again = Output(filled.path, filled.kept())
    time.sleep(0.02)
    (filled.path / "map/erbij").mkdir()
    (filled.path / "map/erbij/x.txt").write_bytes(b"x")
    again.put("a.txt", b"anders")
    assert "map/erbij/x.txt" in Output(filled.path, again.kept()).files


def test_a_folder_that_somebody_made_before_we_did_is_looked_at_ever_after(filled):
    kept = filled.kept()
    time.sleep(0.02)
    (filled.path / "nieuw/diep").mkdir(parents=True)
    (filled.path / "nieuw/diep/x.txt").write_bytes(b"x")
    again = Output(filled.path, kept)
    again.keep(*filled.files)
    again.put("nieuw/diep/x.txt", b"x")
    again.prune()
    kept = again.kept()
    time.sleep(0.02)
    (filled.path / "nieuw/diep/erbij.txt").write_bytes(b"erbij")
    assert "nieuw/diep/erbij.txt" in Output(filled.path, kept).files


def test_a_folder_that_is_gone_is_no_longer_known(filled):
    again = Output(filled.path, filled.kept())
    again.keep("a.txt")
    again.prune()
    assert again.kept().folders.keys() == {""}


def test_a_folder_that_became_a_link_is_no_folder_of_ours(filled, tmp_path):
    kept = filled.kept()
    time.sleep(0.02)
    (filled.path / "map").rename(tmp_path / "elders")
    (filled.path / "map").symlink_to(tmp_path / "elders")
    assert Output(filled.path, kept).digest("map/b.txt") == ""


@given(st.data())
def test_another_process_gets_the_same_by_what_differs_from_what_is_kept(tmp_path_factory, data):
    """Whatever a run did to a folder, what is told of it and what is kept together are all of it."""
    names = st.sampled_from(["a", "map/b", "map/c", "d"])
    path = tmp_path_factory.mktemp("vol")
    output = Output(path)
    for name in data.draw(st.sets(names)):
        output.put(name, b"eerst")
    output.prune()
    kept = output.kept()
    for name in data.draw(st.sets(st.sampled_from(sorted(output.files) or [""]))) - {""}:
        (path / name).write_bytes(b"met de hand")
    here = Output(path, kept, "zegel", is_ours=data.draw(st.booleans()))
    for name in data.draw(st.lists(names)):
        data.draw(st.sampled_from([here.keep, here.drop, lambda name: here.put(name, b"later")]))(name)
    if data.draw(st.booleans()):
        here.prune()
    sent = pickle.loads(pickle.dumps(here.sent()))
    there = Output.received(path, kept, "zegel", sent)
    assert vars(there) == vars(here) and there.kept() == here.kept()
