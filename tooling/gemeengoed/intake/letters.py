"""What is said about a contribution: to who wrote it, to the editors, and in the history. Markdown for a forge.

Titles and labels come from fixed lists; words of the contributor stand in the texts only as quotations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from gemeengoed.i18n import Translate, message
from gemeengoed.intake.contribute import Contribution, Fate
from gemeengoed.intake.draft import Draft
from gemeengoed.intake.issue import Issue, label_of
from gemeengoed.intake.read import Remark
from gemeengoed.model import Item
from gemeengoed.problems import Problem, Severity
from gemeengoed.questions.person import REMARK
from gemeengoed.report.quoted import block, code, quoted

MARK: Final = "<!-- gemeengoed-intake -->"
"""Stands in the comment that is kept up to date, so that it is found again."""

_MOST: Final = 30
_LONGEST: Final = 2_000


def branch_of(issue: Issue) -> str:
    """The branch of an issue: always the same one."""
    return f"bijdrage/{issue.number}"


def pull_request_title(draft: Draft, issue: Issue, say: Translate) -> str:
    """The title of the pull request."""
    if draft.kind is None:
        return message("New contributor, from issue {number}", number=issue.number).say(say)
    return message("New: {kind}, from issue {number}", kind=say(draft.kind.label), number=issue.number).say(say)


def commit_message(draft: Draft, issue: Issue, say: Translate) -> str:
    """The message of the commit: names the file, whose name holds nothing but letters, digits and hyphens."""
    if draft.kind is None:
        subject = say("Add a contributor")
    else:
        subject = message("Add {kind} '{slug}'", kind=say(draft.kind.label).lower(), slug=draft.slug).say(say)
    origin = message("From issue #{number}.", number=issue.number).say(say)
    return f"{subject}\n\n{origin}\n"


def labels_of(draft: Draft, say: Translate) -> tuple[str, ...]:
    """The labels of the pull request, out of a fixed list."""
    return say("contribution"), label_of(draft.kind, say)


def pull_request_text(contribution: Contribution, issue: Issue, say: Translate) -> str:
    """What the pull request says: to who wrote it, and to who looks at it."""
    draft = contribution.draft
    parts = [
        message("Closes #{number}.", number=issue.number).say(say),
        say("Thank you! This is what the page will be made of. An editor looks at it before it is published."),
        *_adds(draft, say),
        *_listed(say("To look at"), [*_remarks(draft.left, say), *_problems(contribution.trial.problems, say)]),
        *_alike(draft, say),
        *_note(draft, say),
        say(
            "You may still change your answers in the issue; this proposal then changes along, until an editor works "
            "on it."
        ),
    ]
    return "\n\n".join(parts) + "\n"


def comment(contribution: Contribution, say: Translate) -> str:
    """The one comment on the issue, kept up to date."""
    return "\n\n".join([MARK, *_SAID[contribution.fate](contribution, contribution.draft, say)]) + "\n"


def follow_text(say: Translate) -> str:
    """What stands before the address of the pull request in the comment."""
    return say("Follow it here:")


def busy_comment(say: Translate) -> str:
    """The comment after a change to an issue whose proposal an editor works on already."""
    what = say(
        "An editor works on your contribution already, so the change to your answers was not taken along by itself. "
        "Say here in a few words what changed, then it will be."
    )
    return f"{MARK}\n\n{what}\n"


def trouble_comment(troubles: Iterable[Remark], say: Translate) -> str:
    """The comment on an issue whose form cannot be told from the answers."""
    intro = say("Thank you for sharing this! We cannot read your form yet. Nothing is lost: your text stays here.")
    return "\n\n".join([MARK, intro, *_listed("", _remarks(troubles, say)), _how(say)]) + "\n"


def _asked(contribution: Contribution, draft: Draft, say: Translate) -> Iterator[str]:
    yield say("Thank you for sharing this! Before we can make a page of it, we need a little more from you.")
    yield from _listed("", [*_remarks(draft.asked, say), *_problems(contribution.trial.errors, say)])
    rest = [problem for problem in contribution.trial.problems if problem.severity is not Severity.ERROR]
    yield from _listed(say("Not needed, but good to look at"), [*_remarks(draft.left, say), *_problems(rest, say)])
    yield _how(say)


def _how(say: Translate) -> str:
    return say(
        "How: choose 'Edit' behind the three dots of your message above, put it right there, and save. Then everything "
        "is looked at again by itself. Is it not clear? Ask it here, somebody will help you."
    )


def _proposed(contribution: Contribution, draft: Draft, say: Translate) -> Iterator[str]:
    yield say("Thank you for sharing this! Your contribution is ready, and an editor will look at it.")
    yield from _adds(draft, say)
    yield from _listed(
        say("Not needed, but good to look at"),
        [*_remarks(draft.left, say), *_problems(contribution.trial.problems, say)],
    )
    yield from _alike(draft, say)


def _alike(draft: Draft, say: Translate) -> Iterator[str]:
    heading = say("Is it the same as one of these?")
    yield from _listed(heading, [_page(item) for item in draft.similar])


def _double(contribution: Contribution, draft: Draft, say: Translate) -> Iterator[str]:
    yield say("Thank you for sharing this! It is here already, so we did not add it a second time.")
    if draft.double_of is not None:
        yield message("It stands on {page}.", page=_page(draft.double_of)).say(say)
    elif draft.waits_on:
        yield message("It waits for an editor already: {branch}.", branch=code(draft.waits_on)).say(say)
    yield say("Is something different about yours? Say here what, and an editor will help you.")


_SAID: Final = {Fate.ASKED: _asked, Fate.PROPOSED: _proposed, Fate.DOUBLE: _double}


def _page(item: Item) -> str:
    return f"{code(item.title)} ({code(item.path)})"


def _adds(draft: Draft, say: Translate) -> Iterator[str]:
    added = [f"{code(draft.title)} ({say(draft.kind.label)}, {code(path)})" for path in draft.files if draft.kind]
    if draft.person is not None and draft.person.entry is not None:
        name = str(draft.person.entry["name"])
        added.append(message("{name} as a new contributor", name=code(name)).say(say))
    elif draft.person is not None:
        added.append(message("credited to {who}", who=code(draft.person.credited)).say(say))
    yield from _listed("", added)


def _note(draft: Draft, say: Translate) -> Iterator[str]:
    if draft.note:
        yield f"**{say(REMARK.label)}**"
        yield block(draft.note, _LONGEST)


def _remarks(remarks: Iterable[Remark], say: Translate) -> list[str]:
    return [_remark(remark, say) for remark in remarks]


def _remark(remark: Remark, say: Translate) -> str:
    said = f"**{quoted(say(remark.question.label))}**: {quoted(remark.what.say(say))}"
    if remark.typed and len(remark.typed) > 60:
        indented = block(remark.typed, _LONGEST).replace("\n", "\n  ")
        return f"{said}\n\n  {indented}"
    return said


def _problems(problems: Iterable[Problem], say: Translate) -> list[str]:
    return [_problem(problem, say) for problem in problems]


def _problem(problem: Problem, say: Translate) -> str:
    advice = f" {quoted(problem.advice.say(say))}" if problem.advice else ""
    return f"**{say(problem.severity.label)}**: {quoted(problem.message.say(say))}{advice}"


def _listed(heading: str, entries: list[str]) -> Iterator[str]:
    if not entries:
        return
    if heading:
        yield f"**{heading}**"
    shown = entries[:_MOST]
    if len(entries) > _MOST:
        shown.append(message_of_rest(len(entries) - _MOST))
    yield "\n".join(f"- {entry}" for entry in shown)


def message_of_rest(count: int) -> str:
    """How many entries of a list are not shown."""
    return f"… (+{count})"
