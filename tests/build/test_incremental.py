"""After any edits a build that starts from an earlier one gives the same bytes as one that starts afresh."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from crowded import crowded_commons
from edited import SETTING, TEXTS, TIPS, edits
from gemeengoed.checking import load_and_check, recall_memory
from gemeengoed.edition import EditionName, select
from gemeengoed.languages import keep_output, language_sites
from gemeengoed.settings import read_settings
from gemeengoed.stage.tree import stage
from gemeengoed.staging import stage_languages
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sites import REPOSITORY, build_site, bytes_of, commit

from commons import page, write_commons, write_files


def staged_as_afresh(root: Path, name: EditionName) -> dict[str, bytes]:
    """Stage an edition from what the last time left, compare every file, and return those of the first language."""
    settings = read_settings(root)
    memory = recall_memory(root, settings)
    commons, problems = load_and_check(root, settings, memory=memory, jobs=1)
    work = root / ".gemeengoed" / name / "mkdocs"
    edition = select(commons, name, commons.history, problems)
    parts = language_sites(settings, work)
    lacking = stage_languages(parts, root, edition, memory, work, 1)
    for part in parts:
        keep_output(part.tree)
        texts, copies = stage(edition, root, part.language.locale, lacking)
        afresh = {path: text.encode() for path, text in texts.items()}
        afresh |= {path: source.read_bytes() for path, source in copies.items()}
        staged = bytes_of(part.tree.path)
        assert staged.keys() == afresh.keys()
        assert [path for path in staged if staged[path] != afresh[path]] == []
    return bytes_of(parts[0].tree.path)


class Pages(RuleBasedStateMachine):
    """A commons that people work on. After each edit its pages are staged, from what the edit touches."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = write_commons(Path(self.folder.name) / "commons", {"mkdocs.yml": SETTING[0]})
        write_files(self.root, {path: TEXTS[number] for number, path in enumerate(TIPS)})
        self.day, self.turn = date(2026, 1, 1), 0
        commit(self.root, str(self.day))

    @rule(changes=st.lists(edits, min_size=1, max_size=2))
    def edit(self, changes):
        """Add, change and delete pages, pictures, registers, templates and settings."""
        write_files(self.root, dict(changes))

    @rule(path=st.sampled_from(TIPS), text=st.sampled_from(TEXTS))
    def edit_a_page(self, path, text):
        write_files(self.root, {path: text})

    @rule(old=st.sampled_from(TIPS), new=st.sampled_from(TIPS))
    def rename(self, old, new):
        if (self.root / old).exists():
            (self.root / old).rename(self.root / new)

    @rule(days=st.integers(0, 2))
    def save(self, days):
        """Put it in a commit, today or later."""
        self.day += timedelta(days)
        write_files(self.root, {"commons/tips/tip-0.md": page(body=f"Van {self.day} {days}.\n")})
        commit(self.root, str(self.day))

    @rule(name=st.sampled_from(["tree/index.md", "en/tree/tips/index.md", "tree/tips/tip-1.md", "staged.json"]))
    def touch_by_hand(self, name):
        file = self.root / ".gemeengoed/public/mkdocs" / name
        if file.exists():
            file.write_bytes(b"met de hand")

    @invariant()
    def nothing_is_old(self):
        """What is staged is what is staged afresh."""
        self.turn += 1
        for name in list(EditionName)[self.turn % 2 :: 2]:  # in turn: it takes half as long
            staged_as_afresh(self.root, name)

    def teardown(self) -> None:
        self.folder.cleanup()


class Sites(Pages):
    """The same, with the whole site built, and now and then touched by hand."""

    def __init__(self) -> None:
        super().__init__()
        shutil.copytree(REPOSITORY / "overrides", self.root / "overrides")
        build_site(self.root, keep_going=True, jobs=2)

    @invariant()
    def nothing_is_old(self):
        """Compared at the end only: it takes a while."""

    @rule(
        name=st.sampled_from(["index.html", "en/tips/index.html", "en/assets/gemeengoed/site.css"]),
        is_gone=st.booleans(),
    )
    def touch_the_site(self, name, is_gone):
        """What stands there is changed or lost, in place."""
        file = self.root / "site" / name
        if file.exists():
            _ = file.unlink() if is_gone else file.write_bytes(b"met de hand")

    @rule(
        name=st.sampled_from(
            ["rendered", "listed", "placed", "templates", "tree", "site", "spare", "en/rendered", "en/site"]
        )
    )
    def break_the_notes(self, name):
        notes = self.root / f".gemeengoed/public/mkdocs/{name}.json"
        if notes.exists():
            notes.write_bytes(notes.read_bytes()[:-9] + b"niets meer")

    @rule()
    def build_in_between(self):
        build_site(self.root, keep_going=True, jobs=2)

    def teardown(self) -> None:
        build_site(self.root, keep_going=True, jobs=2)
        copy = Path(self.folder.name) / "kopie"
        shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns("site", ".gemeengoed"))
        build_site(copy, keep_going=True, jobs=1)
        mine, afresh = bytes_of(self.root / "site"), bytes_of(copy / "site")
        super().teardown()
        assert mine.keys() == afresh.keys()
        assert [path for path in mine if mine[path] != afresh[path]] == []


def some(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )


@pytest.mark.slow
def test_after_any_edit_the_staged_tree_is_that_of_a_clean_build():
    """Some seventy times a few edits, each time compared, for both editions in turn."""
    run_state_machine_as_test(Pages, settings=some(5, 14))


@pytest.mark.slow
def test_after_any_edits_the_site_is_that_of_a_clean_build():
    run_state_machine_as_test(Sites, settings=some(3, 10))


@pytest.mark.slow
def test_after_edits_to_a_crowded_commons_the_staged_tree_is_that_of_a_clean_build(tmp_path):
    """Lists that are cut come to be whole and are cut again: what refers to a page, the people of a skill, a day."""
    files = crowded_commons(26)
    root = write_commons(tmp_path, files)
    edits = {
        "practices": ("related: [practices/spil]", "related: [practices/n0]"),
        "answers": ("question: questions/spil", "question: questions/n0"),
        "networks": ("part_of: networks/spil", "part_of: networks/n0"),
        "gatherings": ("start: 2026-12-10", "start: 2026-12-11"),
    }
    paths = {f"commons/{folder}/n{at}.md": change for at in range(1, 26) for folder, change in edits.items()}
    fewer = {path: str(files[path]).replace(*change) for path, change in paths.items()}
    people = str(files["contributors.yaml"])
    fewer["contributors.yaml"] = people.replace("  skills_offered:\n  - spil\n", "  skills_offered:\n", 20)
    cut = {"vragen/spil/verwijzingen", "netwerken/spil/netwerken", "vaardigheden/spil/bijdragers"}
    again = {path: files[path] for path in fewer}
    for step, lists in (({}, cut), (fewer, {"vaardigheden/spil/bijdragers"}), (again, cut)):
        write_files(root, step)
        staged = staged_as_afresh(root, EditionName.PUBLIC)
        assert {folder for folder in cut if f"{folder}/index.md" in staged} == lists
