"""``gemeengoed serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Jobs, Lang, Root, speaker
from gemeengoed.cli.tell import context_of
from gemeengoed.cli.terminal import complain
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.text import one_line, report
from gemeengoed.settings import Settings, read_settings


def serve(
    root: Root = HERE,
    port: Annotated[
        int, typer.Option("--port", help="The port to listen on, on this machine only.", min=1, max=65535)
    ] = 8000,
    jobs: Jobs = None,
    lang: Lang = None,
) -> None:
    """Show the site on this machine, and make it again whenever a file changes.

    A page with an error is left out; the error shows in the terminal and on every page.
    """
    from gemeengoed.live import serve_live

    say = speaker(lang, read_settings(root))

    def tell(problems: tuple[Problem, ...], settings: Settings) -> list[str]:
        errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        if errors:
            complain(report(errors, say, context_of(root, settings)))
        return [one_line(problem, say) for problem in errors]

    serve_live(root, port, tell, lambda message: complain(message.say(say)), jobs)
