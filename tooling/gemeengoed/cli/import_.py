"""``gemeengoed import``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Lang, Root
from gemeengoed.cli.terminal import complain
from gemeengoed.i18n import message, translator
from gemeengoed.importing.mapping import read_mapping
from gemeengoed.importing.plan import plan
from gemeengoed.importing.propose import propose
from gemeengoed.importing.table import redirects, table
from gemeengoed.intake.place import place
from gemeengoed.intake.trial import try_files
from gemeengoed.load import load
from gemeengoed.report.text import report
from gemeengoed.settings import read_settings
from gemeengoed.stage.addresses import Addresses


def import_(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder of the collection.", exists=True, file_okay=False)
    ],
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="What becomes what (mapping.schema.json).")
    ] = None,
    proposed: Annotated[
        bool, typer.Option("--propose", help="Print a first mapping, made by looking at the files, and stop.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show the table of what becomes of each file.")
    ] = False,
    old_addresses: Annotated[
        Path | None, typer.Option("--redirects", metavar="FILE", help="Where lines from old to new addresses go.")
    ] = None,
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Take a collection of Markdown files in: every file becomes an item, or is named with the reason why not.

    Exits with 0 when all items are free of errors, 1 when some are not (nothing is written then), 2 when it could not
    run. A file that is there is never overwritten.
    """
    if proposed:
        typer.echo(propose(folder), nl=False)
        return
    if mapping is None:
        raise typer.BadParameter("Give --mapping FILE, or --propose for a first one.")
    settings = read_settings(root)
    say = translator(lang or settings.language)
    commons = load(root, settings)
    planned = plan(commons, folder, read_mapping(mapping))
    trial = try_files(commons, {path: new.content for path, new in planned.files.items()})
    typer.echo(table(planned, trial.problems, say), nl=False)
    if trial.errors:
        complain(report(trial.errors, say))
        complain(say("Nothing was written. Put the mapping or the files right, and try again."))
        raise typer.Exit(1)
    if dry_run:
        return
    place(root, planned.files)
    if old_addresses is not None:
        page = Addresses(translator(settings.language)).page
        addresses = {ref: page(ref) for ref in planned.redirects.values()}
        old_addresses.write_text("".join(f"{line}\n" for line in redirects(planned, addresses)), "utf-8")
    complain(message("{count} files written.", count=len(planned.files)).say(say))
