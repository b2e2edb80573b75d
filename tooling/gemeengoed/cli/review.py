"""``gemeengoed review`` and ``gemeengoed comment``: both halves of what a pull request's author reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.checking import load_and_check
from gemeengoed.cli.options import HERE, Lang, Root
from gemeengoed.cli.terminal import complain
from gemeengoed.i18n import translator
from gemeengoed.load import load
from gemeengoed.review.artifact import RefusedError, read_artifact
from gemeengoed.review.collect import collect
from gemeengoed.review.comment import comment as comment_of
from gemeengoed.review.comment import refused
from gemeengoed.review.event import number_of, read_run
from gemeengoed.review.labels import labels_of
from gemeengoed.settings import read_settings
from gemeengoed.snapshot import NoSnapshotError


def review(
    changed_since: Annotated[str, typer.Option("--changed-since", metavar="REF", help="Where the branch began.")],
    pull_request: Annotated[
        int, typer.Option("--pull-request", metavar="NUMBER", help="Of which pull request.", min=1)
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the review goes, as JSON.")],
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Write down what a pull request brings: its pages, its problems, and pages that are like them."""
    settings = read_settings(root)
    say = translator(lang or settings.language)
    commons, problems = load_and_check(root, settings)
    try:
        made = collect(commons, problems, changed_since, pull_request, say)
    except NoSnapshotError as error:
        complain(error.why.say(say))
        raise typer.Exit(2) from error
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(made.model_dump_json(), "utf-8")


def comment(
    event: Annotated[Path, typer.Option("--event", metavar="FILE", help="The event of the run that checked.")],
    pulls: Annotated[
        Path, typer.Option("--pulls", metavar="FILE", help="The open pull requests, as the forge has them.")
    ],
    artifact: Annotated[Path, typer.Option("--artifact", metavar="FILE", help="The zip that the run left.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the comment goes, and the number.")],
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Make the comment on a pull request out of what an untrusted run left.

    Exits with 0 when there is a comment to place, 1 when there is none to make.
    """
    settings = read_settings(root)
    say = translator(lang or settings.language)
    try:
        run = read_run(event)
        number = number_of(run, pulls)
    except RefusedError as error:
        complain(error.why.say(say))
        raise typer.Exit(1) from error
    try:
        read = read_artifact(artifact, number)
        text, labels = comment_of(read, run.address, say), labels_of(read, load(root, settings), say)
    except RefusedError as error:
        complain(error.why.say(say))
        text, labels = refused(error.why, run.address, say), ()
    out.mkdir(parents=True, exist_ok=True)
    (out / "number").write_text(str(number), "utf-8")
    (out / "comment.md").write_text(text, "utf-8")
    (out / "labels").write_text("".join(f"{label}\n" for label in labels), "utf-8")
