"""A change of what a site is made of is told, from before the site was made for the first time."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from gemeengoed.live import watching
from gemeengoed.live.watching import Seen, changes, seen

from commons import write_commons, write_files

TIP = "commons/tips/kort.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_commons(tmp_path / "commons", {TIP: "tekst"})


def told(root: Path, since: Seen) -> threading.Semaphore:
    """What lets one through for every word of a change."""
    words = threading.Semaphore(0)

    def listen() -> None:
        for _ in changes(root, since):
            words.release()

    threading.Thread(target=listen, daemon=True).start()
    return words


@pytest.mark.parametrize("path", [TIP, "commons/tips/nieuw.md", "contributors.yaml"])
def test_what_changed_while_the_site_was_made_for_the_first_time_is_told(root, path):
    since = seen(root)
    write_files(root, {path: "anders dan het was"})
    assert told(root, since).acquire(timeout=10)


def test_where_nothing_can_be_watched_what_changed_before_is_told_all_the_same(root, monkeypatch):
    """Linux may have no watches left; the server goes on, and its thread says what was wrong."""

    def refuse(*paths, **options):
        raise OSError("no space left on device")

    monkeypatch.setattr(watching, "watch", refuse)
    monkeypatch.setattr(threading, "excepthook", lambda args: None)
    since = seen(root)
    write_files(root, {TIP: "anders dan het was"})
    assert told(root, since).acquire(timeout=10)


@pytest.mark.parametrize("path", [TIP, "mkdocs.yml"])
def test_what_changes_later_is_told_and_nothing_before_that(root, path):
    words = told(root, seen(root))
    assert not words.acquire(timeout=1.5)
    write_files(root, {path: "anders dan het was"})
    assert words.acquire(timeout=10)
