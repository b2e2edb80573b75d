"""``gemeengoed forget``."""

from __future__ import annotations

from typing import Annotated

import typer

from gemeengoed.cli.mend import show
from gemeengoed.cli.mend import write as write_changes
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.terminal import complain
from gemeengoed.forgetting import forget as forget_contributor
from gemeengoed.i18n import message
from gemeengoed.load import load
from gemeengoed.settings import read_settings


def forget(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The contributor who withdrew, as in the register.")],
    root: Root = HERE,
    instead: Annotated[
        str,
        typer.Option("--instead", metavar="PARTY", help="Who is named instead: an organisation, or a contributor."),
    ] = "",
    write: Annotated[bool, typer.Option("--write", help="Write it; without, only show what would change.")] = False,
    lang: Lang = None,
) -> None:
    """Take a contributor who withdrew out of the register, and show where that person is named still.

    Exits with 1 while a page names the person and nobody is put instead.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    found = forget_contributor(load(root, settings), identifier, instead)
    if write:
        write_changes(root, found.changes, say)
    else:
        show(found.changes)
    for finding in found.left:
        complain(f"{finding.path}:{finding.line}:{finding.column}  {finding.message.say(say)}")
    what = message(
        "What was published earlier stays in the history of git, the name too. Changing that changes every commit "
        "since, and reaches no copy that others have; do it where something grave stands there."
    )
    complain(what.say(say))
    if found.left:
        complain(message("Places to mend by hand: {number}.", number=len(found.left)).say(say))
        raise typer.Exit(1)
