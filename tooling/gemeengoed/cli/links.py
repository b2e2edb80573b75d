"""``gemeengoed links``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.terminal import complain
from gemeengoed.dead_links import dead_links
from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import message
from gemeengoed.settings import read_settings


class NoSiteError(ExpectedError):
    """There is no built site to look at; the message says what to do."""


def links(
    root: Root = HERE,
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DIR", help="Where the site is; by default DIR/site.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Follow every link inside the built site. Exits with 1 where one leads nowhere."""
    settings = read_settings(root)
    say = speaker(lang, settings)
    folder = site or root / "site"
    if not (folder / "index.html").is_file():
        why = message("There is no site in {folder}. Build it first: gemeengoed build", folder=folder)
        raise NoSiteError(why.say(say))
    dead = dead_links(folder, settings.site_url)
    for page, link in dead:
        typer.echo(message("{page}: the link '{link}' leads nowhere.", page=page, link=link).say(say))
    if dead:
        raise typer.Exit(1)
    complain(say("Every link inside the site leads somewhere."))
