"""Moments and periods in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Moment:
    """An entry of a timeline: when, what, and whether that is now. ``badge`` warns."""

    when: str
    title: str = ""
    theme: Shown = Shown()  # noqa: RUF009 - frozen, and holds nothing that changes
    is_now: bool = False
    badge: str = ""
