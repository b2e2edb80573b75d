"""Telling problems: in the format that was asked for, with colours on a terminal, and in the job summary of a forge."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import typer
from rich.console import Console

from gemeengoed.checks.declared import configured_checks
from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem
from gemeengoed.report import REPORTS, Context, Format, job_summary, text
from gemeengoed.settings import Settings
from gemeengoed.stage.addresses import check_address


def tell(problems: tuple[Problem, ...], format: Format, say: Translate, root: Path, settings: Settings) -> None:
    """Print the problems; on GitHub Actions also write them into the summary of the job."""
    context = context_of(root, settings)
    if format is Format.TEXT and sys.stdout.isatty():
        Console(highlight=False).print(text.styled(problems, say, context), soft_wrap=True)
    else:
        typer.echo(REPORTS[format](problems, say, context))
    if format is Format.GITHUB and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8", errors="replace") as out:
            out.write(job_summary.report(problems, say, context))


def context_of(root: Path, settings: Settings) -> Context:
    """What reports of the commons in ``root`` may ask."""
    return Context(
        link=cache(partial(check_address, settings)),
        line=_line_of(root),
        checks=partial(configured_checks, settings),
    )


def _line_of(root: Path) -> Callable[[str, int], str]:
    @cache
    def lines(path: str) -> list[str]:
        raw = (root / path).read_bytes().decode("utf-8", "replace").lstrip("\ufeff")
        return raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(path: str, number: int) -> str:
        try:
            return lines(path)[number - 1]
        except (OSError, IndexError):
            return ""

    return line
