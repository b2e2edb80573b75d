"""The demonstration commons: the same bytes each time, clean on its day, marked on every page, every field shown."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from inspect import get_annotations
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from gemeengoed.checking import load_and_check
from gemeengoed.edition import EditionName
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.kinds.common import Audience, Maturity, Status
from gemeengoed.kinds.declare import hints
from gemeengoed.model import Commons
from gemeengoed.problems import Severity
from gemeengoed.settings import read_settings
from gemeengoed.start.commons import Wishes, files
from gemeengoed.start.demonstration import CONTENT, HISTORY, TODAY, read_history, without, write_demonstration
from pydantic import BaseModel
from sites import REPOSITORY, build_site, bytes_of, environment, files_with, html_pages, parse, run, text_of, with_class

from commons import load_commons

UNSAID = {
    "Organisation.nis": "a place that is made up has no code",
    "Words.fr": "the demonstration speaks Dutch and English",
    "Synonyms.fr": "the same",
}
"""The fields that the demonstration gives no example of, and why."""


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("start") / "voorbeeld"
    write_demonstration(root)
    return root


@pytest.fixture(scope="module")
def commons(written) -> Commons:
    return load_commons(written)


def head_of(root: Path) -> str:
    command = ["git", "-C", root, "rev-parse", "HEAD"]
    return subprocess.run(command, env=environment(), check=True, capture_output=True, text=True).stdout


def test_the_same_bytes_and_commits_whoever_writes_it(tmp_path, written, monkeypatch):
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\nname = Iemand\n[core]\nautocrlf = true\n[init]\ndefaultBranch = anders\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2020-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elders"))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    write_demonstration(tmp_path / "weer")
    monkeypatch.undo()
    assert head_of(tmp_path / "weer") == head_of(written)
    assert files_of(tmp_path / "weer") == files_of(written)


def files_of(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in bytes_of(root).items() if not path.startswith(".git/")}


def test_the_last_commit_holds_every_file(written):
    content = {path: text for path, text in files_of(CONTENT).items() if path != HISTORY}
    assert files_of(written) == content
    status = ["git", "-C", written, "status", "--porcelain"]
    assert subprocess.run(status, env=environment(), check=True, capture_output=True).stdout == b""


def test_two_years_of_history_by_many(written):
    log = ["git", "-C", written, "log", "--format=%an|%as"]
    lines = subprocess.run(log, env=environment(), check=True, capture_output=True, text=True).stdout.split("\n")[:-1]
    days = [date.fromisoformat(line.partition("|")[2]) for line in lines]
    assert days == sorted(days, reverse=True)
    assert (days[-1].year, days[-1].month, days[0].year, days[0].month) == (2024, 11, 2026, 11)
    assert days[0] <= TODAY
    assert len({line.partition("|")[0] for line in lines}) >= 28
    assert sum(len(revision.files) > 0 and any(revision.files.values()) for revision in read_history()) > 50


def test_nothing_is_wrong_with_it_on_its_day(written):
    _, problems = load_and_check(written, read_settings(written), today=TODAY)
    told = [f"{found.path}:{found.line} {found.code}" for found in problems if found.severity is not Severity.ADVICE]
    assert told == []


def test_it_can_still_be_built_years_later(written):
    _, problems = load_and_check(written, read_settings(written), today=date(2036, 1, 1))
    assert [found for found in problems if found.severity is Severity.ERROR] == []


def test_it_is_large_enough_to_judge_by(commons):
    people = [name for name, someone in commons.contributors.items() if someone.type == "person"]
    assert len(commons.items) >= 150
    assert len(commons.organisations) >= 8
    assert len(people) >= 30
    assert {str(getattr(item.fields, "maturity", None)) for item in commons.items.values()} >= set(Maturity)
    assert sum(item.fields.audience is Audience.MEMBERS for item in commons.items.values()) >= 2
    assert any(item.status is Status.ARCHIVED for item in commons.items.values())


def test_everything_that_can_be_said_is_said_once(commons):
    """A new field asks for an example in ``demonstration/``."""
    records = [item.fields for item in commons.items.values()]
    registers = (commons.contributors, commons.organisations, *commons.terms.values())
    records += [record for register in registers for record in register.values()]
    said = {name for record in records for name in _said(record)}
    models = (*(kind.fields for kind in KINDS), *(register.fields for register in REGISTERS))
    declared = {name for model in models for name in _declared(model)}
    assert sorted(declared - said - UNSAID.keys()) == []


def _said(value: Any) -> Iterator[str]:
    """``Model.field`` for every field that was filled in, and so on inside."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield f"{_owner(type(value), name)}.{name}"
            yield from _said(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from _said(entry)


def _declared(model: type[BaseModel]) -> Iterator[str]:
    for name, hint in hints(model).items():
        yield f"{_owner(model, name)}.{name}"
        for inner in _models(hint):
            yield from _declared(inner)


def _owner(model: type[BaseModel], name: str) -> str:
    """The class that declares a field, so that what all kinds have counts once."""
    return next(base.__name__ for base in reversed(model.__mro__) if name in get_annotations(base))


def _models(hint: Any) -> list[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return [hint]
    return [found for part in get_args(hint) for found in _models(part)]


def test_no_place_and_no_website_is_real(commons):
    for body in commons.organisations.values():
        assert body.nis is None
        assert not body.website or body.website.removesuffix("/").endswith(".example")


def test_every_page_says_that_it_is_an_example(demo_site):
    editor = "redactie/index.html"  # a tool, that shows no page
    for path in {*html_pages(demo_site)} - {editor}:
        page = parse(demo_site / path)
        (mark,) = with_class(page, "gg-example")
        assert "verzonnen" in text_of(mark), path
        robots = [meta.get("content") for meta in page.iter("meta") if meta.get("name") == "robots"]
        assert robots == ["noindex"], path


def test_a_commons_that_is_no_example_says_nothing_of_it(own_site):
    site = own_site("mkdocs")
    for path in ("index.html", "404.html"):
        page = parse(site / path)
        assert with_class(page, "gg-example") == []
        assert not [meta for meta in page.iter("meta") if meta.get("name") == "robots"]


def test_nothing_for_members_is_in_the_public_site(demo_site, commons):
    hidden = [item for item in commons.items.values() if item.fields.audience is Audience.MEMBERS]
    for item in hidden:
        assert files_with(demo_site, item.slug) == []
        assert files_with(demo_site, item.title) == []


def test_members_see_them(written, tmp_path, commons):
    root = shutil.copytree(written, tmp_path / "leden")
    site = build_site(root, edition=EditionName.MEMBERS) and root / "site"
    assert all(
        files_with(site, item.slug) for item in commons.items.values() if item.fields.audience is Audience.MEMBERS
    )


def test_a_page_as_it_was():
    text = "---\na: 1\nb:\n  - c\n  - d\ne: 2\n---\nEen.\n\n## Twee\n\nTwee.\n\n### Diep\n\n## Drie\n\nDrie.\n"
    assert without(text, ["b", "## Twee"]) == "---\na: 1\ne: 2\n---\nEen.\n\n## Drie\n\nDrie.\n"
    assert without(text, ["## Drie"]).endswith("### Diep\n\n")
    with pytest.raises(ValueError):
        without(text, ["## Vier"])


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "brief.txt").write_text("van mij")
    done = run("init", "--demo", tmp_path, LC_ALL="nl_BE.UTF-8")
    assert done.returncode == 2
    assert "is niet leeg" in done.stderr
    assert bytes_of(tmp_path) == {"brief.txt": b"van mij"}
    assert list(tmp_path.parent.glob(f".{tmp_path.name}.new*")) == []


def test_an_empty_folder_is_filled_where_one_stands(tmp_path):
    done = run("init", "--demo", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "commons" / "networks").is_dir()


def test_without_git_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("gemeengoed.start.repository.has_git", lambda: False)
    from gemeengoed.start import CannotStartError

    with pytest.raises(CannotStartError, match="git is needed"):
        write_demonstration(tmp_path / "voorbeeld")
    assert list(tmp_path.iterdir()) == []


def test_its_menu_leads_to_every_page_that_the_own_one_leads_to():
    """And so does that of a new commons: a new page of the site is asked for in all three."""
    made = {page for page in menu_of((REPOSITORY / "mkdocs.yml").read_text("utf-8")) if "/" in page}
    wishes = Wishes("Net", "nl", "CC-BY-4.0", "", KINDS, "gemeengoed", TODAY)
    assert made <= set(menu_of((CONTENT / "mkdocs.yml").read_text("utf-8")))
    assert made <= set(menu_of(dict(files(wishes))["mkdocs.yml"]))


def menu_of(settings: str) -> list[str]:
    """The pages that ``nav`` of a ``mkdocs.yml`` names."""
    groups = [group for entry in yaml.load(settings, Loader=yaml.BaseLoader)["nav"] for group in entry.values()]
    return [page for group in groups for page in ([group] if isinstance(group, str) else group)]
