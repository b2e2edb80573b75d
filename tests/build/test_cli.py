"""The commands: what they answer with, whatever one gives them. 0 clean, 1 problems found, 2 could not run."""

from __future__ import annotations

import io
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import yaml
from gemeengoed.cli import main
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.declare import is_required
from gemeengoed.problems import Severity
from sites import bytes_of, environment, run

from commons import SETTINGS, check_commons, load_commons, page, problems_of, write_commons, write_files

COMMANDS = ("check", "build", "serve", "new")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_commons(tmp_path / "commons")


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


@pytest.mark.parametrize(
    "command", [(), *((command,) for command in COMMANDS)], ids=lambda command: " ".join(command) or "-"
)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_helps(command, option):
    done = call(*command, option)
    assert_tells(done, 0, "Usage", "--help")
    if command:
        assert_tells(done, 0, "--root")
        assert "DIR" in done.stdout and len(done.stdout.splitlines()) > 8
    else:
        assert_tells(done, 0, *COMMANDS)


def test_without_a_command_it_helps():
    assert "Usage" in run().stdout + run().stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["bouw"],
        ["check", "--formaat", "json"],
        ["check", "--format", "xml"],
        ["check", "te", "veel"],
        ["build", "--engine", "hugo"],
        ["build", "--edition", "geheim"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "nul"],
        ["new", "gerecht", "Soep"],
        ["new", "tip"],
        ["check", "--explain", "bestaat-niet"],
        ["check", "--lang", "xx"],
    ],
    ids=" ".join,
)
def test_bad_arguments(root, arguments):
    place = [] if "--explain" in arguments else ["--root", root]
    assert_tells(call(*arguments, *place), 2)


@pytest.mark.parametrize("command", ["check", "build", "serve", "new tip Titel"])
@pytest.mark.parametrize(
    ("place", "content", "word"),
    [
        ("weg", None, "weg"),
        ("bestand", "file", "--root"),
        ("leeg", {}, "mkdocs.yml"),
        ("kapot", {"mkdocs.yml": "site_name: [\n"}, "mkdocs.yml"),
        ("latijn", {"mkdocs.yml": b"site_name: Caf\xe9\n"}, "mkdocs.yml"),
        ("lijst", {"mkdocs.yml": "- een\n- twee\n"}, "mkdocs.yml"),
        ("tekst", {"mkdocs.yml": "plugins: gemeengoed\n"}, "mkdocs.yml"),
        ("setting", {"mkdocs.yml": SETTINGS.replace("      language: nl", "      taal: nl")}, "taal"),
        ("waarde", {"mkdocs.yml": SETTINGS.replace("      language: nl", "      language: xx")}, "language"),
        ("soort", {"mkdocs.yml": SETTINGS.replace("      language: nl", "      limits: 3")}, "limits"),
        (
            "plugin",
            {"mkdocs.yml": SETTINGS.replace("  - gemeengoed:\n      language: nl", "  - gemeengoed: nee")},
            "gemeengoed",
        ),
        ("naam", {"mkdocs.yml": SETTINGS.replace("site_name: Proef", "site_name: [a, b]")}, "site_name"),
        ("map", {"mkdocs.yml/x": "folder"}, "mkdocs.yml"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isalpha() else "",
)
def test_no_commons_or_bad_settings(tmp_path, command, place, content, word):
    folder = tmp_path / place
    if content == "file":
        folder.write_text("geen map")
    elif content is not None:
        folder.mkdir()
        write_files(folder, content)
    assert_tells(call(*command.split(), "--root", folder), 2, word)


def test_python_module_and_program_are_one(root):
    done = run("check", "--root", root)
    assert_tells(done, 0)
    assert done.stderr == ""


def test_check_exit_codes(root):
    assert call("check", "--root", root).returncode == 0
    write_files(root, {"commons/tips/fout.md": page("kleur: rood")})
    assert_tells(call("check", "--root", root), 1, "commons/tips/fout.md", "kleur")


def test_the_language_of_messages(root):
    write_files(root, {"commons/tips/fout.md": page("kleur: rood")})
    dutch, english = call("check", "--root", root).stdout, call("check", "--root", root, "--lang", "en").stdout
    assert "There is no field 'kleur'." in english
    assert "There is no field" not in dutch and "kleur" in dutch


def test_checks_are_listed_and_explained():
    listed = call("check", "--list")
    assert_tells(listed, 0, "field-unknown", "html-unsafe")
    for code in ("field-unknown", "html-unsafe"):
        assert_tells(call("check", "--explain", code), 0, code)


# new


def errors_in(root: Path, path: str) -> list[str]:
    """The codes of the errors in a file; advice about what stands in it is another matter."""
    found = [problem for problem in check_commons(root) if problem.path == path]
    return [problem.code for problem in found if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("kind", KIND_BY_NAME)
def test_new_asks_only_for_what_is_still_to_fill_in(root, kind):
    done = call("new", kind, "Een goed begin", "--root", root)
    path = f"commons/{KIND_BY_NAME[kind].folder}/een-goed-begin.md"
    assert_tells(done, 0, "een-goed-begin.md")
    fields = KIND_BY_NAME[kind].fields
    needed = {name for name in fields.model_fields if is_required(fields, name)} - {"title", "authors"}
    assert needed and errors_in(root, path) == ["field-missing"] * len(needed)
    assert f"{path}:5:9 trailing-blank" not in problems_of(root)
    text = (root / path).read_text()
    assert all(f"{name}:" in text for name in fields.model_fields)


def test_every_field_of_a_new_item_may_be_uncommented(root):
    """The notes are valid YAML as soon as the # in front is taken away and a value is given."""
    for kind in KIND_BY_NAME.values():
        call("new", kind.name, "Alles open", "--root", root)
        front = (root / f"commons/{kind.folder}/alles-open.md").read_text().split("---\n")[1]
        opened = [
            line.removeprefix("# ") if line.endswith(":") and line.startswith("# ") else line
            for line in front.splitlines()
        ]
        assert set(yaml.load("\n".join(opened), Loader=yaml.BaseLoader)) == set(kind.fields.model_fields)


def test_new_never_overwrites(root):
    assert call("new", "tip", "Kort en goed", "--root", root).returncode == 0
    write_files(root, {"commons/tips/kort-en-goed.md": "Mijn werk."})
    assert_tells(call("new", "tip", "Kort, en goed!", "--root", root), 2, "kort-en-goed.md")
    assert (root / "commons/tips/kort-en-goed.md").read_text() == "Mijn werk."


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Samen: hoe dan?", "samen-hoe-dan"),
        ("\"Aanhaling\" en 'enkel'", "aanhaling-en-enkel"),
        ("Café société – één", "cafe-societe-een"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "c-windows-x"),
        ("- een lijst", "een-lijst"),
        ("# geen opmerking", "geen-opmerking"),
        ("{a: b}", "a-b"),
        ("[x](y)", "x-y"),
        ("@wie & *waarom*", "wie-waarom"),
        ("!!python/object:os.system", "python-object-os-system"),
        ("ja", "ja"),
        ("null", "null"),
        ("2017", "2017"),
        ("2017-01-01", "2017-01-01"),
        ("1e3", "1e3"),
        ("Twee\nregels\tmet  blanco", "twee-regels-met-blanco"),
        ("--- x", "x"),
        ("{{ 7*7 }}", "7-7"),
        ("Emoji 😀 erbij", "emoji-erbij"),
        ("x" * 300, "x" * 80),
        ("Łódź", "odz"),
        ("bel\x07", "bel"),
        ("een \udcff twee", "een-twee"),
    ],
)
def test_titles_with_odd_signs(root, title, slug):
    done = call("new", "tip", "--root", root, "--", title)
    assert_tells(done, 0)
    items = load_commons(root).items
    assert items[f"tips/{slug}"].title == " ".join(title.replace("\udcff", "").split())
    assert sorted(path.name for path in (root / "commons/tips").iterdir()) == [f"{slug}.md"]
    assert set(errors_in(root, f"commons/tips/{slug}.md")) == {"field-missing"}


@pytest.mark.parametrize("title", ["", "???", "中文", "x" * 301], ids=["empty", "signs", "other", "long"])
def test_titles_that_cannot_be(root, title):
    before = bytes_of(root)
    assert_tells(call("new", "tip", title, "--root", root), 2)
    assert bytes_of(root) == before


# What the machine does


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
