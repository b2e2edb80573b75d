"""Giving and receiving, counted per organisation: to see who could be asked to share, not to keep a score.

Rules. Given: a page that it is an author of or credited for (1 per page), an answer, an experience, a review of a page
of others, a gathering that it hosts. Received: a practice, tip or method of others that it used, a question of its own
that was answered, a gathering of others that it attended. What a contributor gives counts for each organisation that
the contributor works for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.experience import Experience
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.kinds.registers import Contributor
from gemeengoed.model import Item


@dataclass(frozen=True)
class Balance:
    """What one organisation gave and received, by sort."""

    given: Mapping[str, int]
    received: Mapping[str, int]


def balances(items: Iterable[Item], contributors: Mapping[str, Contributor]) -> dict[str, Balance]:
    """The balance of every organisation that gave or received something, in order of identifier."""
    given: dict[str, Counter[str]] = {}
    received: dict[str, Counter[str]] = {}
    for item in items:
        for sort, party in sorted(set(_given(item))):
            for organisation in _organisations(party, contributors):
                given.setdefault(organisation, Counter())[sort] += 1
        for sort, party in sorted(set(_received(item))):
            for organisation in _organisations(party, contributors):
                received.setdefault(organisation, Counter())[sort] += 1
    names = sorted({*given, *received})
    return {name: Balance(dict(given.get(name, {})), dict(received.get(name, {}))) for name in names}


def _organisations(party: str, contributors: Mapping[str, Contributor]) -> tuple[str, ...]:
    return contributors[party].organisations if party in contributors else (party,)


def _given(item: Item) -> Iterator[tuple[str, str]]:
    fields = item.fields
    credited = {party for parties in fields.credits.values() for party in parties}
    match fields:
        case Answer(by=by):
            yield from (("answer", party) for party in (by, *credited) if party)
        case Experience(organisation=organisation):
            yield from (("experience", party) for party in (organisation,) if party)
        case Gathering(hosts=hosts):
            yield from (("hosting", party) for party in hosts)
        case _:
            yield from (("page", party) for party in {*fields.authors, *credited})
    yield from (("review", review.by) for review in fields.reviews if review.by and review.by not in fields.authors)


def _received(item: Item) -> Iterator[tuple[str, str]]:
    match item.fields:
        case Experience(organisation=organisation) if organisation:
            yield "used", organisation
        case Question(asked_by=asked_by, state=QuestionState.ANSWERED) if asked_by:
            yield "answered", asked_by
        case Gathering(attended_by=attended_by, hosts=hosts):
            yield from (
                ("attended", entry.organisation)
                for entry in attended_by
                if entry.organisation and entry.organisation not in hosts
            )
