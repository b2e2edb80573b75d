from datetime import date
from pathlib import Path

import pytest
from gemeengoed import history as history_module
from gemeengoed.cache import remember
from gemeengoed.history import read_history, recall_history

ODD = ("een tip.md", "café.md", "regel\neinde.md", "\x01R100.md", "[a]*?.md", "-x.md", '"aanhaling".md', "💡.md", "M")


def days(root: Path) -> dict[str, tuple[str, str, int]]:
    """When each file came and changed, and how often."""
    found = read_history(root)
    assert found.notice is None
    return {
        path: (revision.created.isoformat(), revision.changed.isoformat(), revision.commits)
        for path, revision in found.revisions.items()
    }


def test_days_and_commits_through_renames_and_merges(history):
    found = days(history.root)
    assert found["map/c.md"] == ("2020-01-01", "2020-06-01", 3)
    assert found["a.md"] == ("2020-04-01", "2020-04-01", 1)
    assert found["zij.md"] == ("2020-05-01", "2020-05-01", 1)
    assert found["blijft.md"] == ("2020-01-01", "2020-09-01", 3)
    assert "b.md" not in found


@pytest.mark.parametrize("name", ODD)
def test_unusual_names(history, name):
    assert days(history.root)[f"vreemd/{name}"] == ("2020-02-01", "2020-02-01", 1)


def test_git_itself_says_the_same_of_every_file(history, followed):
    found = read_history(history.root).revisions
    files = {str(file.relative_to(history.root)) for file in history.root.rglob("*") if file.is_file()}
    files = {file for file in files if not file.startswith(".git/")}
    assert set(found) == files
    for path in files - {"a.md"}:  # git takes the two files that had this name, one after the other, for one
        revision = found[path]
        told = [date.fromisoformat(day) for day in followed(path)]
        assert (revision.created, revision.changed, revision.commits) == (min(told), max(told), len(told)), path


def test_the_days_of_a_revision_are_the_newest_first(history):
    revision = read_history(history.root).revisions["map/c.md"]
    assert revision.days == (date(2020, 6, 1), date(2020, 3, 1), date(2020, 1, 1))


def test_a_subfolder_with_an_odd_name_as_root(history):
    assert days(history.root / "sub" / "[x]") == {"diep.md": ("2020-01-01", "2020-04-01", 2)}


@pytest.mark.parametrize("name", [":x", ":(top)", ":!x", "*", "-x"])
def test_a_folder_whose_name_means_something_to_git(repository, name):
    repository.write("ernaast.md", "ernaast")
    repository.write(f"{name}/a.md", "a")
    repository.commit("2020-01-01")
    assert days(repository.root / name) == {"a.md": ("2020-01-01", "2020-01-01", 1)}


def test_a_folder_whose_name_holds_a_variable(history, tmp_path, monkeypatch):
    monkeypatch.setenv("HIER", "elders")
    target = tmp_path / "$HIER"
    history.git("clone", "-q", str(history.root), str(target))
    assert days(target) == days(history.root)


def test_an_earlier_commit(history):
    commit = history.git("log", "--format=%H", "--until=2020-04-02", "-1").strip()
    assert read_history(history.root, commit).revisions["b.md"].changed == date(2020, 3, 1)


@pytest.mark.parametrize("commit", ["bestaat-niet", "--output=weg", "HEAD..", "-p"])
def test_a_commit_that_does_not_exist_ends_in_a_notice_at_most(history, commit):
    found = read_history(history.root, commit)
    assert found.notice is not None or not found.revisions
    assert not (history.root / "weg").exists()


def test_a_shallow_clone_says_so_and_guesses_nothing(history, tmp_path):
    history.git("clone", "-q", "--depth", "2", history.root.as_uri(), str(tmp_path / "ondiep"))
    found = read_history(tmp_path / "ondiep")
    assert found.notice is not None
    assert "shallow" in found.notice.text
    assert list(found.revisions) == ["blijft.md"]
    assert found.revisions["blijft.md"].days == (date(2020, 9, 1),)


def test_a_worktree_of_a_shallow_clone_says_so_too(copy, history, tmp_path):
    history.git("clone", "-q", "--depth", "2", history.root.as_uri(), str(tmp_path / "ondiep"))
    history.git("-C", str(tmp_path / "ondiep"), "worktree", "add", "-q", "--detach", str(tmp_path / "ernaast"))
    assert read_history(tmp_path / "ernaast") == read_history(tmp_path / "ondiep")


def test_a_detached_head(copy, history):
    copy.git("checkout", "-q", "--detach")
    assert days(copy.root) == days(history.root)


def test_uncommitted_files_have_no_days(copy, history):
    copy.write("nieuw.md", "nieuw")
    copy.write("a.md", "gewijzigd")
    copy.git("add", "nieuw.md")
    assert days(copy.root) == days(history.root)


def test_no_commit_yet(repository):
    found = read_history(repository.root)
    assert not found.revisions
    assert found.notice is not None
    assert "no commit yet" in found.notice.text


def test_no_repository(tmp_path):
    found = read_history(tmp_path)
    assert not found.revisions
    assert found.notice is not None
    assert "no git repository" in found.notice.text
    assert read_history(tmp_path / "bestaat-niet") == found


def test_a_broken_repository(repository):
    repository.write("a.md", "a")
    repository.commit("2020-01-01")
    for file in (repository.root / ".git" / "objects").rglob("*"):
        if file.is_file():
            file.unlink()
    found = read_history(repository.root)
    assert not found.revisions
    assert found.notice is not None


def test_variables_of_a_hook_do_not_lead_elsewhere(history, repository, monkeypatch):
    repository.write("ander.md", "ander")
    repository.commit("2021-01-01")
    expected = days(history.root)
    monkeypatch.setenv("GIT_DIR", str(repository.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repository.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.root / ".git" / "index"))
    assert days(history.root) == expected


@pytest.mark.parametrize(
    "setting",
    [
        "log.showSignature=true",
        "log.showRoot=false",
        "diff.relative=true",
        "diff.renames=false",
        "diff.external=false",
        "color.ui=always",
        "core.quotePath=true",
        "log.date=relative",
        "log.decorate=full",
        "log.follow=true",
        "log.diffMerges=first-parent",
    ],
)
@pytest.mark.parametrize("folder", [".", "sub/[x]"])
def test_settings_of_who_runs_it_change_nothing(copy, history, setting, folder):
    copy.git("config", *setting.split("=", 1))
    assert days(copy.root / folder) == days(history.root / folder)


def test_a_change_on_a_branch_that_kept_the_old_name(repository):
    repository.write("oud.md", "tekst")
    repository.commit("2020-01-01")
    repository.git("checkout", "-q", "-b", "zijtak")
    repository.git("checkout", "-q", "main")
    repository.move("oud.md", "nieuw.md")
    repository.commit("2020-02-01")
    repository.git("checkout", "-q", "zijtak")
    with (repository.root / "oud.md").open("a") as file:
        file.write("nog een regel\n")
    repository.commit("2020-03-01")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "samen", "zijtak", day="2020-04-01")
    assert days(repository.root) == {"nieuw.md": ("2020-01-01", "2020-03-01", 3)}


def test_two_files_that_change_names(repository):
    repository.write("a.md", "over a")
    repository.commit("2020-01-01")
    repository.write("b.md", "over iets heel anders")
    repository.commit("2020-02-01")
    repository.move("a.md", "c.md")
    repository.move("b.md", "a.md")
    repository.move("c.md", "b.md")
    repository.commit("2020-03-01")
    found = days(repository.root)
    assert {path: (first, last) for path, (first, last, _) in found.items()} in (
        {"a.md": ("2020-02-01", "2020-03-01"), "b.md": ("2020-01-01", "2020-03-01")},
        {"a.md": ("2020-01-01", "2020-03-01"), "b.md": ("2020-02-01", "2020-03-01")},  # git sees two changed files
    )


def test_a_commit_of_no_day_that_exists(repository):
    repository.write("a.md", "a")
    repository.commit("2020-01-01")
    text = repository.git("cat-file", "commit", "HEAD")
    author = next(line for line in text.splitlines() if line.startswith("author"))
    wrong = text.replace(author, "author An <an@voorbeeld.be> 999999999999 +0000")
    (repository.root / ".git" / "wrong").write_text(wrong)
    commit = repository.git("hash-object", "-t", "commit", "-w", "--literally", ".git/wrong").strip()
    repository.git("reset", "-q", "--hard", commit)
    repository.write("b.md", "b")
    repository.commit("2020-02-01")
    assert days(repository.root)["b.md"] == ("2020-02-01", "2020-02-01", 1)


def test_kept_and_extended_it_is_what_a_new_pass_finds(repository, tmp_path):
    """Commits on top, renames, a name taken over, merges of branches young and old, a rewritten past."""
    memory = remember(tmp_path / "elders", "commons", "")

    def holds() -> None:
        kept = recall_history(repository.root, memory)
        memory.save()
        assert kept == read_history(repository.root)

    repository.write("a.md", "over a")
    repository.write("b.md", "over iets heel anders, en langer")
    repository.commit("2020-01-01")
    repository.git("branch", "oud")
    holds()
    repository.move("a.md", "map/c.md")
    repository.commit("2020-02-01")
    repository.write("a.md", "een nieuwe a, met andere woorden")
    repository.commit("2020-02-02")
    holds()
    repository.git("checkout", "-q", "-b", "jong")
    repository.write("map/c.md", "over a, nu langer")
    repository.commit("2020-02-03")
    repository.git("checkout", "-q", "main")
    repository.write("b.md", "over iets heel anders, en nog langer")
    repository.commit("2020-02-04")
    repository.git("merge", "-q", "--no-ff", "-m", "samen", "jong", day="2020-02-05")
    holds()
    repository.git("checkout", "-q", "oud")
    repository.write("a.md", "over a!")
    repository.commit("2020-03-01")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "samen", "oud", day="2020-03-02")
    holds()
    repository.git("reset", "-q", "--hard", "HEAD~1")
    holds()


def test_the_next_commit_reads_no_more_than_that(copy, monkeypatch):
    memory = remember(copy.root.parent / "elders", "commons", "")
    recall_history(copy.root, memory)
    copy.write("a.md", "nog anders")
    copy.commit("2021-01-01")
    monkeypatch.setattr(history_module, "read_history", lambda *_: pytest.fail("everything is read again"))
    assert recall_history(copy.root, memory).revisions["a.md"].changed == date(2021, 1, 1)


def test_commits_that_blame_ignores_are_no_change(repository):
    repository.write("a.md", "tekst")
    repository.commit("2020-01-01")
    repository.write("a.md", "tekst \n")
    repository.write("b.md", "kwam zo")
    repository.commit("2020-02-01")
    commit = repository.git("rev-parse", "HEAD").strip()
    repository.write(".git-blame-ignore-revs", f"# alles anders opgemaakt\n{commit}\n")
    repository.commit("2020-03-01")
    found = days(repository.root)
    assert found["a.md"] == ("2020-01-01", "2020-01-01", 1)
    assert found["b.md"] == ("2020-02-01", "2020-02-01", 1)
