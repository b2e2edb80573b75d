"""The commands answer whatever one gives them: with help, or with what is wrong about it and exit code 2."""

from __future__ import annotations

import pytest
from commands import assert_tells, call
from sites import run

from commons import SETTINGS, write_files

COMMANDS = ("check", "build", "serve", "new")


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
