"""``gemeengoed intake``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.cli.document import Personal, take_document
from gemeengoed.cli.options import HERE, Lang, Root
from gemeengoed.cli.terminal import complain
from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import Translate, message, translator
from gemeengoed.intake import letters
from gemeengoed.intake.contribute import Contribution, Fate, contribute, write
from gemeengoed.intake.issue import Issue, read_event, read_form
from gemeengoed.intake.place import NotPlacedError
from gemeengoed.intake.waiting import read_waiting
from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.load import load
from gemeengoed.model import Commons
from gemeengoed.questions.forms import asked_of
from gemeengoed.settings import read_settings

IGNORED = "ignored"
_LARGEST = 2_000_000


class NoAnswersError(ExpectedError):
    """There are no answers to make a page of; the message says why."""


def _known_kind(name: str | None) -> str | None:
    if name is not None and name not in KIND_BY_NAME:
        raise typer.BadParameter(f"'{name}' is not one of: {', '.join(KIND_BY_NAME)}.")
    return name


def intake(
    issue: Annotated[
        Path | None, typer.Option("--issue", metavar="FILE", help="The event of an issue that was made with a form.")
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="FILE", help="Answers as JSON, by the name of the field."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help=f"One of: {', '.join(KIND_BY_NAME)}.", callback=_known_kind),
    ] = None,
    document: Annotated[
        Path | None, typer.Option("--document", metavar="FILE", help="A document: .docx, .odt, .html, .txt or .eml.")
    ] = None,
    personal: Annotated[
        Personal | None,
        typer.Option("--personal", help="What to do with addresses and numbers of people in a document."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the texts for the forge go, a file for each.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write no page.")] = False,
    root: Root = HERE,
    lang: Lang = None,
) -> None:
    """Make pages of what somebody answered, checked and credited, ready for a pull request.

    Exits with 0 when there is a proposal, 1 when something must be asked or is there already, and 2 when it could not
    run. Nothing is written unless all of it can be.
    """
    settings = read_settings(root)
    say = translator(lang or settings.language)
    if (issue is not None) + (document is not None or answers is not None) != 1:
        raise typer.BadParameter("Give one of --issue, --answers and --document.")
    commons = load(root, settings)
    if document is not None:
        if kind is None:
            raise typer.BadParameter("--document needs --kind, to know what it becomes.")
        of_kind = KIND_BY_NAME[kind]
        given = {} if answers is None else _read_answers(answers, of_kind)
        raise typer.Exit(take_document(commons, of_kind, document, given, personal, say, dry_run=dry_run))
    if issue is not None:
        fate = _from_issue(commons, read_event(issue), say, out, dry_run=dry_run)
    else:
        assert answers is not None
        chosen = KIND_BY_NAME[kind] if kind else None
        done = contribute(commons, chosen, _read_answers(answers, chosen))
        fate = _finish(commons, done, say, dry_run=dry_run)
        typer.echo(letters.comment(done, say).replace(f"{letters.MARK}\n\n", ""))
    raise typer.Exit(0 if fate in (Fate.PROPOSED.value, IGNORED) else 1)


def _finish(commons: Commons, done: Contribution, say: Translate, *, dry_run: bool) -> str:
    """Write what is proposed."""
    if done.fate is Fate.PROPOSED and not dry_run:
        try:
            write(commons, done)
        except NotPlacedError as error:
            complain(error.why.say(say))
            raise typer.Exit(2) from error
    if done.fate is Fate.PROPOSED:
        for path in done.files:
            typer.echo(message("Written: {path}", path=path).say(say) if not dry_run else path, err=True)
    return done.fate.value


def _from_issue(commons: Commons, issue: Issue, say: Translate, out: Path | None, *, dry_run: bool) -> str:
    form = read_form(issue, say)
    if form is None:
        _hand_over(out, {"outcome": IGNORED})
        return IGNORED
    if form.troubles:
        texts = {"outcome": Fate.ASKED.value, "comment.md": letters.trouble_comment(form.troubles, say)}
        _hand_over(out, texts)
        return Fate.ASKED.value
    done = contribute(commons, form.kind, form.answers, read_waiting(commons.root, letters.branch_of(issue)))
    fate = _finish(commons, done, say, dry_run=dry_run)
    _hand_over(out, _texts(done, issue, say))
    return fate


def _texts(done: Contribution, issue: Issue, say: Translate) -> dict[str, str]:
    texts = {"outcome": done.fate.value, "comment.md": letters.comment(done, say)}
    if done.fate is Fate.PROPOSED:
        texts |= {
            "branch": letters.branch_of(issue),
            "author": issue.author,
            "commit.txt": letters.commit_message(done.draft, issue, say),
            "title.txt": letters.pull_request_title(done.draft, issue, say),
            "body.md": letters.pull_request_text(done, issue, say),
            "labels": ",".join(letters.labels_of(done.draft, say)),
            "follow.txt": letters.follow_text(say),
            "busy.md": letters.busy_comment(say),
            "files": "".join(f"{path}\n" for path in done.files),
        }
    return texts


def _hand_over(out: Path | None, texts: Mapping[str, str]) -> None:
    if out is None:
        typer.echo(texts.get("comment.md", texts["outcome"]))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (out / name).write_text(text, "utf-8")


def _read_answers(file: Path, kind: Kind | None) -> dict[str, str]:
    """The answers in a JSON file: a mapping from the name of a question to what was typed."""
    try:
        if file.stat().st_size > _LARGEST:
            raise NoAnswersError(f"{file} is larger than answers can be.")
        answers = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise NoAnswersError(f"{file} cannot be read as JSON: {error}") from error
    if not isinstance(answers, dict) or not all(isinstance(answer, str) for answer in answers.values()):
        raise NoAnswersError(f"{file} must be a mapping from the name of a field to what was typed.")
    names = [question.name for question in asked_of(kind)]
    if unknown := [name for name in answers if name not in names]:
        raise NoAnswersError(f"{file}: nobody asks for '{unknown[0]}'. Choose from: {', '.join(names)}.")
    return answers
