"""``gemeengoed build``."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from gemeengoed import standing
from gemeengoed.cli.options import HERE, Jobs, Lang, Root, speaker
from gemeengoed.cli.staying import all_staying
from gemeengoed.cli.terminal import complain, progress
from gemeengoed.edition import EditionName
from gemeengoed.i18n import Translate, message
from gemeengoed.problems import Problem
from gemeengoed.render import Engine
from gemeengoed.settings import Settings, read_settings
from gemeengoed.standing import Choices, Said, Sources


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
    start = time.monotonic()
    settings = read_settings(root)
    say = speaker(lang, settings)
    choices = Choices(site or root / "site", edition, engine, keep_going)
    sources = standing.state_of_sources(root, settings, choices)
    said = None if clean else standing.recall(root, choices, sources.state)
    said = said or _built(root, settings, choices, sources, clean, jobs, say)
    if said.problems:
        _report(said.problems, say, root, settings)
    for notice in said.notices:
        complain(notice.say(say))
    told = message(
        "{pages} pages in {site}, in {seconds} s.",
        pages=said.pages, site=choices.site, seconds=f"{time.monotonic() - start:.1f}",
    )  # fmt: skip
    typer.echo(told.say(say))
    if said.rejected:
        complain(message("{count} files were left out because of errors.", count=said.rejected).say(say))
        raise typer.Exit(1)


def _built(
    root: Path, settings: Settings, choices: Choices, sources: Sources, clean: bool, jobs: int | None, say: Translate
) -> Said:
    """What a build says. It is imported here, since importing it takes longer than to see that it has nothing to do."""
    with all_staying():
        from gemeengoed import build as building

    try:
        with progress(say) as step:
            built = building.build(
                root,
                settings,
                choices.site,
                edition=choices.edition,
                engine=choices.engine,
                keep_going=choices.keep_going,
                clean=clean,
                jobs=jobs,
                sources=sources,
                step=step,
            )
    except building.BuildRefusedError as refused:
        _report(refused.problems, say, root, settings)
        complain(say("Nothing was published. Mend the errors above, or leave those pages out with --keep-going."))
        raise typer.Exit(1) from None
    return built.said


def _report(problems: tuple[Problem, ...], say: Translate, root: Path, settings: Settings) -> None:
    from gemeengoed.cli.tell import context_of
    from gemeengoed.report.text import report

    typer.echo(report(problems, say, context_of(root, settings)))
