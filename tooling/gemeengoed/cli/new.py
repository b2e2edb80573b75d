"""``gemeengoed new``."""

from __future__ import annotations

from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Lang, Root
from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import message, translator
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.load import COMMONS
from gemeengoed.scaffold import new_item
from gemeengoed.settings import read_settings
from gemeengoed.slug import slug_of

MAX_TITLE = 300
"""As long as a line may be (``kinds.declare.Line``)."""


class CannotCreateError(ExpectedError):
    """A new file cannot be written; the message says why."""


def _known_kind(name: str) -> str:
    if name not in KIND_BY_NAME:
        raise typer.BadParameter(f"'{name}' is not one of: {', '.join(KIND_BY_NAME)}.")
    return name


def new(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help=f"One of: {', '.join(KIND_BY_NAME)}.", callback=_known_kind),
    ],
    title: Annotated[str, typer.Argument(help='Its title, between quotation marks: "Intervisie in zes stappen".')],
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Add a new file with the fields that its kind needs. Never overwrites one that is there."""
    settings = read_settings(root)
    say = translator(lang or settings.language)
    title = " ".join(title.encode("utf-8", "ignore").decode().split())  # what is no UTF-8 in an argument goes
    slug = slug_of(title)
    if not slug:
        raise CannotCreateError(say("The title needs at least one letter or digit."))
    if len(title) > MAX_TITLE:
        raise CannotCreateError(
            message("'{name}' is longer than {limit} characters.", name="title", limit=MAX_TITLE).say(say)
        )
    chosen = KIND_BY_NAME[kind]
    file = root / COMMONS / chosen.folder / f"{slug}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(new_item(chosen, title, say))
    except FileExistsError as error:
        there = message("{file} is already there. Choose another title, or improve that page.", file=file)
        raise CannotCreateError(there.say(say)) from error
    typer.echo(message("Written: {file}. Fill it in, then run: gemeengoed check", file=file).say(say))
