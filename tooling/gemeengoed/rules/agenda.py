"""What the next gathering of a network can talk about, from what the commons knows.

Rules. The last gathering is the latest one before that day that was not cancelled. Due for evaluation is an initiative
of the network, not ended, whose next evaluation may be on that day or was before. A proposal is new when it is in the
phase *proposed*, came on or after the day of the last gathering, and was not on its agenda; where git knows no day, it
counts as new. Questions are those of the network that are open or a knowledge gap, the longest waiting first. What the
last gathering set for next time is carried over, and what it decided is come back to.

A draft for everybody names public pages only; that of a network for members names all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.common import Audience, Status
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.gathering import AgendaPoint, Gathering, Series
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.kinds.network import Cycle, Network
from gemeengoed.kinds.question import QuestionState
from gemeengoed.model import Commons, Item
from gemeengoed.rules.answers import board
from gemeengoed.rules.decisions import Taken, decisions_of
from gemeengoed.rules.due import ENDED
from gemeengoed.rules.gatherings import of_network, start_of


@dataclass(frozen=True)
class Plan:
    """What there is to talk about. ``already`` are gatherings that the network has on that day."""

    network: Item
    on: PartialDate
    last: Item | None
    cycle: Cycle | None
    series: Series | None
    carried_over: tuple[AgendaPoint, ...]
    decisions: tuple[Taken, ...]
    evaluations: tuple[Item, ...]
    proposals: tuple[Item, ...]
    questions: tuple[Item, ...]
    already: tuple[Item, ...]


def plan(commons: Commons, network: Item, on: PartialDate) -> Plan:
    """The plan for a gathering of a network on a day."""
    seen = [item for item in commons.items.values() if _is_seen(item, network)]
    meetings = [item for item in of_network(seen, network.ref) if not _gathering(item).cancelled]
    last = max((item for item in meetings if _was(item, on)), key=start_of, default=None)
    known = {item.ref for item in seen}
    own = [item for item in seen if _belongs(item, network)]
    return Plan(
        network,
        on,
        last,
        _cycle(network, on),
        _series(last),
        tuple(point for point in _gathering(last).next_topics if _is_known(point, known)) if last else (),
        tuple(taken for taken in decisions_of([last]) if taken.decision.text) if last else (),
        tuple(sorted(_due(own, on), key=_evaluation)),
        tuple(item for item in own if _is_new(commons, item, last)),
        tuple(_waiting(own)),
        tuple(item for item in meetings if _is_on(item, on)),
    )


def _is_seen(item: Item, network: Item) -> bool:
    is_for_all = network.fields.audience is Audience.PUBLIC
    return item.status is Status.PUBLISHED and not (is_for_all and item.fields.audience is Audience.MEMBERS)


def _belongs(item: Item, network: Item) -> bool:
    """Whether an item is of the network: by its own field ``network``, or among its ``networks``."""
    return network.ref in (getattr(item.fields, "network", None), *item.fields.networks)


def _gathering(item: Item) -> Gathering:
    assert isinstance(item.fields, Gathering)
    return item.fields


def _was(item: Item, on: PartialDate) -> bool:
    """Whether a gathering was before the day, as far as that is sure."""
    start = _gathering(item).start
    return start is not None and start.last < on.first


def _cycle(network: Item, on: PartialDate) -> Cycle | None:
    """The cycle of the network that the day falls in; of several, the shortest."""
    cycles = network.fields.cycles if isinstance(network.fields, Network) else ()
    found = [
        (cycle.period.end.last - cycle.period.start.first, number, cycle)
        for number, cycle in enumerate(cycles)
        if cycle.period and cycle.period.start.first <= on.first <= cycle.period.end.last
    ]
    return min(found)[2] if found else None


def _series(last: Item | None) -> Series | None:
    """The next number of the series that the last gathering was of, while it is not complete."""
    series = _gathering(last).series if last else None
    if series is None or series.number is None or (series.of is not None and series.number >= series.of):
        return None
    return Series(of=series.of, number=series.number + 1)


def _is_known(point: AgendaPoint, known: set[str]) -> bool:
    return bool(point.topic) and (point.about is None or point.about in known)


def _due(items: Iterable[Item], on: PartialDate) -> Iterator[Item]:
    for item in items:
        fields = item.fields
        if not isinstance(fields, Initiative) or fields.phase in ENDED:
            continue
        if fields.next_evaluation and fields.next_evaluation.first <= on.first:
            yield item


def _evaluation(item: Item) -> tuple[date, str]:
    when = item.fields.next_evaluation if isinstance(item.fields, Initiative) else None
    return (when.last if when else date.max, item.ref)


def _is_new(commons: Commons, item: Item, last: Item | None) -> bool:
    if not isinstance(item.fields, Initiative) or item.fields.phase is not Phase.PROPOSED:
        return False
    if last is None:
        return True
    was_there = any(point.about == item.ref for point in _gathering(last).agenda)
    came, start = commons.history.came(item.path), _gathering(last).start
    return not was_there and (came is None or start is None or came >= start.first)


def _waiting(items: Iterable[Item]) -> Iterator[Item]:
    states = board(items)
    yield from states[QuestionState.OPEN]
    yield from states[QuestionState.GAP]


def _is_on(item: Item, on: PartialDate) -> bool:
    start = _gathering(item).start
    return start is not None and start.is_whole and start.first == on.first
