"""``check --baseline``: old problems are noted, new ones fail, and what is mended is mentioned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import run

from commons import page, write_commons, write_files

TIP = "commons/tips/kort.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A commons with two old mistakes, both noted."""
    write_commons(tmp_path, {TIP: page("kleur: rood", body="Zie [x](methods/weg) en [y](methods/weg).\n")})
    done = check(tmp_path, "--write-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert "3" in done.stderr
    return tmp_path


def check(root: Path, *arguments: str):
    return run("check", "--root", root, "--lang", "en", "--baseline", root / "bekend.json", *arguments)


def test_noted_problems_do_not_fail(root):
    done = check(root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems found.\n", "")


def test_the_file_can_be_read_and_is_the_same_every_time(root):
    before = (root / "bekend.json").read_bytes()
    assert json.loads(before) == [
        {"path": TIP, "code": "field-unknown", "quotes": ["kleur"]},
        {"path": TIP, "code": "link-target", "quotes": ["methods/weg"], "count": 2},
    ]
    check(root, "--write-baseline")
    assert (root / "bekend.json").read_bytes() == before


def test_noted_problems_may_move(root):
    write_files(
        root,
        {TIP: page("# noot\n\nkleur: rood", body="\n\nEerst iets.\n\nZie [x](methods/weg) en [y](methods/weg).\n")},
    )
    assert check(root).returncode == 0


def test_a_new_problem_fails(root):
    write_files(root, {TIP: page("kleur: rood\nmaat: groot", body="Zie [x](methods/weg) en [y](methods/weg).\n")})
    done = check(root)
    assert done.returncode == 1 and "maat" in done.stdout and "kleur" not in done.stdout


def test_one_more_of_the_same_fails(root):
    write_files(root, {TIP: page("kleur: rood", body="[x](methods/weg), [y](methods/weg), [z](methods/weg).\n")})
    done = check(root, "--format", "json")
    assert done.returncode == 1
    assert [(found["code"], found["column"]) for found in json.loads(done.stdout)["problems"]] == [("link-target", 41)]


def test_mended_problems_are_mentioned(root):
    write_files(root, {TIP: page()})
    done = check(root)
    assert done.returncode == 0 and "3 problems noted" in done.stderr and "--write-baseline" in done.stderr


@pytest.mark.parametrize("content", [None, "{", '{"problems": []}', '[{"path": "x"}]', "\xff"])
def test_a_file_that_is_no_baseline(root, content):
    write_files(root, {"bekend.json": content})
    done = check(root)
    assert (done.returncode, done.stdout) == (2, "") and "bekend.json" in done.stderr.replace("\n", "")


def test_writing_needs_a_file(root):
    assert run("check", "--root", root, "--write-baseline").returncode == 2
