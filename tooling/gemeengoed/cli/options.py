"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.kinds.common import Language

Root = Annotated[
    Path,
    typer.Option(
        "--root",
        metavar="DIR",
        help="The folder of the commons, where mkdocs.yml is.",
        file_okay=False,
        resolve_path=True,
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="The language of the messages; by default that of the commons."),
]
HERE = Path()
"""The folder that one stands in; Typer makes it absolute."""
