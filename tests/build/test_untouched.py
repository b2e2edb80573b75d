"""A helper vouches for a folder only where nothing in it came, went or changed since the last run."""

from __future__ import annotations

import pickle
import shutil
import time
from pathlib import Path

import pytest
from gemeengoed import processes
from gemeengoed.languages import keep_output, recall_output
from gemeengoed.publish import publish
from gemeengoed.settings import Settings
from gemeengoed.untouched import Untouched, sites, trees
from sites import build_site, bytes_of

from commons import page, write_commons, write_files

FILES = ("index.md", "tips/a.md", "tips/b.md")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The folder of a build that was run twice, so that there is a site before the published one."""
    work = tmp_path / "werk"
    for turn in range(2):
        for name in ("tree", "site"):
            output = recall_output(work / name)
            for file in FILES:
                output.put(file, f"{file} {turn}".encode())
            keep_output(output)
        publish(output, tmp_path / "site", work)
    time.sleep(0.02)
    return work


def names_of(folders: frozenset[Path]) -> set[str]:
    return {folder.name for folder in folders}


def into(file: Path) -> None:
    file.write_text("met de hand")


TOUCHED = {
    "nothing": (lambda work: None, set()),
    "written into": (lambda work: into(work / "tree/tips/a.md"), {"tree"}),
    "a file is gone": (lambda work: (work / "tree/tips/a.md").unlink(), {"tree"}),
    "a file came": (lambda work: into(work / "tree/tips/c.md"), {"tree"}),
    "a folder came": (lambda work: (work / "tree/nieuw").mkdir(), {"tree"}),
    "a folder is gone": (lambda work: shutil.rmtree(work / "tree/tips"), {"tree"}),
    "a link in its place": (
        lambda work: (work / "tree/tips").rename(work / "weg") and (work / "tree/tips").symlink_to(work / "weg"),
        {"tree"},
    ),
    "its notes are broken": (lambda work: into(work / "tree.json"), {"tree"}),
    "the site is written into": (lambda work: into(work / "site/index.md"), {"site", "spare"}),
    "a file came into the site before": (lambda work: into(work / "spare/tips/c.md"), {"spare"}),
    "notes of the site before are broken": (lambda work: into(work / "spare.json"), {"spare"}),
}


@pytest.mark.parametrize(("touch", "lost"), TOUCHED.values(), ids=TOUCHED.keys())
def test_whoever_touches_a_folder_is_noticed(work, touch, lost):
    touch(work)
    assert names_of(trees(Settings(), work) | sites(Settings(), work)) == {"tree", "site", "spare"} - lost


def test_a_helper_tells_the_same_and_nothing_where_there_is_none(work, monkeypatch):
    monkeypatch.setattr(processes, "can_copy", lambda: True)  # whatever threads the tests have
    untouched = Untouched()
    assert work / "tree" not in untouched
    untouched.look_beside(trees, Settings(), work)
    assert work / "tree" in untouched and work / "site" not in untouched
    untouched.look_beside(sites, Settings(), work)
    assert {work / "tree", work / "site", work / "spare"} == {one for one in work.iterdir() if one in untouched}
    assert work / "tree" not in pickle.loads(pickle.dumps(untouched))
    monkeypatch.setattr(processes, "_begin", lambda parent: 1 / 0)
    lost = Untouched()
    lost.look_beside(trees, Settings(), work)
    assert work / "tree" not in lost


def test_a_build_with_a_helper_mends_what_was_touched(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "can_copy", lambda: True)
    root = write_commons(tmp_path / "commons", {"commons/tips/een.md": page(title="Een")})
    for body in ("Twee.\n", "Drie.\n"):
        build_site(root, jobs=2)
        write_files(root, {"commons/tips/een.md": page(title="Een", body=body)})
    build_site(root, jobs=2)
    right = bytes_of(root / "site")
    work = root / ".gemeengoed/public/mkdocs"
    for folder in ("tree", "site", "spare"):
        into(next((work / folder).glob("tips/een*/**/index.html"), work / folder / "tips/een.md"))
        (work / folder / "methoden").is_dir() and shutil.rmtree(work / folder / "methoden")
    into(root / "site/manifest.json")  # one file with that of the tree
    write_files(root, {"commons/tips/twee.md": page(title="Twee")})
    build_site(root, jobs=2)
    write_files(root, {"commons/tips/twee.md": None})
    build_site(root, jobs=2)
    assert bytes_of(root / "site") == right
