"""What tests of every part share: the repository's own commons, built once per engine and for all of them."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from gemeengoed.render import Engine
from gemeengoed.start.demonstration import TODAY, write_demonstration
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from sites import REPOSITORY, build_site
from tools import path_of

settings.register_profile("the same in every run", derandomize=True, database=None, deadline=None)
settings.load_profile("the same in every run")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts what goes on behind it so
    signal.signal(signal.SIGINT, signal.default_int_handler)

Build = Callable[[str], Path]


@pytest.fixture(autouse=True)
def _own_epoch() -> Iterator[None]:
    """No test leaves the date of its build to the next one."""
    before = os.environ.pop("SOURCE_DATE_EPOCH", None)
    yield
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    if before is not None:
        os.environ["SOURCE_DATE_EPOCH"] = before


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run share (pytest-xdist gives each its own below it)."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def own_site(shared_folder: Path) -> Build:
    """The site of the repository's own commons, by engine; built once in a test run, by whoever asks first."""

    def built(engine: str) -> Path:
        root = shared_folder / f"own-{engine}"
        with (shared_folder / f"own-{engine}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (root / "site").exists():
                _copy_commons(root)
                build_site(root, engine=Engine(engine))
        return root / "site"

    return built


@pytest.fixture(scope="session")
def demo_site(shared_folder: Path) -> Path:
    """The site of the demonstration commons as it is on its own day; its commons is the folder around it."""
    root = shared_folder / "demonstration"
    with (shared_folder / "demonstration.lock").open("w") as lock, pytest.MonkeyPatch.context() as environment:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").exists():
            environment.setenv("SOURCE_DATE_EPOCH", str(int(datetime.combine(TODAY, time(12), UTC).timestamp())))
            write_demonstration(root)
            build_site(root)
    return root / "site"


def _copy_commons(root: Path) -> None:
    """The repository's commons in a folder of its own, so that tests write nothing into the repository."""
    root.mkdir()
    for name in ("commons", "docs", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("mkdocs.yml", "contributors.yaml"):
        shutil.copy(REPOSITORY / name, root / name)
    if (REPOSITORY / ".git").exists():
        (root / ".git").symlink_to((REPOSITORY / ".git").resolve())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium with an empty profile, that asks nothing of anybody."""
    quiet = (
        "--no-sandbox --disable-gpu --disable-quic --no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync"
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path_of("CHROMIUM"), args=quiet.split(), headless=True)
        yield chromium
        chromium.close()
