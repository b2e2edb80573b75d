"""``gemeengoed digest``."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.checking import load_and_check
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.terminal import complain
from gemeengoed.digest import FILES, DigestFormat, Earlier, NoEarlierError, render
from gemeengoed.digest import digest as letter_of
from gemeengoed.edition import Edition, EditionName, select
from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import message
from gemeengoed.settings import read_settings
from gemeengoed.stage.site import Site
from gemeengoed.suggest import nearest_reference

COULD_NOT_RUN = 2


class NoSuchNetworkError(ExpectedError):
    """There is no network of a name; the message says so."""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a day. Write it like 2026-11-22.") from error


def digest(
    since: Annotated[
        date, typer.Option("--since", metavar="DATE", parser=_day, help="The first day that it is about.")
    ],
    root: Root = HERE,
    until: Annotated[
        date | None, typer.Option("--until", metavar="DATE", parser=_day, help="The last day; by default today.")
    ] = None,
    network: Annotated[
        str, typer.Option("--network", metavar="NAME", help="Only about one network and those nested in it.")
    ] = "",
    format: Annotated[DigestFormat, typer.Option("--format", help="How it is written.")] = DigestFormat.MARKDOWN,
    edition: Annotated[EditionName, typer.Option("--edition", help="For whose eyes it is.")] = EditionName.PUBLIC,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write it in every format into a folder.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Write a newsletter: new and much-improved pages, questions, gatherings to come, open roles, and thanks.

    It is in the language of the commons; --lang is only for what goes wrong.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    commons, problems = load_and_check(root, settings)
    chosen = select(commons, edition, commons.history, problems)
    last = until or commons.today
    if last < since:
        raise typer.BadParameter("--until is before --since.")
    earlier = Earlier(commons, edition)
    try:
        before = earlier.texts(since)
        after = earlier.texts(last + timedelta(days=1)) if last < commons.today else None
    except NoEarlierError as error:
        complain(error.why.say(say))
        raise typer.Exit(COULD_NOT_RUN) from None
    if not settings.site_url:
        complain(say("mkdocs.yml names no site_url, so the newsletter has no links."))
    letter = letter_of(Site(chosen), since, last, before, after, _network(chosen, network) if network else "")
    if write is None:
        typer.echo(render(letter, format), nl=False)
        return
    for name, text in {FILES[each]: render(letter, each) for each in DigestFormat}.items():
        _place(write / name, text)
        typer.echo(write / name)


def _network(edition: Edition, name: str) -> str:
    """The reference of a network of the edition: ``locon-de-stek`` is ``networks/locon-de-stek``."""
    networks = {item.ref for item in edition.listed if item.kind.name == "network"}
    ref = f"networks/{name.removeprefix('commons/').removeprefix('networks/').removesuffix('.md')}"
    if ref in networks:
        return ref
    near = nearest_reference(ref, networks)
    what = message("There is no network '{name}' in this commons.", name=name)
    advice = f" {near}?" if near else ""
    raise NoSuchNetworkError(what.say(str) + advice)


def _place(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_text(text, "utf-8")
    fresh.replace(file)
