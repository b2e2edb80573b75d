"""Filling in the form on the site as a person does, and putting what it made into a copy of the commons."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml
from gemeengoed.checks.run import run_checks
from gemeengoed.intake.people import with_entry
from gemeengoed.load import load
from gemeengoed.problems import Severity
from gemeengoed.settings import read_settings
from playwright.sync_api import Page, expect
from sites import REPOSITORY

PRACTICE = "bijdragen/praktijk/"
BODY = "We begonnen klein.\n\n---\nauthors: [kwaad]\n---\n\n## Hoe het ging\n\nGoed, na een tweede poging."
METHOD = "Intervisie: een eigen vraag voorleggen aan collega's"


def field(page: Page, name: str):
    return page.locator(f"#f-{name.replace('.', '-')}")


def choose(page: Page, name: str, typed: str) -> None:
    """Type letters and take the first of the list with the keyboard."""
    box = field(page, name)
    box.focus()
    page.keyboard.type(typed)
    first = page.locator(f"#f-{name.replace('.', '-')}-list li").first
    expect(first).to_contain_text(re.compile(typed, re.IGNORECASE))  # the list of fewer letters may stand there first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def fill_in(page: Page, title: str, body: str = BODY) -> None:
    field(page, "title").fill(title)
    field(page, "summary").fill("Voor wie klein wil beginnen: met drie mensen en een koffie.")
    field(page, "body").fill(body)
    choose(page, "themes", "part")
    field(page, "contributor.name").fill("Jef Proef")
    choose(page, "contributor.organisation", "leuv")
    for value in ("licence", "name", "organisation"):
        page.locator(f"#f-agreements input[value={value}]").check()


def look_over(page: Page) -> str:
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-ready")).to_be_visible()
    return page.locator("#gg-form-file").text_content() or ""


def put(page: Page, root: Path) -> Path:
    """Save the file that the form made where it belongs in a copy of the commons, and the new contributor too."""
    copy_commons(root)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar het bestand").click()
    target = root / (page.locator("#gg-form-path").text_content() or "")
    assert target.name == saved.value.suggested_filename
    shutil.copy(saved.value.path(), target)
    if entry := page.locator("#gg-form-entry").text_content():
        ((identifier, record),) = yaml.load(entry, Loader=yaml.BaseLoader).items()
        register = root / "contributors.yaml"
        register.write_text(with_entry(register.read_text("utf-8"), identifier, record), "utf-8")
    return target


def copy_commons(root: Path) -> None:
    for part in ("commons", "docs"):
        shutil.copytree(REPOSITORY / part, root / part, dirs_exist_ok=True)
    for part in ("mkdocs.yml", "contributors.yaml"):
        shutil.copy(REPOSITORY / part, root / part)


def errors_of(root: Path) -> list[str]:
    commons = load(root, read_settings(root))
    return [f"{problem.path}: {problem.code}" for problem in run_checks(commons) if problem.severity is Severity.ERROR]


def front_matter(text: str) -> dict:
    """What a file says in its front matter, every value as it is written."""
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)
