"""Commands in tests: call one within the test's own process, and look at how it ended and what it told."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from gemeengoed.cli import main


def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command within the test's own process, which is faster by far than a program of its own."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    line = ["gemeengoed", *map(str, arguments)]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", line)
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return subprocess.CompletedProcess(line, code, out.getvalue(), err.getvalue())


def assert_tells(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """It ended with this code and a message with these words, and nothing of the program's inside."""
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    assert "Traceback" not in said and 'File "' not in said, said
    for word in words:
        assert word in " ".join(said.replace("│", " ").split()), said
