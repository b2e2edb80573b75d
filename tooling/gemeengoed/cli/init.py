"""``gemeengoed init``."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.cli.options import Lang, language_of_system
from gemeengoed.i18n import message, translator
from gemeengoed.kinds.common import Language
from gemeengoed.start import CannotStartError, write_demonstration
from gemeengoed.start.demonstration import TODAY


class CannotInitError(Exception):
    """A commons cannot be begun; the message says why."""


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    demo: Annotated[
        bool, typer.Option("--demo", help="A demonstration: made-up people and places, two years of work.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Begin a commons in a new folder. Nothing that is there is ever touched."""
    say = translator(lang or language_of_system() or Language.NL)
    try:
        write_demonstration(folder)
    except CannotStartError as error:
        raise CannotInitError(error.why.say(say)) from error
    written = message(
        "Written: {folder}. It is right on {day}; build it as of that day with: "
        "SOURCE_DATE_EPOCH={epoch} gemeengoed build --root {folder}",
        folder=folder,
        day=TODAY,
        epoch=int(datetime.combine(TODAY, time(12), UTC).timestamp()),
    )
    typer.echo(written.say(say))
