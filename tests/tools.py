"""Programs that the tests use and that are not Python: where `make test` found them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

FOUND = Path(__file__).parents[1] / ".venv" / "test-tools"


@cache
def path_of(tool: str) -> str:
    """The path of ``CHROMIUM``, ``NODE`` or ``PLAYWRIGHT_NODEJS_PATH``.

    From the variable of that name, else from what the set-up noted; LookupError when neither says.
    """
    noted = dict(line.split("=", 1) for line in FOUND.read_text().splitlines()) if FOUND.exists() else {}
    path = os.environ.get(tool) or noted.get(tool)
    if not path:
        raise LookupError(f"{tool} is not known; `make test` looks for it and installs it")
    return path
