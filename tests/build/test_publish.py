"""The published site is what was made, whatever somebody did to it or to the one before it, which is kept."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from gemeengoed import ahead as ahead_of
from gemeengoed import kept
from gemeengoed import publish as publishing
from gemeengoed.ahead import laid_ahead
from gemeengoed.cache import digest, program
from gemeengoed.languages import keep_output, recall_output
from gemeengoed.ledger import folders_of
from gemeengoed.output import Output
from gemeengoed.publish import BESIDE, publish
from sites import bytes_of

from commons import write_files

FILES = {"index.html": "een", "tips/a/index.html": "twee", "tips/b/index.html": "drie", "manifest.json": "{}"}
SPARE = "werk/spare"


def made_of(root: Path, files: dict[str, str]) -> Output:
    """The folder that steps fill, with these files in it."""
    made = recall_output(root / "werk/site")
    for name, text in files.items():
        made.put(name, text.encode())
    return made


def published(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    """Make these files and publish them; returns what is published."""
    made = made_of(root, files)
    made.prune()
    keep_output(made)
    publish(made, root / "site", root / "werk")
    time.sleep(0.02)
    return bytes_of(root / "site")


def as_bytes(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def in_place(root: Path, name: str) -> None:
    (root / name).write_text("met de hand")


DAMAGE = {
    "nothing": lambda root: None,
    "the one before is gone": lambda root: shutil.rmtree(root / SPARE, ignore_errors=True),
    "the one before is empty": lambda root: shutil.rmtree(root / SPARE / "tips", ignore_errors=True),
    "a file beside": lambda root: write_files(root, {"site/tips/los.txt": "los"}),
    "a folder beside": lambda root: write_files(root, {"site/map/los.txt": "los"}),
    "a file is gone": lambda root: write_files(root, {"site/tips/a/index.html": None}),
    "another file in its place": lambda root: (
        write_files(root, {"site/index.html": None}) or in_place(root, "site/index.html")
    ),
    "written into": lambda root: in_place(root, "site/tips/a/index.html"),
    "notes that are broken": lambda root: (root / "werk/spare.json").write_bytes(b"niets"),
    "a folder that became a file": lambda root: shutil.rmtree(root / "site/tips/b") or in_place(root, "site/tips/b"),
}


def test_folders_that_come_and_go_do_not_have_all_files_looked_at(tmp_path, monkeypatch):
    """As the folders of the index do, whose names change with what stands in them."""
    for turn in range(6):
        files = FILES | {f"{'index' if turn % 2 else 'register'}/{turn}/deel": "woorden"}
        if turn == 3:
            monkeypatch.setattr(publishing, "mirror", None)
        assert published(tmp_path, files) == as_bytes(files)
        work = tmp_path / "werk"
        known = kept.recall(work / "spare.json", BESIDE, digest(program(), kept.seal(work / "site.json")), None)
        assert known.site == publishing.times_of(tmp_path / "site", folders_of(files))


def test_a_file_in_the_place_of_a_folder_is_brought_without_looking_at_all_files(tmp_path, monkeypatch):
    for turn in range(5):
        files = FILES | ({"tips/c/index.html": "vier"} if turn < 3 else {"tips/c": "plat"})
        if turn == 3:
            monkeypatch.setattr(publishing, "mirror", None)
        assert published(tmp_path, files) == as_bytes(files)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_was_made_is_published_whatever_happened_to_the_site(tmp_path, damage):
    for turn in range(6):
        files = (
            FILES | {"tips/b/index.html": f"drie {turn}"} | ({"nieuw/index.html": "erbij"} if turn in (3, 4) else {})
        )
        assert published(tmp_path, files) == as_bytes(files)
        if turn in (1, 3):
            damage(tmp_path)


def test_after_a_change_nothing_else_is_looked_at(tmp_path, monkeypatch):
    for turn in range(3):
        published(tmp_path, FILES | {"tips/a/index.html": f"twee {turn}"})
    monkeypatch.setattr(publishing, "mirror", None)
    files = FILES | {"tips/a/index.html": "anders"}
    assert published(tmp_path, files) == as_bytes(files)


def test_the_first_time_two_copies_are_laid_out_ahead(tmp_path, monkeypatch):
    """One to publish and one to become the next, with whatever was made after them put right."""
    site, work = tmp_path / "site", tmp_path / "werk"
    made = made_of(tmp_path, FILES)
    with laid_ahead(made, site, work) as ahead:
        made.put("zoeken/index.html", b"later")
        made.put("index.html", b"anders")
        made.drop("tips/b/index.html")
    made.prune()
    keep_output(made)
    publish(made, site, work, ahead)
    files = {**FILES, "zoeken/index.html": "later", "index.html": "anders"}
    del files["tips/b/index.html"]
    assert bytes_of(site) == as_bytes(files)
    time.sleep(0.02)
    monkeypatch.setattr(publishing, "mirror", None)
    files["index.html"] = "nog anders"
    assert published(tmp_path, files) == as_bytes(files)
    files["tips/a/index.html"] = "ook anders"
    assert published(tmp_path, files) == as_bytes(files)


def test_of_what_a_workflow_restored_one_copy_is_laid_out(tmp_path, monkeypatch):
    site, work = tmp_path / "site", tmp_path / "werk"
    published(tmp_path, FILES)
    for folder in (site, work / "spare"):
        shutil.rmtree(folder, ignore_errors=True)
    made, files = made_of(tmp_path, FILES), {**FILES, "index.html": "anders"}
    with laid_ahead(made, site, work) as ahead:
        made.put("index.html", b"anders")
    made.prune()
    keep_output(made)
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "mirror", None)
        publish(made, site, work, ahead)
    assert bytes_of(site) == as_bytes(files) and not (work / "spare").exists()
    assert published(tmp_path, FILES) == as_bytes(FILES)


def test_what_could_not_be_laid_out_ahead_is_published_all_the_same(tmp_path, monkeypatch):
    site, work = tmp_path / "site", tmp_path / "werk"
    made = made_of(tmp_path, FILES)
    monkeypatch.setattr(ahead_of, "share", lambda source, target: Path("nergens/iets").rename("elders"))
    with laid_ahead(made, site, work) as ahead:
        pass
    publish(made, site, work, ahead)
    assert bytes_of(site) == as_bytes(FILES)
    assert published(tmp_path, FILES) == as_bytes(FILES)
