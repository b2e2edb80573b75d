"""The monthly message to who keeps pages up to date: what is due, and what to do about it. Markdown for a forge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gemeengoed.i18n import Translate, message
from gemeengoed.kinds.common import Audience
from gemeengoed.model import Commons
from gemeengoed.report.quoted import code, quoted
from gemeengoed.rules.due import Overdue
from gemeengoed.rules.stewards import Due, due_by_steward


def due_letters(commons: Commons, say: Translate) -> dict[str, tuple[str, str]]:
    """The title and text for every steward who has something due, by a name that can be that of a folder.

    Somebody whom no register knows has none: those pages are for the editors. A title stays the same from month to
    month, so that a message that is still open is brought up to date.
    """
    known = {*commons.contributors, *commons.organisations}
    due = due_by_steward(commons.items.values(), known, commons.today)
    letters = ((_title(commons, steward, say), _text(what, say)) for steward, what in due.items())
    return {f"{number:03}": letter for number, letter in enumerate(letters, 1)}


def _title(commons: Commons, steward: str, say: Translate) -> str:
    party = commons.contributors.get(steward) or commons.organisations.get(steward)
    name = party.name if party and party.name else steward
    return message("Pages to look at: {name}", name=name or say("the editors")).say(say)


def _text(due: Due, say: Translate) -> str:
    intro = say("These pages were to be looked at again. Choose one; a quarter of an hour is often enough.")
    how = say(
        "Read the page, put right what changed, and set a new day in 'review_by' (or 'next_evaluation'). Does nobody "
        "need the page any more? Set 'status' to archived."
    )
    parts = [intro, *_listed(say("Pages to read again"), due.reviews, say)]
    parts += [*_listed(say("Initiatives to evaluate"), due.evaluations, say), how]
    return "\n\n".join(parts) + "\n"


def _listed(heading: str, overdue: Iterable[Overdue], say: Translate) -> Iterator[str]:
    entries = [f"- [ ] {_entry(one, say)}" for one in overdue]
    if entries:
        yield f"### {heading}"
        yield "\n".join(entries[:100])


def _entry(one: Overdue, say: Translate) -> str:
    since = quoted(message("since {day}", day=one.since).say(say))
    if one.item.fields.audience is Audience.MEMBERS:
        return f"{code(one.item.path)}, {since}"
    return f"{code(one.item.title)} ({code(one.item.path)}), {since}"
