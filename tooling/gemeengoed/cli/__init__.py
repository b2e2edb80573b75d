"""The command line: ``gemeengoed COMMAND``. Exit codes: 0 clean, 1 problems found, 2 could not run."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import Any

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # else it reads what every installed package says of itself

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from gemeengoed.cli.staying import all_staying
from gemeengoed.cli.terminal import complain
from gemeengoed.expected import ExpectedError

COULD_NOT_RUN = 2
INTERRUPTED = 130
COMMANDS = {
    "check": "check",
    "build": "build",
    "serve": "serve",
    "new": "new",
    "init": "init",
    "links": "links",
    "licence": "licence",
    "agenda": "agenda",
    "stats": "stats",
    "access": "access",
    "export": "export",
    "forget": "forget",
    "intake": "intake",
    "import": "import_",
    "review": "review",
    "comment": "review",
    "digest": "digest",
    "owners": "upkeep",
    "forms": "upkeep",
    "due": "upkeep",
}
"""The commands, each with its module, in which a function bears its name."""


class Commands(TyperGroup):
    """The commands, of which only the one that is asked for is imported: all of them take half the time of a run."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of a help text."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        with all_staying():
            module = import_module(f"gemeengoed.cli.{COMMANDS[cmd_name]}")
        function = getattr(module, cmd_name, None) or getattr(module, f"{cmd_name}_")
        return get_command_from_info(
            CommandInfo(name=cmd_name, callback=function), pretty_exceptions_short=False, rich_markup_mode=None
        )


app = typer.Typer(
    name="gemeengoed",
    cls=Commands,
    help="A knowledge commons built from a git repository: check it, build its site, add to it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def commons() -> None:
    """A knowledge commons built from a git repository: check it, build its site, add to it."""


def main() -> None:
    """Run the command that was asked for. What is expected to go wrong ends in a message, never in a traceback."""
    logging.basicConfig(format="%(levelname)s: %(message)s")
    try:
        app()
    except (ExpectedError, OSError) as error:
        complain(str(error))
        sys.exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def run() -> None:
    """The program: ``main``, and then its end at once, since to free what it holds takes a tenth of a build.

    Whatever is not as simple as that (a thread that goes on, a reader of the output that is gone) ends as usual.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and threading.active_count() == 1:
            with suppress(OSError):
                atexit._run_exitfuncs()
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(end.code)
        raise
