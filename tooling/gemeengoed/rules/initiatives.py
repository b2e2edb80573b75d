"""How initiatives stand: by phase, whether anybody still keeps that up to date, and whom they seek.

Rules. What is known of an initiative is as old as the latest of: its start, the day that its phase is said to hold of
(``as_of``), its evaluations, and its hand-over. When that lies more than two years back and it was neither handed over
nor stopped, nobody may say that it still runs. When there is no such day at all, nobody knows since when the phase
holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.model import Item
from gemeengoed.rules.due import ENDED, is_past

OLD = 2
"""After how many years without a word a phase is no longer taken for true."""


@dataclass(frozen=True)
class Standing:
    """How old what is known of an initiative is. ``is_old``: too old to say that it still runs."""

    known: PartialDate | None
    is_old: bool
    overdue: PartialDate | None


def standing(fields: Initiative, today: date) -> Standing:
    """How an initiative stands on a day."""
    known = last_known(fields)
    has_ended = fields.phase in ENDED
    due = fields.next_evaluation
    return Standing(
        known,
        not has_ended and known is not None and known.last < _years_before(today, OLD),
        due if due and not has_ended and is_past(due, today) else None,
    )


def last_known(fields: Initiative) -> PartialDate | None:
    """The latest day of which something is known; None where nothing is dated."""
    handed_over = fields.handover.on if fields.handover else None
    days = [fields.start, fields.as_of, handed_over, *(evaluation.on for evaluation in fields.evaluations)]
    return max((day for day in days if day), key=lambda day: day.last, default=None)


def board(items: Iterable[Item], today: date) -> dict[Phase | None, tuple[Item, ...]]:
    """The initiatives by phase, in order of title; under None all of which nobody may say how they are.

    Phases of which there is none are left out.
    """
    phases: dict[Phase | None, list[Item]] = {phase: [] for phase in (*Phase, None)}
    for item in items:
        if isinstance(item.fields, Initiative):
            is_old = standing(item.fields, today).is_old
            phases[None if is_old else item.fields.phase].append(item)
    return {phase: tuple(sorted(found, key=_order)) for phase, found in phases.items() if found}


def seeking(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """The initiatives with open roles that have not ended, by the reference of their network."""
    found: dict[str, list[Item]] = {}
    for item in items:
        fields = item.fields
        if isinstance(fields, Initiative) and fields.open_roles and fields.phase not in ENDED:
            found.setdefault(fields.network or "", []).append(item)
    return {network: tuple(of_network) for network, of_network in sorted(found.items())}


def _order(item: Item) -> tuple[str, str]:
    return item.title.casefold(), item.ref


def _years_before(day: date, years: int) -> date:
    """The same day some years earlier; for 29 February the day after where that year has none."""
    try:
        return day.replace(year=max(day.year - years, 1))
    except ValueError:
        return date(day.year - years, 3, 1)
