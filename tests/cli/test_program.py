"""The commands as a program on a machine: folders where nobody may write, signals, terminals, pipes, and its end."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import assert_tells
from sites import environment, run

from commons import write_files


def test_python_module_and_program_are_one(root):
    done = run("check", "--root", root)
    assert_tells(done, 0)
    assert done.stderr == ""


@pytest.fixture
def read_only(root: Path):
    """The commons where nobody may write; as root, a folder in which even root cannot make a folder."""
    if os.geteuid():
        root.chmod(0o555)
        yield root
        root.chmod(0o755)
    else:
        write_files(root, {".gemeengoed": "a file where the folder must be"})
        yield root


def test_a_folder_that_cannot_be_written(read_only):
    assert_tells(run("build", "--root", read_only), 2)
    assert_tells(run("check", "--root", read_only), 0)


def test_a_place_for_the_site_that_cannot_be(root, tmp_path):
    write_files(tmp_path, {"vol": "een bestand"})
    assert_tells(run("build", "--root", root, "--site", tmp_path / "vol"), 2)
    assert_tells(run("build", "--root", root, "--site", tmp_path / "vol" / "site"), 2)


INTERRUPTED = """
import sys, time
import gemeengoed.checking as checking
def wait(*arguments, **options):
    print("waiting", flush=True)
    time.sleep(60)
checking.load_and_check = checking.load_and_begin = wait
from gemeengoed.cli import main
main()
"""


@pytest.mark.parametrize("command", ["check", "build"])
def test_control_c(root, command):
    started = [sys.executable, "-c", INTERRUPTED, command, "--root", str(root)]
    with subprocess.Popen(
        started, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        said = "".join(process.communicate(timeout=20))
    assert process.returncode == 130
    assert "Traceback" not in said


ENDING = """
import atexit, sys, threading
from gemeengoed.cli import run

def go_on():
    threading.main_thread().join()
    print("went on")

atexit.register(print, "left")
if sys.argv.pop() == "busy":
    threading.Thread(target=go_on).start()
run()
"""


@pytest.mark.parametrize(("how", "said"), [("alone", []), ("busy", ["went on"])])
def test_the_end_does_what_was_registered_for_it_and_waits_for_who_is_busy(root, how, said):
    command = [sys.executable, "-c", ENDING, "check", "--root", root, how]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.splitlines()[1:] == [*said, "left"]


def test_progress_on_a_terminal_only(root):
    quiet = run("check", "--root", root)
    assert quiet.stderr == "" and "\x1b" not in quiet.stdout
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "gemeengoed", "check", "--root", str(root)]
    shown = environment(TERM="xterm", COLUMNS="100")
    shown.pop("NO_COLOR")
    with subprocess.Popen(command, env=shown, stdout=subprocess.PIPE, stderr=terminal) as process:
        os.close(terminal)
        said = b""
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            try:
                part = os.read(controller, 4096)
            except OSError:  # the other end was closed (Linux)
                break
            if not part:
                break
            said += part
        process.wait(20)
    os.close(controller)
    assert process.returncode == 0
    assert b"\x1b[" in said and "━".encode() in said


def test_a_pipe_that_is_closed(root):
    """``gemeengoed check --list | head -1`` ends quietly."""
    command = f"{sys.executable} -m gemeengoed check --list | head -1"
    done = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.count("\n") == 1 and "Traceback" not in done.stderr
