"""``gemeengoed build``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed import build as building
from gemeengoed.cli.options import HERE, Jobs, Lang, Root, speaker
from gemeengoed.cli.tell import context_of
from gemeengoed.cli.terminal import complain, progress
from gemeengoed.edition import EditionName, Fate
from gemeengoed.i18n import message
from gemeengoed.render import Engine
from gemeengoed.report.text import report
from gemeengoed.settings import read_settings


def build(
    root: Root = HERE,
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DIR", help="Where the site goes; by default DIR/site.")
    ] = None,
    edition: Annotated[EditionName, typer.Option("--edition", help="For whom the site is.")] = EditionName.PUBLIC,
    engine: Annotated[Engine, typer.Option("--engine", help="What renders the pages.")] = Engine.MKDOCS,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Publish what is right, leave out what is not.")
    ] = False,
    clean: Annotated[
        bool, typer.Option("--clean", help="Start afresh instead of from what an earlier build left.")
    ] = False,
    jobs: Jobs = None,
    lang: Lang = None,
) -> None:
    """Check the commons and build its site; the old site is replaced in one move, or not at all.

    Exits with 0 when the site was built, 1 when errors in the commons kept it from being built (or, with
    --keep-going, kept pages out of it), and 2 when it could not run.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    target = site or root / "site"
    try:
        with progress(say) as step:
            built = building.build(
                root,
                settings,
                target,
                edition=edition,
                engine=engine,
                keep_going=keep_going,
                clean=clean,
                jobs=jobs,
                step=step,
            )
    except building.BuildRefusedError as refused:
        typer.echo(report(refused.problems, say, context_of(root, settings)))
        complain(say("Nothing was published. Mend the errors above, or leave those pages out with --keep-going."))
        raise typer.Exit(1) from None
    if built.problems:
        typer.echo(report(built.problems, say, context_of(root, settings)))
    if built.edition.history.notice:
        complain(built.edition.history.notice.say(say))
    if built.left_out:
        complain(built.left_out.say(say))
    rejected = sum(outcome.fate is Fate.REJECTED for outcome in (*built.edition.outcomes, *built.edition.withheld))
    told = message(
        "{pages} pages in {site}, in {seconds} s.",
        pages=len(built.edition.items), site=target, seconds=f"{built.seconds:.1f}",
    )  # fmt: skip
    typer.echo(told.say(say))
    if rejected:
        complain(message("{count} files were left out because of errors.", count=rejected).say(say))
        raise typer.Exit(1)
