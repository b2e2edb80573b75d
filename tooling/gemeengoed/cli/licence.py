"""``gemeengoed licence``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.checks.licence_compatible import of_item
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import message
from gemeengoed.load import load
from gemeengoed.model import Commons, Item
from gemeengoed.provenance import trace
from gemeengoed.settings import read_settings


class NoSuchPageError(ExpectedError):
    """There is no page of the commons at a path; the message says so."""


def licence(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file of a page: commons/methods/intervisie.md.")],
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Say which licence holds for a page and why, and what the works that it is made of allow.

    Exits with 0 when they allow that licence, 1 when one does not, and 2 when there is no such page.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    commons = load(root, settings)
    item = _item(commons, path)
    if item is None:
        raise NoSuchPageError(message("There is no page '{path}' in this commons.", path=path).say(say))
    first, *steps = trace(commons, item)
    typer.echo(first.say(say))
    for step in steps:
        typer.echo(f"- {step.say(say)}")
    obstacles = list(of_item(commons, item))
    for finding in obstacles:
        typer.echo(f"! {finding.message.say(say)}" + (f"\n  {finding.advice.say(say)}" if finding.advice else ""))
    raise typer.Exit(1 if obstacles else 0)


def _item(commons: Commons, path: Path) -> Item | None:
    """The item with its file at a path, from here or from the root of the commons; or with a reference."""
    from_root = Path(os.path.relpath(path.absolute(), commons.root)).as_posix()
    names = {from_root, path.as_posix()}
    return next((item for item in commons.items.values() if {item.path, item.ref} & names), None)
