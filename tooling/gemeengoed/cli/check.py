"""``gemeengoed check``."""

from __future__ import annotations

from typing import Annotated

import typer

from gemeengoed.build import load_and_check
from gemeengoed.checks import all_checks
from gemeengoed.cli.options import HERE, Lang, Root
from gemeengoed.cli.terminal import complain, progress
from gemeengoed.i18n import translator
from gemeengoed.problems import Severity
from gemeengoed.report import REPORTS, Format
from gemeengoed.settings import read_settings


def check(
    root: Root = HERE,
    lang: Lang = None,
    format: Annotated[Format, typer.Option("--format", help="How the problems are told.")] = Format.TEXT,
    list_: Annotated[bool, typer.Option("--list", help="List the checks and stop.")] = False,
    explain: Annotated[str | None, typer.Option("--explain", metavar="CODE", help="Explain a check and stop.")] = None,
) -> None:
    """Check the commons: every problem with its place and what to do.

    Exits with 0 when there is no error (there may be warnings), 1 when there is, and 2 when it could not check.
    """
    if list_ or explain:
        raise typer.Exit(_describe(explain))
    settings = read_settings(root)
    say = translator(lang or settings.language)
    with progress(say) as step:
        _, problems = load_and_check(root, settings, step)
    typer.echo(REPORTS[format](problems, say))
    raise typer.Exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _describe(code: str | None) -> int:
    known = {check.code: check for check in all_checks()}
    if code is None:
        for check in known.values():
            typer.echo(f"{check.code:<28} {check.severity:<8} {check.rule}")
        return 0
    if code not in known:
        complain(f"There is no check '{code}'. 'gemeengoed check --list' lists them.")
        return 2
    typer.echo(f"{code} ({known[code].severity})\n\n{known[code].documentation}")
    return 0
