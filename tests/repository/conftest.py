"""What the tests of the repository itself share: where it is, and how a tool of .venv is run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def assert_clean() -> Callable[..., None]:
    """Run a tool of .venv, or another program, in the repository; fail with what it says when it finds anything."""

    def run(program: str, *arguments: str) -> None:
        of_venv = Path(sys.executable).parent / program
        command = [str(of_venv if of_venv.exists() else program), *arguments]
        # Git says in variables which repository it works on, when a hook runs the tests; the tools must find ours.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            command, cwd=REPOSITORY, env=environment | {"NO_COLOR": "1"}, capture_output=True, encoding="utf-8"
        )
        if done.returncode:
            said = (done.stdout + done.stderr).strip()
            pytest.fail(f"{program} {' '.join(arguments)}: exit code {done.returncode}\n\n{said}", pytrace=False)

    return run
