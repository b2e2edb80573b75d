"""``check --changed-since``: what is in, or caused by, what changed; nothing of what was there before."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from gemeengoed.changes import problems_since
from gemeengoed.checks.run import run_checks
from sites import commit, environment, run

from commons import METHOD, load_commons, page, write_commons, write_files

OLD = "commons/tips/oud.md"
NEW = "commons/tips/nieuw.md"
LINKING = page(body="Zie [intervisie](methods/intervisie).\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A commons with one old mistake, on a branch of its own."""
    write_commons(tmp_path, {OLD: page("kleur: rood"), "commons/tips/verwijst.md": LINKING})
    commit(tmp_path, "2026-03-01")
    git(tmp_path, "switch", "--quiet", "--create", "bijdrage")
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", root, *arguments], env=environment(), check=True, capture_output=True)


def codes(root: Path, revision: str = "main") -> list[str]:
    """Path and code of each problem that is in, or caused by, what changed."""
    commons = load_commons(root)
    return [f"{found.path} {found.code}" for found in problems_since(commons, run_checks(commons), revision)]


def test_nothing_when_nothing_changed(root):
    assert codes(root) == []


def test_a_new_page_and_what_is_not_yet_committed(root):
    write_files(root, {NEW: page("maat: groot", title="Nieuw")})
    assert codes(root) == [f"{NEW} field-unknown"]
    commit(root, "2026-04-01")
    assert codes(root) == [f"{NEW} field-unknown"]


def test_an_old_problem_in_a_changed_file(root):
    write_files(root, {OLD: page("kleur: rood", body="Anders.\n")})
    assert codes(root) == [f"{OLD} field-unknown"]


def test_the_command_tells_them_and_fails(root):
    write_files(root, {NEW: page("maat: groot", title="Nieuw")})
    done = run("check", "--root", root, "--changed-since", "main")
    assert (done.returncode, done.stderr) == (1, "")
    assert "maat" in done.stdout and "kleur" not in done.stdout


def test_line_ends_are_no_change(root):
    write_files(root, {OLD: page("kleur: rood").replace("\n", "\r\n")})
    assert codes(root) == []


def test_a_deleted_page_breaks_the_pages_that_link_to_it(root):
    (root / METHOD).unlink()
    assert codes(root) == ["commons/tips/verwijst.md link-target"]


def test_a_renamed_page_too(root):
    (root / METHOD).rename(root / "commons/methods/collegiale-consultatie.md")
    assert codes(root) == ["commons/tips/verwijst.md link-target"]


def test_a_changed_register_entry_breaks_the_pages_that_name_it(root):
    register = root / "commons/vocabulary.yaml"
    register.write_text(
        register.read_text().replace("  participatie:\n", "  inwoners:\n").replace("broader: participatie", "")
    )
    assert codes(root)[:1] == [f"{METHOD} reference-term"]
    assert all(found.endswith("reference-term") for found in codes(root))


def test_a_rule_that_was_made_stricter(root):
    settings = (root / "mkdocs.yml").read_text()
    own = "      language: nl\n      licences: {default: CC0-1.0, allowed: [CC0-1.0]}\n"
    (root / "mkdocs.yml").write_text(settings.replace("      language: nl\n", own))
    assert codes(root)


def test_what_came_on_the_main_branch_meanwhile_does_not_count(root):
    git(root, "switch", "--quiet", "main")
    write_files(root, {NEW: page("maat: groot", title="Nieuw")})
    commit(root, "2026-04-01")
    git(root, "switch", "--quiet", "bijdrage")
    write_files(root, {OLD: page()})
    assert codes(root) == []


def test_a_commons_below_the_top_of_its_repository(tmp_path):
    root = write_commons(tmp_path / "onder", {OLD: page("kleur: rood")})
    commit(tmp_path, "2026-03-01")
    write_files(root, {NEW: page("maat: groot", title="Nieuw")})
    assert codes(root, "HEAD") == [f"{NEW} field-unknown"]


def test_runs_neither_hooks_nor_filters(root):
    marker = root / "uitgevoerd"
    script = root / ".git/hooks/post-checkout"
    script.write_text(f"#!/bin/sh\ntouch {marker}\n")
    script.chmod(0o755)
    for name in ("core.fsmonitor", "filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.external"):
        git(root, "config", name, f"touch {marker}")
    write_files(root, {".gitattributes": "* filter=x diff=x\n", NEW: page("maat: groot", title="Nieuw")})
    assert codes(root) == [f"{NEW} field-unknown"]
    assert not marker.exists()


@pytest.mark.parametrize(
    ("revision", "said"), [("bestaat-niet", "bestaat-niet"), ("--output=x", "--output=x"), ("HEAD:docs", "HEAD:docs")]
)
def test_an_unknown_revision(root, revision, said):
    done = run("check", "--root", root, f"--changed-since={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and "Traceback" not in done.stderr


def test_without_a_repository(tmp_path):
    done = run(
        "check", "--root", write_commons(tmp_path), "--changed-since", "main", GIT_CEILING_DIRECTORIES=str(tmp_path)
    )
    assert done.returncode == 2 and done.stderr


def test_a_shallow_clone_says_what_to_do(root, tmp_path_factory):
    write_files(root, {NEW: page()})
    commit(root, "2026-04-01")
    git(root, "switch", "--quiet", "main")
    write_files(root, {OLD: page()})
    commit(root, "2026-04-02")
    git(root, "switch", "--quiet", "bijdrage")
    clone = tmp_path_factory.mktemp("ondiep") / "kopie"
    git(root, "clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{root}", str(clone))
    done = run("check", "--root", clone, "--lang", "en", "--changed-since", "origin/main")
    assert done.returncode == 2 and "git fetch --unshallow" in done.stderr
