"""``gemeengoed access``."""

from __future__ import annotations

from typing import Annotated

import typer

from gemeengoed.access import FORMATS, Format
from gemeengoed.checking import load_and_check
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.tell import context_of
from gemeengoed.cli.terminal import complain, progress
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Problem, Severity
from gemeengoed.report import text
from gemeengoed.rules.membership import access_list
from gemeengoed.settings import read_settings

ORGANISATIONS = "commons/organisations.yaml"


def access(
    root: Root = HERE,
    lang: Lang = None,
    format: Annotated[Format, typer.Option("--format", help="What is to read the list.")] = Format.TEXT,
) -> None:
    """Print who has access today: mail domains, a group for each network, and whom somebody must add by hand.

    For a login in front of a members' site. Exits with 1, and prints no list, while the register of organisations or a
    network has an error: a list made from those could let in anybody.
    """
    settings = read_settings(root)
    say = speaker(lang, settings)
    with progress(say) as step:
        commons, problems = load_and_check(root, settings, step)
    wrong = tuple(problem for problem in problems if _spoils(problem, commons))
    if wrong:
        complain(message("No list: first mend what is wrong with the organisations and networks.").say(say))
        complain(text.report(wrong, say, context_of(root, settings)))
        raise typer.Exit(1)
    typer.echo(FORMATS[format](access_list(commons), say))


def _spoils(problem: Problem, commons: Commons) -> bool:
    """Whether a list could be wrong because of a problem."""
    networks = {item.path for item in commons.of_kind("network")}
    return problem.severity is Severity.ERROR and problem.path in {ORGANISATIONS, *networks}
