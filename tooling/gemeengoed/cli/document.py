"""What ``gemeengoed intake --document`` does: a draft of a page, a list of what was lost, questions about people."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import typer

from gemeengoed.cli.terminal import complain
from gemeengoed.documents.convert import Converted, convert
from gemeengoed.documents.opening import DocumentError
from gemeengoed.documents.page import DocumentPage, page_of, personal_data, with_pictures, without
from gemeengoed.documents.page import Personal as Found
from gemeengoed.i18n import Translate, message
from gemeengoed.intake.contribute import Fate, contribute, write
from gemeengoed.intake.letters import MARK, comment
from gemeengoed.intake.place import NotPlacedError, place
from gemeengoed.kinds import Kind
from gemeengoed.model import Commons
from gemeengoed.questions.asked import BODY
from gemeengoed.questions.person import AGREEMENTS
from gemeengoed.slug import slug_of
from gemeengoed.visible import visible


class Personal(StrEnum):
    """What to do with what a document says about people."""

    KEEP = "keep"
    REMOVE = "remove"


def take_document(
    commons: Commons,
    kind: Kind,
    file: Path,
    answers: Mapping[str, str],
    personal: Personal | None,
    say: Translate,
    *,
    dry_run: bool,
) -> int:
    """Make a draft of a document; returns the exit code: 2 when it cannot be read or written.

    Without an answer about what it says of people, nothing is written and 1 is returned.
    """
    try:
        return _take(commons, kind, file, answers, personal, say, dry_run=dry_run)
    except (DocumentError, NotPlacedError) as error:
        complain(error.why.say(say))
        return 2


def _take(
    commons: Commons,
    kind: Kind,
    file: Path,
    answers: Mapping[str, str],
    personal: Personal | None,
    say: Translate,
    *,
    dry_run: bool,
) -> int:
    converted = convert(file)
    found = personal_data(converted.text)
    if found and personal is None:
        kept = _ask(found, say) if sys.stdin.isatty() else None
        if kept is None:
            _tell_of_people(found, say)
            return 1
        found = tuple(one for one in found if one not in kept)
    elif personal is Personal.KEEP:
        found = ()
    converted = replace(converted, text=without(converted.text, found, say("[left out]")))
    if AGREEMENTS.name in answers:
        return _contribute(commons, kind, converted, answers, say, dry_run=dry_run)
    page = page_of(commons, kind, converted, answers, file.stem, say)
    if not dry_run:
        place(commons.root, page.files)
    _tell(converted, page, say)
    return 0


def _contribute(
    commons: Commons, kind: Kind, converted: Converted, answers: Mapping[str, str], say: Translate, *, dry_run: bool
) -> int:
    """A page that is complete, on the name of who shares the document, since its answers came along."""
    told = {"title": converted.title} | dict(answers)
    text, pictures = with_pictures(commons, kind, converted, slug_of(told["title"]) or "document")
    done = contribute(commons, kind, {**told, BODY.name: text}, beside=pictures)
    if done.fate is Fate.PROPOSED and not dry_run:
        write(commons, done)
    typer.echo(comment(done, say).replace(f"{MARK}\n\n", ""))
    for lost in converted.lost:
        complain(f"- {lost.say(say)}")
    return 0 if done.fate is Fate.PROPOSED else 1


def _ask(found: tuple[Found, ...], say: Translate) -> set[Found]:
    """Those that may stay, by somebody who can answer."""
    kept = set()
    for one in found:
        question = message(
            "Here stands {what}: {found}. May everybody read it?", what=one.what.say(say), found=one.text
        )
        if typer.confirm(visible(question.say(say)), default=False, err=True):
            kept.add(one)
    return kept


def _tell_of_people(found: tuple[Found, ...], say: Translate) -> None:
    complain(say("The document says something about people, so nothing was written yet:"))
    for one in found:
        complain(f"  {one.what.say(say)}: {one.text}")
    complain(say("Leave it out with --personal remove, or keep it with --personal keep if they agreed."))


def _tell(converted: Converted, page: DocumentPage, say: Translate) -> None:
    for path in page.files:
        typer.echo(path)
    for lost in converted.lost:
        complain(f"- {lost.say(say)}")
    for name in converted.without_alt:
        without_alt = message("Say for who cannot see it what the picture '{name}' shows.", name=name)
        complain(f"- {without_alt.say(say)}")
    for remark in page.remarks:
        complain(f"- {say(remark.question.label)}: {remark.what.say(say)}")
    if page.to_complete:
        missing = message(
            "Still to be completed: {fields}. It is a draft until then.", fields=", ".join(page.to_complete)
        )
        complain(f"- {missing.say(say)}")
