"""The page of a gathering: when and where first, its series, and what each sort of gathering has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gemeengoed.i18n import Message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.gathering import AgendaPoint, Gathering, GatheringType
from gemeengoed.model import Item
from gemeengoed.rules.gatherings import last_day
from gemeengoed.rules.series import number_of
from gemeengoed.stage.addresses import relative
from gemeengoed.stage.calendar.decisions import anchor, decisions_name
from gemeengoed.stage.calendar.feeds import gathering_address
from gemeengoed.stage.calendar.shown import Entry, entry, note, series, when
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.site import Link, Site
from gemeengoed.stage.values import Shown

ABOUT: Final = {
    GatheringType.LEARNING_DAY: Message("Colleagues share what they know and what they went through."),
    GatheringType.CHALLENGE: Message("People of several organisations work on one challenge, and take it home."),
    GatheringType.VISIT: Message("The group goes to see an example where it happens."),
    GatheringType.INTERVISION: Message("One colleague brings in a case, the others help to think."),
    GatheringType.NEIGHBOURHOOD_TALK: Message("To get to know each other. Nothing has to be decided."),
}
"""What one comes together for, in a sentence, where the name alone does not say it."""


@dataclass(frozen=True)
class Member:
    """A gathering of a series."""

    number: int
    entry: Entry
    is_this: bool


@dataclass(frozen=True)
class Decided:
    """A decision on the page of its gathering, with the anchor that others link to."""

    text: str
    about: Shown
    anchor: str


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """Everything that the templates of a gathering ask for."""
    fields, link = item.fields, site.addresses.relative(here)
    assert isinstance(fields, Gathering)
    file = gathering_address(site, item) if item.status is Status.PUBLISHED else ""
    following = site.edition.items.get(fields.next or "")
    return {
        "when": when(site.words, fields),
        "note": note(site, item),
        "is_over": last_day(item) < site.commons.today,
        "format": site.words.say(fields.format.label) if fields.format else "",
        "sign_up": fields.sign_up or "",
        "file": relative(here, file) if file else "",
        "series": series(site.words, fields),
        "others": [*_members(site, item, link)],
        "about_type": site.words.message(ABOUT[fields.type]) if fields.type in ABOUT else "",
        "agenda": _points(site, fields.agenda, link),
        "next_topics": _points(site, fields.next_topics, link),
        "decisions": [*_decisions(site, fields, link)],
        "all_decisions": _all_decisions(site, item, fields, link),
        "people": sum(attendance.count or 0 for attendance in fields.attended_by),
        "next": Shown(site.title(following), link(following.ref)) if following else Shown(),
        "next_when": when(site.words, following.fields)
        if following and isinstance(following.fields, Gathering)
        else "",
    }


def _members(site: Site, item: Item, link: Link) -> Iterator[Member]:
    in_series = isinstance(item.fields, Gathering) and item.fields.series
    for other in site.programme.series.get(item.ref, ()) if in_series else ():
        if isinstance(other.fields, Gathering):
            yield Member(number_of(other.fields), entry(site, other, link), other.ref == item.ref)


def _points(site: Site, points: Iterable[AgendaPoint], link: Link) -> list[tuple[str, Shown]]:
    """Topic and subject of each point; one that names only an item outside this edition is left out."""
    found = [
        (point.topic or "", site.reference(point.about, Ref("item"), link) if point.about else Shown())
        for point in points
    ]
    return [(topic, about) for topic, about in found if topic or about]


def _decisions(site: Site, fields: Gathering, link: Link) -> Iterator[Decided]:
    for number, decision in enumerate(fields.decisions, start=1):
        about = site.reference(decision.about, Ref("item"), link) if decision.about else Shown()
        yield Decided(decision.text or "", about, anchor(number))


def _all_decisions(site: Site, item: Item, fields: Gathering, link: Link) -> str:
    """The page with the decisions of the network, where it has one."""
    if not fields.decisions or item.status is not Status.PUBLISHED:
        return ""
    return link(decisions_name(fields.network)) if fields.network and fields.network in site.edition.items else ""


PART = Part(
    values,
    shows=(
        "start", "end", "place", "format", "series", "cancelled", "agenda", "next_topics", "decisions", "attended_by",
        "teams", "case", "visits", "next",
    ),
    leads=True,
)  # fmt: skip
