"""``gemeengoed agenda``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.terminal import complain
from gemeengoed.drafts.agenda import draft, draft_name
from gemeengoed.expected import ExpectedError
from gemeengoed.history import read_history
from gemeengoed.i18n import Translate, message
from gemeengoed.kinds.dates import InexactDateError, PartialDate
from gemeengoed.kinds.gathering import KIND
from gemeengoed.load import COMMONS, load
from gemeengoed.model import Commons, Item
from gemeengoed.rules.agenda import Plan, plan
from gemeengoed.settings import read_settings
from gemeengoed.suggest import nearest


class CannotDraftError(ExpectedError):
    """There is no such network, no such day, or a file stands in the way; the message says which."""


def agenda(
    network: Annotated[str, typer.Argument(metavar="NETWORK", help="Whose gathering: networks/locon-de-stek.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="When: 2026-12-10, or 2026-12-10T19:00.")],
    write: Annotated[
        bool, typer.Option("--write", help="Write the file into commons/gatherings; by default it is only shown.")
    ] = False,
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Draft the next gathering of a network: what is due, what is open, what is new, and room for more.

    The draft is in the language of the commons. Never overwrites a file that is there.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    day = _whole_day(on, say)
    commons = load(root, settings, read_history(root))
    planned = plan(commons, _network(commons, network, say), day)
    text = draft(planned, settings.language)
    if write:
        file = _write(root, draft_name(planned), text, say)
        typer.echo(message("Written: {file}. Fill it in, then run: gemeengoed check", file=file).say(say))
    else:
        typer.echo(text, nl=False)
    _note(planned, say)


def _whole_day(text: str, say: Translate) -> PartialDate:
    try:
        day = PartialDate.parse(text)
    except InexactDateError:
        day = None
    if day is None or not day.is_whole:
        what = message("'{date}' is no day. Write it as 2026-12-10, or 2026-12-10T19:00.", date=text)
        raise CannotDraftError(what.say(say))
    return day


def _network(commons: Commons, name: str, say: Translate) -> Item:
    """The network with a reference, a slug or a path."""
    known = {item.ref: item for item in commons.of_kind("network")}
    slug = name.rstrip("/").rpartition("/")[2].removesuffix(".md")
    if found := known.get(f"networks/{slug}"):
        return found
    near = nearest(slug, [item.slug for item in known.values()])
    what = message("There is no network '{name}' in this commons.", name=name).say(say)
    advice = message("Did you mean '{near}'?", near=f"networks/{near}").say(say) if near else ""
    raise CannotDraftError(f"{what} {advice}".strip())


def _write(root: Path, name: str, text: str, say: Translate) -> Path:
    file = root / COMMONS / KIND.folder / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError as error:
        there = message("{file} is already there, and is left as it is.", file=file)
        raise CannotDraftError(there.say(say)) from error
    return file


def _note(planned: Plan, say: Translate) -> None:
    """What else there is to know, beside the draft."""
    for item in planned.already:
        complain(message("The network has a gathering on that day already: {path}.", path=item.path).say(say))
    if planned.last is None:
        complain(message("No earlier gathering of this network is known.").say(say))
        return
    link = message(
        "Add to {path}: next: {ref}", path=planned.last.path, ref=f"{KIND.folder}/{draft_name(planned)}"
    )  # fmt: skip
    complain(link.say(say))
