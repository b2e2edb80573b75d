"""What the commands write to the terminal: results to the standard output, everything else to the standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Final

import typer

from gemeengoed.i18n import Translate
from gemeengoed.visible import visible

if TYPE_CHECKING:
    from gemeengoed.checking import Step

STEPS: Final = {
    "history": "Reading the history",
    "load": "Reading the commons",
    "check": "Checking",
    "stage": "Preparing the pages",
    "render": "Building the pages",
    "index": "Making the search index",
    "external": "Asking other websites",
}


def complain(text: str) -> None:
    """Say what went wrong; nothing of a value acts on the terminal."""
    typer.echo("\n".join(map(visible, text.splitlines())), err=True)


@contextmanager
def progress(say: Translate) -> Iterator[Step]:
    """A bar over the steps of a build, on a terminal only; gives what the build calls for each step.

    It is drawn when a step begins: a thread that draws it would keep a build from sharing its work by copies of itself.
    """
    if not sys.stderr.isatty():
        yield lambda name: nullcontext()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    errors = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True, auto_refresh=False) as bar:
        names = list(STEPS)
        task = bar.add_task("", total=len(names))

        @contextmanager
        def step(name: str) -> Iterator[None]:
            bar.update(task, description=say(STEPS[name]), completed=names.index(name), refresh=True)
            yield

        def start(name: str) -> AbstractContextManager[object]:
            return step(name)

        yield start
