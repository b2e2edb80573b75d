"""What was decided at gatherings: kept there, and found again by network.

Rule: the decisions of the latest gathering stand first; those of one gathering in the order in which they stand there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.gathering import Decision, Gathering
from gemeengoed.model import Item


@dataclass(frozen=True)
class Taken:
    """A decision: the gathering that took it, and which of its decisions it is, from one on."""

    gathering: Item
    number: int
    decision: Decision

    @property
    def network(self) -> str:
        """The network that decided."""
        fields = self.gathering.fields
        return (fields.network or "") if isinstance(fields, Gathering) else ""


def decisions_of(items: Iterable[Item]) -> tuple[Taken, ...]:
    """Every decision of the gatherings among some items."""
    meetings = [(item, item.fields) for item in items if isinstance(item.fields, Gathering)]
    meetings.sort(key=lambda meeting: (_day(meeting[1]), meeting[0].ref), reverse=True)
    return tuple(
        Taken(item, number, decision)
        for item, fields in meetings
        for number, decision in enumerate(fields.decisions, start=1)
    )


def decisions_by_network(taken: Iterable[Taken]) -> dict[str, tuple[Taken, ...]]:
    """The decisions by the reference of the network that took them, in order of reference."""
    found: dict[str, list[Taken]] = defaultdict(list)
    for entry in taken:
        found[entry.network].append(entry)
    return {ref: tuple(found[ref]) for ref in sorted(found)}


def _day(fields: Gathering) -> tuple[date, str]:
    return (fields.start.last, fields.start.time) if fields.start else (date.min, "")
