"""``gemeengoed owners``, ``forms`` and ``due``: who looks at what, what one fills in, and what is due for whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Lang, Root
from gemeengoed.i18n import translator
from gemeengoed.intake.issue_forms import FORMS, issue_forms
from gemeengoed.load import load
from gemeengoed.review.due_letter import due_letters
from gemeengoed.review.owners import CODEOWNERS, code_owners, read_reviewers
from gemeengoed.settings import read_settings


def owners(root: Root = HERE) -> None:
    """Write .github/CODEOWNERS from .github/reviewers.yaml: who looks at a page, by its themes and networks."""
    commons = load(root, read_settings(root))
    (root / CODEOWNERS).write_text(code_owners(commons, read_reviewers(commons)), "utf-8")


def forms(root: Root = HERE) -> None:
    """Write the forms of the forge (.github/ISSUE_TEMPLATE) anew: after a change to the vocabulary or the settings."""
    commons = load(root, read_settings(root))
    folder = root / FORMS
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in issue_forms(commons).items():
        (folder / name).write_text(text, "utf-8")
        typer.echo(folder / name)


def due(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the messages go, a folder for each.")],
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Write a message for every steward of pages that had to be looked at again: a title and a text."""
    settings = read_settings(root)
    say = translator(lang or settings.language)
    for steward, (title, text) in due_letters(load(root, settings), say).items():
        folder = out / steward
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "title.txt").write_text(title, "utf-8")
        (folder / "body.md").write_text(text, "utf-8")
        typer.echo(f"{steward}: {title}")
