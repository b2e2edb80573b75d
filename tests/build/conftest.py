"""What tests of building share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sites import build_site, commit

from commons import page, write_commons, write_files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commons with a history, and its site."""
    root = write_commons(tmp_path_factory.mktemp("gebouwd"), {"commons/tips/kort.md": page(title="Korte tip")})
    commit(root, "2026-03-01")
    write_files(root, {"commons/tips/kort.md": page(title="Korte tip", body="Nu langer.\n")})
    commit(root, "2026-04-02")
    build_site(root)
    return root


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of it, to do anything with."""
    return Path(shutil.copytree(built, tmp_path / "kopie"))
