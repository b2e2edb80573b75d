"""What the tests of commands share: a small commons to run them on."""

from __future__ import annotations

from pathlib import Path

import pytest

from commons import write_commons


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_commons(tmp_path / "commons")
