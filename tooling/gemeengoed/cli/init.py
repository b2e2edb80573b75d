"""``gemeengoed init``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from gemeengoed.cli.options import Lang, language_of_system
from gemeengoed.cli.terminal import complain
from gemeengoed.expected import ExpectedError
from gemeengoed.forge import Maker
from gemeengoed.i18n import COMPLETE, Translate, message, spoken, translator
from gemeengoed.intake.issue_forms import FORMS, issue_forms
from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.kinds.common import Language
from gemeengoed.load import clock, load
from gemeengoed.review.owners import CODEOWNERS, code_owners, read_reviewers
from gemeengoed.settings import LicenceSettings, read_settings
from gemeengoed.start import CannotStartError, Wishes, require_empty, with_needed, write_commons, write_demonstration
from gemeengoed.start.demonstration import TODAY

LICENCES = LicenceSettings().allowed
_WITH_FORMS = (Maker.GITHUB, Maker.FORGEJO)
MAX_NAME = 100


class CannotInitError(ExpectedError):
    """A commons cannot be begun; the message says why."""


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    demo: Annotated[
        bool, typer.Option("--demo", help="A demonstration: made-up people and places, two years of work.")
    ] = False,
    name: Annotated[str | None, typer.Option("--name", help="What the commons is called.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="The language of the commons: nl or en.")] = None,
    also: Annotated[str, typer.Option("--also", help="Further languages of the site, with commas: en, nl, fr.")] = "",
    licence: Annotated[str | None, typer.Option("--licence", help=f"One of: {', '.join(LICENCES)}.")] = None,
    forge: Annotated[
        str | None, typer.Option("--forge", metavar="URL", help="Where the repository will be on the web, if anywhere.")
    ] = None,
    kinds: Annotated[
        str | None, typer.Option("--kinds", help=f"Which kinds, with commas; all: {','.join(KIND_BY_NAME)}.")
    ] = None,
    package: Annotated[
        str, typer.Option("--package", help="What pip installs: a name, a wheel, or a folder with the program.")
    ] = "gemeengoed",
    lang: Lang = None,
) -> None:
    """Begin a commons in a new folder. What no option says is asked. Nothing that is there is ever touched."""
    say = translator(lang or language_of_system() or Language.NL)
    try:
        require_empty(folder)
        if demo:
            write_demonstration(folder)
            _tell_of_demonstration(folder, say)
            return
        language = _one_of(_asked(say("Which language, nl or en?"), language, "nl"), COMPLETE, say)
        wishes = Wishes(
            name=_line(_asked(say("What is the commons called?"), name, folder.resolve().name), say),
            language=language,
            licence=_one_of(_asked(say("Under which licence?"), licence, LICENCES[0]), LICENCES, say),
            forge=_address(_asked(say("Where will the repository be on the web? (may be empty)"), forge, ""), say),
            kinds=_kinds(_asked(say("Which kinds, with commas? (all: empty)"), kinds, ""), say),
            package=_package(package),
            today=clock(),
            also=tuple(_one_of(other, spoken(), say) for other in _words(also) if other != language),
        )
        is_committed = write_commons(folder, wishes, _made_of_it if wishes.maker in _WITH_FORMS else None)
    except CannotStartError as error:
        raise CannotInitError(error.why.say(say)) from error
    typer.echo(message("Written: {folder}. Begin there with: make site", folder=folder).say(say))
    if not is_committed:
        complain(say("git could not make the first commit. Tell git who you are, or install it, and commit yourself."))


def _made_of_it(root: Path) -> dict[str, str]:
    """The forms of the forge, and who looks at what, made of the commons as it stands."""
    commons = load(root, read_settings(root))
    forms = {f"{FORMS}/{name}": text for name, text in issue_forms(commons).items()}
    return {**forms, CODEOWNERS: code_owners(commons, read_reviewers(commons))}


def _tell_of_demonstration(folder: Path, say: Translate) -> None:
    written = message(
        "Written: {folder}. It is right on {day}; build it as of that day with: "
        "SOURCE_DATE_EPOCH={epoch} gemeengoed build --root {folder}",
        folder=folder,
        day=TODAY,
        epoch=int(datetime.combine(TODAY, time(12), UTC).timestamp()),
    )
    typer.echo(written.say(say))


def _asked(question: str, given: str | None, default: str) -> str:
    """What the option says, else what the person at the terminal answers, else the default."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return default
    answer: Any = typer.prompt(question, default=default, show_default=bool(default))
    return str(answer)


def _one_of(value: str, known: tuple[str, ...], say: Translate) -> str:
    if value not in known:
        said = message("'{value}' is not one of: {known}.", value=value, known=", ".join(known))
        raise CannotInitError(said.say(say))
    return value


def _line(value: str, say: Translate) -> str:
    name = " ".join(value.encode("utf-8", "ignore").decode().split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise CannotInitError(message("A name has 1 to {limit} characters.", limit=MAX_NAME).say(say))
    return name


def _address(value: str, say: Translate) -> str:
    parts = urlsplit(value.strip())
    if value.strip() and (parts.scheme not in ("https", "http") or not parts.netloc or any(map(str.isspace, value))):
        said = message("'{value}' is no web address; write it from https:// on, or leave it empty.", value=value)
        raise CannotInitError(said.say(say))
    return value.strip().rstrip("/")


def _words(value: str) -> list[str]:
    """What stands between commas."""
    return list(dict.fromkeys(word.strip() for word in value.split(",") if word.strip()))


def _kinds(value: str, say: Translate) -> tuple[Kind, ...]:
    chosen = tuple(KIND_BY_NAME[_one_of(name, tuple(KIND_BY_NAME), say)] for name in _words(value))
    return with_needed(chosen or tuple(KIND_BY_NAME.values()))


def _package(value: str) -> str:
    """A file or folder by its whole path, since pip will run in another folder."""
    path = Path(value)
    return str(path.resolve()) if path.exists() and ("/" in value or path.suffix == ".whl") else value
