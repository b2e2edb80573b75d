"""An issue that somebody made with a form: who wrote it, of what kind it is, and the answer to every question.

The forge writes the answers of a form one below the other, each under its label as a heading (``### Titel``). An answer
may hold such a line too; which of the two is the form's cannot be known, so nothing is guessed then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gemeengoed.expected import ExpectedError
from gemeengoed.i18n import Translate, message
from gemeengoed.intake.clean import clean
from gemeengoed.intake.read import Remark
from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.questions.asked import Question
from gemeengoed.questions.forms import WITH_FORM, asked_of

_HEADING: Final = re.compile(r"^### +(?P<label>[^\n]+)$", re.MULTILINE)
_LOGIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?")
_LARGEST: Final = 2_000_000
_LONGEST: Final = 70_000
"""The forge takes 65,536 characters."""


class NotAnIssueError(ExpectedError):
    """The file is not the event of an issue; the message says why."""


@dataclass(frozen=True)
class Issue:
    """What an event says of an issue. ``login`` and ``user`` are the forge's names for who wrote it."""

    number: int
    body: str
    login: str
    user: int
    labels: tuple[str, ...]

    @property
    def author(self) -> str:
        """Who the commit is by: the forge's own address for that person, which gives nobody's away."""
        return f"{self.login} <{self.user}+{self.login}@users.noreply.github.com>"


def read_event(file: Path) -> Issue:
    """The issue of an event (GitHub webhook ``issues``). Raises NotAnIssueError for anything else."""
    try:
        if file.stat().st_size > _LARGEST:
            raise NotAnIssueError(f"{file} is larger than the event of an issue can be.")
        event = json.loads(file.read_bytes())
        issue = event["issue"]
        user = issue["user"]
        labels = tuple(str(label["name"]) for label in issue.get("labels") or [])
        number, body = _number(issue["number"]), str(issue["body"] or "")
        found = Issue(number, body, str(user["login"]), _number(user["id"]), labels)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAnIssueError(f"{file} is not the event of an issue: {error}") from error
    if not _LOGIN.fullmatch(found.login):
        raise NotAnIssueError(f"{file} is not the event of an issue: its author has no name that the forge gives.")
    if "pull_request" in issue:
        raise NotAnIssueError(f"{file} is the event of a pull request, not of an issue.")
    return found


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**53:
        raise ValueError("a number is missing")
    return value


@dataclass(frozen=True)
class Form:
    """A form as it came back: of which kind (None to join), the answers, and what is wrong with the form itself."""

    kind: Kind | None
    answers: Mapping[str, str]
    troubles: tuple[Remark, ...] = ()


def label_of(kind: Kind | None, say: Translate) -> str:
    """The label of the forge for a kind."""
    return say("Join").lower() if kind is None else say(kind.label).lower()


def read_form(issue: Issue, say: Translate) -> Form | None:
    """The form that an issue was made with; None where it was made with none."""
    text = clean(issue.body[:_LONGEST])
    kinds = [*(KIND_BY_NAME[name] for name in WITH_FORM), None]
    by_label = [kind for kind in kinds if label_of(kind, say) in issue.labels]
    found = [_label(match) for match in _HEADING.finditer(text)]
    if len(by_label) == 1:
        return _form(by_label[0], text, say)
    matching = max(kinds, key=lambda kind: (len({*found} & {*_labels(kind, say)}), -len(_labels(kind, say))))
    is_form = len({*found} & {*_labels(matching, say)}) >= 4
    return _form(matching, text, say) if is_form else None


def _label(heading: re.Match[str]) -> str:
    """The words of a heading; one may close it with the same signs."""
    return heading["label"].rstrip(" #").strip()


def _labels(kind: Kind | None, say: Translate) -> dict[str, Question]:
    return {say(question.label): question for question in asked_of(kind)}


def _form(kind: Kind | None, text: str, say: Translate) -> Form:
    labels = _labels(kind, say)
    marks = [match for match in _HEADING.finditer(text) if _label(match) in labels]
    ends = [*(mark.start() for mark in marks), len(text)][1:]
    answers: dict[str, str] = {}
    troubles: list[Remark] = []
    for mark, end in zip(marks, ends, strict=True):
        question = labels[_label(mark)]
        if question.name in answers:
            what = message(
                "The line '### {label}' stands there twice. It is a heading of the form: take it out of your text, or "
                "write it in another way.",
                label=_label(mark),
            )
            troubles.append(Remark(question, what, is_asked=True))
        answers.setdefault(question.name, text[mark.end() : end].strip())
    return Form(kind, answers, tuple(dict.fromkeys(troubles)))
