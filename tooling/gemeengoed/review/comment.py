"""The comment on a pull request: what will be published, what must be put right, what is like it, and thanks.

Markdown for a forge. Every word that comes from the review is quoted, since a stranger may have written all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from gemeengoed.edition import Fate
from gemeengoed.i18n import Message, Translate, message
from gemeengoed.report.quoted import code, quoted
from gemeengoed.review.form import Page, Problem, Review

MARK: Final = "<!-- gemeengoed-review -->"
"""Stands in the comment that is kept up to date, so that it is found again."""

LONGEST: Final = 60_000
"""Characters; the forge takes 65,536."""

_SHOWN: Final = 40
_STATES: Final = {
    "added": Message("new"),
    "changed": Message("changed"),
    "removed": Message("taken away"),
}


def comment(review: Review, run: str, say: Translate) -> str:
    """The comment of a review. ``run`` is the address of the run that checked, where the preview is."""
    errors = sum(problem.severity == "error" for problem in review.problems)
    parts = [MARK, _thanks(errors, say), *_published(review, say)]
    if not errors and review.pages:
        preview = message("See how it will look: open {link}, and download 'site' there.", link=f"<{run}>")
        parts.append(preview.say(say))
    parts += [*_problems(review, say), *_similar(review, say)]
    if errors:
        parts.append(_how(say))
    return _cut(parts, say)


def refused(why: Message, run: str, say: Translate) -> str:
    """The comment when a review cannot be used."""
    sorry = say("Thank you for your contribution! The report of the checks could not be used.")
    where = message("See the run itself: {link}", link=f"<{run}>").say(say)
    return "\n\n".join([MARK, f"{sorry} {quoted(why.say(say))}", where]) + "\n"


def _thanks(errors: int, say: Translate) -> str:
    if not errors:
        return say(
            "Thank you for your contribution! Everything that a program can check is right. An editor reads it now."
        )
    if errors == 1:
        return say("Thank you for your contribution! It is nearly there: one thing keeps it from being published.")
    return message(
        "Thank you for your contribution! It is nearly there: {count} things keep it from being published.",
        count=errors,
    ).say(say)


def _published(review: Review, say: Translate) -> Iterator[str]:
    if not review.pages:
        return
    heading = say("What will be published")
    yield f"### {heading}"
    entries = [_page(page, say) for page in review.pages[:_SHOWN]]
    yield _list(entries, review.pages_in_all - len(entries))


def _page(page: Page, say: Translate) -> str:
    name = f"{code(page.title)} ({code(page.path)})" if page.title else code(page.path)
    state = _STATES[page.state].say(say)
    if page.state == "removed" or page.fate in ("published", "register", "media", "other"):
        return f"{name}: {state}"
    if page.fate == "rejected":
        not_yet = say("not yet, see below")
        return f"{name}: {state}, {not_yet}"
    return f"{name}: {state}, {say(Fate(page.fate).label).lower()}"  # type: ignore[call-arg]


def _problems(review: Review, say: Translate) -> Iterator[str]:
    """What must be put right, and apart from it what may: a red word for each would look as if all were as bad."""
    shown = sorted(review.problems[:_SHOWN], key=lambda problem: problem.path)
    parts = (
        (say("What must still be put right"), [problem for problem in shown if problem.severity == "error"]),
        (say("What could be better, but keeps nothing back"), [one for one in shown if one.severity != "error"]),
    )
    for heading, problems in parts:
        if problems:
            yield f"### {heading}"
        for path, group in groupby(problems, key=lambda problem: problem.path):
            yield f"{code(path)}\n\n" + "\n".join(f"- {_problem(problem, say)}" for problem in group)
    if (left := max(review.problems_in_all, len(review.problems)) - len(shown)) > 0:
        yield message("{count} more stand with the changed files.", count=left).say(say)


def _problem(problem: Problem, say: Translate) -> str:
    where = message("Line {line}", line=problem.line).say(say)
    advice = f" {quoted(problem.advice)}" if problem.advice else ""
    return f"**{where}**: {quoted(problem.message)}{advice}"


def _similar(review: Review, say: Translate) -> Iterator[str]:
    if review.similar:
        heading = say("Is it the same as one of these?")
        yield f"### {heading}"
        entries = [f"{code(one.path)}: {code(one.title)} ({code(one.other)})" for one in review.similar[:_SHOWN]]
        yield _list(entries, len(review.similar) - len(entries))


def _how(say: Translate) -> str:
    return say(
        "How: open the tab with the changed files, choose 'Edit file' behind the three dots of a file, put the lines "
        "right that are named here, and save. Then everything is checked again by itself, and this message changes "
        "along. Is something not clear? Ask it here, somebody will help you."
    )


def _list(entries: Iterable[str], left: int) -> str:
    more = [f"… (+{left})"] if left > 0 else []
    return "\n".join(f"- {entry}" for entry in [*entries, *more])


def _cut(parts: list[str], say: Translate) -> str:
    """The parts as long as they fit."""
    text = ""
    for part in parts:
        if len(text) + len(part) > LONGEST:
            text += say("The rest does not fit here; the run has all of it.") + "\n"
            break
        text += f"{part}\n\n"
    return text.rstrip() + "\n"
