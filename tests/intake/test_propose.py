"""What the workflow does with what intake hands over, against a repository and a forge on this machine."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from filled_forms import TIP, write_event
from gemeengoed.cli import app
from git import Repo
from typer.testing import CliRunner

from commons import write_commons

REPOSITORY = Path(__file__).parents[2]
SCRIPT = REPOSITORY / "tooling/forge/propose.sh"

FORGE = """\
#!/usr/bin/env python3
# Plays the forge: keeps what it is asked, and knows the pull requests and comments that it was given.
import json, os, sys
arguments, file = sys.argv[1:], os.environ["FORGE"]
known = json.load(open(file))
known["asked"].append(arguments)
if arguments[:2] == ["pr", "list"]:
    print(known["pull_request"])
elif arguments[:2] == ["pr", "create"]:
    known["pull_request"] = "https://forge.example/pull/1"
    known["body"] = open(arguments[arguments.index("--body-file") + 1]).read()
    print(known["pull_request"])
elif arguments[0] == "api" and "POST" in arguments:
    known["comments"].append(open(arguments[-1].partition("=@")[2]).read())
elif arguments[0] == "api" and "PATCH" in arguments:
    known["comments"][0] = open(arguments[-1].partition("=@")[2]).read()
elif arguments[0] == "api":
    print("77" if known["comments"] else "")
json.dump(known, open(file, "w"))
"""


@pytest.fixture
def forge(tmp_path):
    """A forge with a repository: ``send(answers)`` plays the whole workflow, ``known()`` says what the forge knows."""
    made = Forge(tmp_path)
    yield made
    made.clone.close()
    made.origin.close()


class Forge:
    def __init__(self, folder):
        self.folder, self.state = folder, folder / "forge.json"
        self.state.write_text(json.dumps({"asked": [], "comments": [], "pull_request": "", "body": ""}))
        program = folder / "bin/gh"
        program.parent.mkdir()
        program.write_text(FORGE)
        program.chmod(0o755)
        self.origin = Repo.init(folder / "origin.git", bare=True, initial_branch="main")
        self.clone = Repo.init(write_commons(folder / "work"), initial_branch="main")
        self.clone.git.config("user.name", "Proef")
        self.clone.git.config("user.email", "proef@proef.example")
        self.clone.git.add("-A")
        self.clone.git.commit("-m", "Begin")
        self.clone.git.remote("add", "origin", str(folder / "origin.git"))
        self.clone.git.push("origin", "main")
        self.clone.git.fetch("origin")

    def run(self, *command):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"FORGE": str(self.state), "GH_REPO": "gemeengoed/gemeengoed", "LC_ALL": "C.UTF-8"}
        environment["PATH"] = f"{self.folder / 'bin'}:{environment['PATH']}"
        return subprocess.run(
            command, cwd=self.clone.working_dir, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def send(self, answers, **changed):
        """Both jobs of the workflow, one after the other; returns how the second ended."""
        out = self.folder / "out"
        event = write_event(self.folder, "tip", answers, **changed)
        self.clone.git.switch("main")
        root = str(self.clone.working_dir)
        CliRunner().invoke(app, ["intake", "--issue", str(event), "--out", str(out), "--root", root])
        self.clone.git.add("--intent-to-add", "--", "commons", "contributors.yaml")
        patch = self.clone.git.diff("--binary", "--", "commons", "contributors.yaml", strip_newline_in_stdout=False)
        (out / "change.patch").write_text(patch, "utf-8")
        self.clone.git.reset("--hard")
        self.clone.git.clean("-fd")
        return self.run(str(SCRIPT), str(out), "12", "main")

    def known(self):
        return json.loads(self.state.read_text())


def test_an_issue_becomes_a_branch_a_pull_request_and_a_comment(forge):
    done = forge.send(TIP)
    assert done.returncode == 0, done.stderr
    commit = forge.origin.commit("bijdrage/12")
    assert commit.author.name == "an-voorbeeld"
    assert commit.author.email == "4321+an-voorbeeld@users.noreply.github.com"
    assert commit.stats.files.keys() == {"commons/tips/neem-een-collega-mee.md", "contributors.yaml"}
    known = forge.known()
    assert "Closes #12." in known["body"]
    (comment,) = known["comments"]
    assert comment.startswith("<!-- gemeengoed-intake -->") and "https://forge.example/pull/1" in comment
    created = next(asked for asked in known["asked"] if asked[:2] == ["pr", "create"])
    assert created[created.index("--title") + 1] == "Nieuw: Tip, uit melding 12"
    assert created[created.index("--label") + 1] == "bijdrage,tip"


def test_an_edited_issue_changes_the_same_branch_pull_request_and_comment(forge):
    forge.send(TIP)
    done = forge.send({**TIP, "title": "Neem iemand mee"})
    assert done.returncode == 0, done.stderr
    commit = forge.origin.commit("bijdrage/12")
    assert "commons/tips/neem-iemand-mee.md" in commit.stats.files and len(commit.stats.files) == 2
    assert commit.parents == (forge.origin.commit("main"),)
    known = forge.known()
    assert len(known["comments"]) == 1
    assert [asked[:2] for asked in known["asked"] if asked[0] == "pr"] == [
        ["pr", "list"],
        ["pr", "create"],
        ["pr", "list"],
        ["pr", "edit"],
    ]


def test_the_work_of_an_editor_is_never_overwritten(forge):
    forge.send(TIP)
    forge.clone.git.switch("bijdrage/12")
    page = Path(forge.clone.working_dir) / "commons/tips/neem-een-collega-mee.md"
    page.write_text(page.read_text("utf-8") + "\nBeter.\n", "utf-8")
    forge.clone.git.commit("-am", "Verbeter de tekst")
    forge.clone.git.push("origin", "bijdrage/12")
    done = forge.send({**TIP, "title": "Neem iemand mee"})
    assert done.returncode == 0, done.stderr
    assert forge.origin.commit("bijdrage/12").message == "Verbeter de tekst\n"
    assert "Iemand van de redactie werkt al aan je bijdrage" in forge.known()["comments"][0]


def test_what_is_missing_is_asked_and_no_branch_is_made(forge):
    done = forge.send({**TIP, "summary": ""})
    assert done.returncode == 0, done.stderr
    assert [head.name for head in forge.origin.heads] == ["main"]
    assert "**Samenvatting**" in forge.known()["comments"][0]


def test_an_issue_without_a_form_is_left_alone(forge):
    assert forge.send(TIP, body="De zoekbalk doet het niet.", labels=[]).returncode == 0
    assert forge.known()["asked"] == []


@pytest.mark.parametrize("title", ["$(touch x) `touch x` %s\\n", "'; touch x; '", '"; touch x; "'])
def test_no_words_of_an_answer_are_a_command(forge, title):
    done = forge.send({**TIP, "title": f"Tip {title}", "contributor.name": f"An {title}"})
    assert done.returncode == 0, done.stderr
    assert not [*forge.folder.rglob("x")]


def test_a_patch_writes_in_the_commons_only(forge):
    forge.send(TIP)
    out, inside = forge.folder / "out", (forge.folder / "out/change.patch").read_text("utf-8")
    bad = (
        "diff --git a/Makefile b/Makefile\nnew file mode 100644\n--- /dev/null\n+++ b/Makefile\n@@ -0,0 +1 @@\n+site:\n"
    )
    link = bad.replace("Makefile", "commons/l").replace("100644", "120000")
    (out / "change.patch").write_text(inside + bad, "utf-8")
    forge.clone.git.switch("main")
    assert forge.run(str(SCRIPT), str(out), "12", "main").returncode == 0
    assert "Makefile" not in forge.origin.commit("bijdrage/12").stats.files
    (out / "change.patch").write_text(inside + link, "utf-8")
    assert forge.run(str(SCRIPT), str(out), "12", "main").returncode == 2
    assert forge.run(str(SCRIPT), str(out), "12; id", "main").returncode == 2
