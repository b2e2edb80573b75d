"""``gemeengoed export``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.checking import load_and_check
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.terminal import complain, progress
from gemeengoed.edition import EditionName, select
from gemeengoed.export import Format
from gemeengoed.export import export as export_to
from gemeengoed.export.collect import Collected
from gemeengoed.i18n import message
from gemeengoed.settings import read_settings
from gemeengoed.stage.site import Site

NAMES = {Format.NDJSON: "commons.ndjson", Format.CSV: "commons-csv", Format.SQLITE: "commons.sqlite"}


def export(
    root: Root = HERE,
    format: Annotated[Format, typer.Option("--format", help="In which form.")] = Format.NDJSON,
    edition: Annotated[
        EditionName, typer.Option("--edition", help="What is exported: what everybody may read, or members too.")
    ] = EditionName.PUBLIC,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to; a folder or a .zip for CSV.", resolve_path=True),
    ] = None,
    lang: Lang = None,
) -> None:
    """Write everything that is published as data: NDJSON, CSV or SQLite, under the names of the fields.

    What a person did not agree to showing is not in it, nor what an edition may not know.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    with progress(say) as step:
        commons, problems = load_and_check(root, settings, step)
    target = output or Path.cwd() / NAMES[format]
    collected = Collected(Site(select(commons, edition, commons.history, problems)))
    export_to(format, collected, target)
    complain(message("{number} pages in {path}.", number=len(collected.site.edition.items), path=target).say(say))
