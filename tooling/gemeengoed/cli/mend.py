"""What ``check --fix`` and ``check --diff`` do with what can be mended."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from gemeengoed.cli.terminal import complain
from gemeengoed.fixes import Change, difference, plan, write_change
from gemeengoed.history import read_history
from gemeengoed.i18n import Translate, message
from gemeengoed.load import clock
from gemeengoed.settings import Settings
from gemeengoed.visible import visible


def changes_of(root: Path, settings: Settings) -> tuple[Change, ...]:
    """What mending would change in the commons; nothing is touched yet."""
    return plan(root, settings, read_history(root), clock())


def show(changes: tuple[Change, ...]) -> None:
    """Print the changes as a unified diff; on a terminal without signs that would act there."""
    for line in difference(changes):
        typer.echo(visible(line.rstrip("\n")) if sys.stdout.isatty() else line, nl=sys.stdout.isatty())


def write(root: Path, changes: tuple[Change, ...], say: Translate) -> None:
    """Write the changes, and say of each file whether that was done."""
    for change in changes:
        if write_change(root, change):
            complain(message("Mended: {path}", path=change.path).say(say))
        else:
            why = message("Left as it is, for it is a link or was changed meanwhile: {path}", path=change.path)
            complain(why.say(say))
