"""``gemeengoed check``: exit codes, languages, mending, and what it says of its rules."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from commands import assert_tells, call
from gemeengoed.checks.declared import all_checks
from gemeengoed.cli.options import speaker
from gemeengoed.i18n import translator
from gemeengoed.kinds.common import Language
from gemeengoed.report import REPORTS, Format
from gemeengoed.settings import Settings
from sites import bytes_of, environment, run

from commons import check_commons, page, write_commons, write_files

TIP = "commons/tips/kort.md"
WRONG = page("kleur: rood")


@pytest.mark.parametrize(
    ("files", "code"), [({}, 0), ({TIP: page(body="")}, 0), ({TIP: WRONG}, 1), ({"mkdocs.yml": "["}, 2)]
)
def test_exit_codes(tmp_path, files, code):
    assert run("check", "--root", write_commons(tmp_path, files)).returncode == code


def test_check_exit_codes(root):
    assert call("check", "--root", root).returncode == 0
    write_files(root, {"commons/tips/fout.md": page("kleur: rood")})
    assert_tells(call("check", "--root", root), 1, "commons/tips/fout.md", "kleur")


@pytest.mark.parametrize(
    ("asked", "locale", "said"),
    [
        (None, {}, "Fout"),
        (None, {"LANG": "en_GB.UTF-8"}, "Error"),
        (None, {"LANG": "en_GB.UTF-8", "LC_ALL": "nl_BE.UTF-8"}, "Fout"),
        (None, {"LANG": "nl"}, "Fout"),
        (None, {"LANG": "C.UTF-8"}, "Fout"),
        (None, {"LANG": "fr_BE.UTF-8"}, "Fout"),
        (Language.NL, {"LANG": "en_GB.UTF-8"}, "Fout"),
        (Language.EN, {}, "Error"),
    ],
)
def test_the_language_is_that_asked_for_or_of_the_system_or_of_the_commons(monkeypatch, asked, locale, said):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, locale.get(name, ""))
    assert speaker(asked, Settings())("Error") == said


def test_the_language_of_messages(root):
    write_files(root, {"commons/tips/fout.md": page("kleur: rood")})
    dutch, english = call("check", "--root", root).stdout, call("check", "--root", root, "--lang", "en").stdout
    assert "There is no field 'kleur'." in english
    assert "There is no field" not in dutch and "kleur" in dutch


def test_list_names_every_check_with_its_rule(tmp_path):
    told = run("check", "--list", "--root", tmp_path).stdout.splitlines()
    rows = [line.split() for line in told if line.startswith("  ")]
    assert sorted(row[0] for row in rows) == sorted(check.code for check in all_checks())
    assert len(rows) >= 60 and all(len(row) > 4 for row in rows)


def test_explain(tmp_path):
    done = run("check", "--explain", "link-target", "--root", write_commons(tmp_path), "--lang", "en")
    assert done.returncode == 0
    assert "a dead link is a promise that is not kept" in done.stdout
    assert "https://proef.example/" in done.stdout and "/link-target/" in done.stdout


def test_checks_are_listed_and_explained():
    listed = call("check", "--list")
    assert_tells(listed, 0, "field-unknown", "html-unsafe")
    for code in ("field-unknown", "html-unsafe"):
        assert_tells(call("check", "--explain", code), 0, code)


def test_explain_of_an_unknown_check(tmp_path):
    done = run("check", "--explain", "link-targe", "--root", tmp_path, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "") and "'link-target'" in done.stderr


def test_fix_mends_says_so_and_tells_what_is_left(tmp_path):
    write_commons(tmp_path, {TIP: page("keyword: [fiets]\nkleur: rood")})
    done = run("check", "--fix", "--root", tmp_path, "--lang", "en")
    assert done.returncode == 1 and TIP in done.stderr
    assert "kleur" in done.stdout and "keyword'" not in done.stdout


def test_diff_changes_nothing(tmp_path):
    write_commons(tmp_path, {TIP: page("keywords: fiets")})
    before = bytes_of(tmp_path)
    done = run("check", "--diff", "--root", tmp_path)
    assert done.returncode == 0 and "-keywords: fiets\n+keywords: [fiets]\n" in done.stdout
    assert bytes_of(tmp_path) == before


def test_job_summary(tmp_path):
    root, summary = write_commons(tmp_path / "commons", {TIP: WRONG}), tmp_path / "summary.md"
    summary.write_text("Eerder.\n")
    run("check", "--root", root, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text().startswith("Eerder.\n## ") and "kleur" in summary.read_text()
    run("check", "--root", root, GITHUB_STEP_SUMMARY=str(summary.with_name("geen.md")))
    assert not summary.with_name("geen.md").exists()


def on_terminal(root: Path, **variables: str) -> str:
    """What the command shows on a terminal that can do everything."""
    terminal, other_end = pty.openpty()
    settings = environment(TERM="xterm-256color", COLUMNS="200", **variables)
    if "NO_COLOR" not in variables:
        del settings["NO_COLOR"]
    command = [sys.executable, "-m", "gemeengoed", "check", "--root", str(root), "--lang", "en"]
    child = subprocess.Popen(command, env=settings, stdin=other_end, stdout=other_end, stderr=other_end)
    os.close(other_end)
    told = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        told += part
    os.close(terminal)
    child.wait()
    return told.decode()


def test_colours_on_a_terminal_only(tmp_path):
    root = write_commons(tmp_path, {TIP: WRONG})
    assert "\x1b[1;31mError" in on_terminal(root)
    assert "\x1b[1;31m" not in on_terminal(root, NO_COLOR="1")
    assert "\x1b" not in run("check", "--root", root).stdout


@pytest.mark.parametrize("format", Format)
def test_nothing_in_content_reaches_the_terminal_as_a_command(tmp_path, format):
    evil = 'maturity: "\\e]0;x\\a\\e[2J\\u202e\\x9b31m"'
    root = write_commons(tmp_path, {TIP: page(evil), "commons/tips/\x1b[31mrood\u202e.md": page(title="Rood")})
    told = REPORTS[format](check_commons(root), translator("nl"))
    assert "field-unknown" in told and "file-name" in told
    assert not {sign for sign in told if not sign.isprintable()} - {"\n"}
