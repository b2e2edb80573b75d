"""What a program cannot derive, in words: the people whose addresses must be added by hand."""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.i18n import Translate, message
from gemeengoed.rules.membership import AccessList


def heading(access: AccessList, say: Translate) -> str:
    """The first line of every form: of which day the list is."""
    return message("Who has access on {day}, by gemeengoed access.", day=access.on.isoformat()).say(say)


def by_hand(access: AccessList, say: Translate) -> Iterator[str]:
    """A line for each who has access as a person, and not by a mail domain."""
    for organisation, activity in access.participants:
        what = message(
            "Participants of {activity} from {organisation}", activity=activity or "?", organisation=organisation
        )
        yield what.say(say)
    for group in access.groups:
        for name in group.people:
            yield message("{name}, a member of {network} in person", name=name, network=group.network).say(say)
