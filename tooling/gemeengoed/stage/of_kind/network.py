"""The page of a network: what it is part of and what it holds, who does what, when, and what its members made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.initiative import Phase
from gemeengoed.kinds.network import Network
from gemeengoed.model import Item
from gemeengoed.rules import answers
from gemeengoed.rules.gatherings import programme
from gemeengoed.rules.initiatives import board
from gemeengoed.rules.networks import is_now, is_over, nested_in, networks_of, wholes
from gemeengoed.stage.addresses import CONNECTIONS
from gemeengoed.stage.calendar.shown import Entry, entry
from gemeengoed.stage.feeds import follow
from gemeengoed.stage.initiatives import Carried, carried
from gemeengoed.stage.networks import NESTED, SHOWN, belonging, has_listing
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.of_kind.roles import four_roles
from gemeengoed.stage.of_kind.timeline import Moment
from gemeengoed.stage.questions import Asked, asked
from gemeengoed.stage.site import Card, Site

BY_HAND = frozenset({"question", "gathering", "initiative"})
"""The kinds that the page shows in an order of their own."""

MOST_NAMED = 100
"""A region with more municipalities than these says how many: who reads that it is all of Flanders needs no list."""

MANY_KINDS, A_ROW = 8, 2
"""From so many kinds on there is room for one row of each, where a list of its own has all."""

LINKING = 9
"""How many pages are shown that name the network without belonging to it."""


@dataclass(frozen=True)
class Meetings:
    """The first gatherings that are past or to come, how many there are, and where all gatherings are."""

    rows: list[Entry]
    count: int
    all: str


@dataclass(frozen=True)
class Shelf:
    """What a network has of one kind: the newest, how many there are, and where they all are."""

    kind: Kind
    cards: list[Card]
    count: int
    all: str


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """Everything that the template shows of a network besides its text."""
    fields, today = item.fields, site.commons.today
    assert isinstance(fields, Network)
    found = belonging(site, item.ref)
    gathering, initiative = KIND_BY_NAME["gathering"], KIND_BY_NAME["initiative"]
    gatherings, initiatives = found.get(gathering, ()), found.get(initiative, ())
    questions = found.get(KIND_BY_NAME["question"], ())
    meetings = programme(gatherings, today)
    past, to_come = meetings.been, meetings.to_come
    referring = site.index.backlinks.get(item.ref, ())
    links, nested = [other for other in referring if _only_links(other, item)], nested_in(item.ref, referring)
    return {
        "wholes": site.cards(wholes(item, site.edition.items), here),
        "nested": [_nested(site, other, here) for other in nested[:NESTED]],
        "nested_count": len(nested),
        "all_nested": site.addresses.relative(here)(f"{item.ref}/networks") if len(nested) > NESTED else "",
        "is_over": is_over(fields, today),
        "picture": _picture(site, item, here),
        "roles": four_roles(site, fields.roles, here),
        "cycles": _cycles(site, fields, here),
        "members": site.values(here).field(fields, "members").many,
        "inside": site.values(here).field(fields, "internal_to"),
        "regions": [
            (region, len(names), names if len(names) <= MOST_NAMED else ())
            for region in fields.regions
            if (names := site.municipalities.get(region))
        ],
        "jumps": [(kind, len(items)) for kind, items in found.items() if kind.name != "answer"],
        "to_come": Meetings(
            _meetings(site, to_come, here), len(to_come), _all(site, item, gathering, gatherings, here)
        ),
        "past": Meetings(_meetings(site, past, here), len(past), _all(site, item, gathering, gatherings, here)),
        "questions": _questions(site, questions, here),
        "all_questions": site.addresses.relative(here)(f"{item.ref}/questions") if questions else "",
        "question_count": len(questions),
        "phases": _phases(site, initiatives, here),
        "initiatives": _shelf(site, item, initiative, initiatives, here),
        "shelves": [
            _shelf(site, item, kind, items, here, SHOWN if len(found) < MANY_KINDS else A_ROW)
            for kind, items in found.items()
            if kind.name not in BY_HAND and not (kind.name == "answer" and _all_shown(items, questions))
        ],
        "others": site.cards(links[:LINKING], here),
        "more_others": max(len(links) - LINKING, 0),
        "follow": follow(site, item.ref, here),
    }


def _picture(site: Site, item: Item, here: str) -> str:
    """Where one walks from the network to its people and skills; only a published network has that page."""
    published = item.status is Status.PUBLISHED
    return site.addresses.relative(here)(f"{CONNECTIONS}/{item.slug}") if published else ""


def _all_shown(answers: Sequence[Item], questions: Sequence[Item]) -> bool:
    """Whether every answer stands on the page of one of the questions."""
    shown = {question.ref for question in questions}
    return all(isinstance(answer.fields, Answer) and answer.fields.question in shown for answer in answers)


def _only_links(other: Item, item: Item) -> bool:
    """Whether a page names the network without belonging to it or being nested in it."""
    return item.ref not in networks_of(other) and getattr(other.fields, "part_of", None) != item.ref


def _shelf(site: Site, network: Item, kind: Kind, items: Sequence[Item], here: str, most: int = SHOWN) -> Shelf:
    shown = items[:most] if has_listing(kind, items) else items
    return Shelf(kind, site.cards(shown, here), len(items), _all(site, network, kind, items, here))


def _all(site: Site, network: Item, kind: Kind, items: Sequence[Item], here: str) -> str:
    """Where all the items of a kind are, when the page does not show them all."""
    return site.addresses.relative(here)(f"{network.ref}/{kind.folder}") if has_listing(kind, items) else ""


def _meetings(site: Site, gatherings: Sequence[Item], here: str) -> list[Entry]:
    return [entry(site, item, site.addresses.relative(here)) for item in gatherings[:SHOWN]]


def _nested(site: Site, item: Item, here: str) -> tuple[Card, str, str]:
    """A nested network, when it worked, and the organisation whose people it is for."""
    fields = item.fields
    assert isinstance(fields, Network)
    inside = site.name_of("organisation", fields.internal_to) if fields.internal_to else ""
    card = site.card(item, site.addresses.relative(here))
    return card, site.words.period(fields.period) if fields.period else "", inside


def _cycles(site: Site, fields: Network, here: str) -> list[Moment]:
    cycles = sorted((cycle for cycle in fields.cycles if cycle.period), key=lambda cycle: cycle.period or 0)
    shown = site.values(here)
    return [
        Moment(
            site.words.period(cycle.period),
            cycle.title or "",
            shown.field(cycle, "theme"),
            is_now(cycle.period, site.commons.today),
        )
        for cycle in cycles
        if cycle.period
    ]


def _questions(site: Site, questions: Sequence[Item], here: str) -> list[Asked]:
    """The first questions of the board: those that wait, then those answered."""
    ordered = [item for found in answers.board(questions).values() for item in found]
    return [asked(site, item, here) for item in ordered[:SHOWN]]


def _phases(site: Site, initiatives: Sequence[Item], here: str) -> list[tuple[Phase | None, list[Carried]]]:
    """The first initiatives of the board, by phase."""
    ordered = [(phase, item) for phase, found in board(initiatives, site.commons.today).items() for item in found]
    groups = groupby(ordered[:SHOWN], key=lambda one: one[0])
    return [(phase, [carried(site, item, here) for _, item in some]) for phase, some in groups]


PART = Part(
    values,
    shows=("part_of", "roles", "cycles", "members", "internal_to"),
    lists_referring=True,
    leads=True,
)
