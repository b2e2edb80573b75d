"""The command line: ``gemeengoed COMMAND``. Exit codes: 0 clean, 1 problems found, 2 could not run."""

from __future__ import annotations

import logging
import sys

import typer

from gemeengoed.build import NotASiteError
from gemeengoed.cli import (
    access,
    agenda,
    build,
    check,
    digest,
    import_,
    init,
    intake,
    licence,
    links,
    new,
    review,
    serve,
    stats,
    upkeep,
)
from gemeengoed.cli.terminal import complain
from gemeengoed.importing.mapping import MappingError
from gemeengoed.intake.issue import NotAnIssueError
from gemeengoed.intake.place import NotPlacedError
from gemeengoed.liveness import LivenessError
from gemeengoed.render import RenderError
from gemeengoed.review.owners import ReviewersError
from gemeengoed.search import SearchIndexError
from gemeengoed.settings import SettingsError

COULD_NOT_RUN = 2
INTERRUPTED = 130
EXPECTED: tuple[type[Exception], ...] = (
    LivenessError,
    MappingError,
    NotASiteError,
    NotAnIssueError,
    ReviewersError,
    NotPlacedError,
    OSError,
    RenderError,
    SearchIndexError,
    SettingsError,
    agenda.CannotDraftError,
    digest.NoSuchNetworkError,
    init.CannotInitError,
    intake.NoAnswersError,
    licence.NoSuchPageError,
    links.NoSiteError,
    new.CannotCreateError,
)
"""What may go wrong without a fault of the program: it ends in a message."""

app = typer.Typer(
    name="gemeengoed",
    help="A knowledge commons built from a git repository: check it, build its site, add to it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.check)
app.command("build")(build.build)
app.command("serve")(serve.serve)
app.command("new")(new.new)
app.command("init")(init.init)
app.command("links")(links.links)
app.command("licence")(licence.licence)
app.command("agenda")(agenda.agenda)
app.command("stats")(stats.stats)
app.command("access")(access.access)
app.command("intake")(intake.intake)
app.command("import")(import_.import_)
app.command("review")(review.review)
app.command("comment")(review.comment)
app.command("digest")(digest.digest)
app.command("owners")(upkeep.owners)
app.command("due")(upkeep.due)


def main() -> None:
    """Run the command that was asked for. What is expected to go wrong ends in a message, never in a traceback."""
    logging.basicConfig(format="%(levelname)s: %(message)s")
    try:
        app()
    except EXPECTED as error:
        complain(str(error))
        sys.exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
