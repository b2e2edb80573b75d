"""Charts as plain SVG: where everything stands in them. The templates in ``templates/figures/charts`` draw them.

Across, places are percentages, so that a chart is as wide as its page and its words stay readable; down, pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

HEIGHT, TOP, LEFT = 140, 18, 9
"""The height of the plot and the space above it, in pixels; the space beside it, in percent."""

TICKS = 6
"""How many labels fit below a chart on a phone."""


@dataclass(frozen=True)
class Entry:
    """What a chart shows: a short label for its axis, the same in full, and a value."""

    label: str
    text: str
    value: int


@dataclass(frozen=True)
class Column:
    """One column, or one point of a line: its left side, width and middle in percent, its top and height in pixels."""

    entry: Entry
    left: float
    width: float
    middle: float
    top: float
    height: float
    has_label: bool


@dataclass(frozen=True)
class Chart:
    """Columns or a line over time, with the lines of its grid: pairs of a value and where it stands."""

    columns: tuple[Column, ...]
    grid: tuple[tuple[int, float], ...]

    @property
    def line(self) -> str:
        """The tops of the columns as points in a square of 100 by 100."""
        return " ".join(
            f"{_short((place + 0.5) * 100 / len(self.columns))},{_short(100 - column.height * 100 / HEIGHT)}"
            for place, column in enumerate(self.columns)
        )

    @property
    def area(self) -> str:
        """The same, closed along the ground."""
        half = 50 / len(self.columns)
        return f"{_short(half)},100 {self.line} {_short(100 - half)},100"


@dataclass(frozen=True)
class Bar:
    """A bar across the page: what it is of, how many, and how long it is in percent of the longest."""

    label: str
    value: int
    share: float


def chart(entries: Sequence[Entry]) -> Chart:
    """The chart of some entries, in their order."""
    top = ceiling(max((entry.value for entry in entries), default=0))
    step, every = (100 - LEFT) / max(1, len(entries)), math.ceil(len(entries) / TICKS)
    columns = []
    for place, entry in enumerate(entries):
        height = entry.value * HEIGHT / top
        left = LEFT + (place + 0.12) * step
        columns.append(
            Column(
                entry, _short(left), _short(0.76 * step), _short(LEFT + (place + 0.5) * step),
                _short(TOP + HEIGHT - height), _short(height), place % every == 0,
            )
        )  # fmt: skip
    values = [0, top // 2, top] if top % 2 == 0 else [0, top]
    return Chart(tuple(columns), tuple((value, _short(TOP + HEIGHT - value * HEIGHT / top)) for value in values))


def bars(counts: Mapping[str, int] | Iterable[tuple[str, int]]) -> list[Bar]:
    """A bar for each count, in their order."""
    pairs = list(counts.items() if isinstance(counts, Mapping) else counts)
    longest = max((value for _, value in pairs), default=0) or 1
    return [Bar(label, value, _short(value * 100 / longest)) for label, value in pairs]


def ceiling(value: int) -> int:
    """The next round number at or above a value: 1, 2, 3, …, 10, 20, 30, …"""
    size = 10 ** int(math.log10(value)) if value else 1
    return next(step * size for step in range(1, 11) if step * size >= value)


def _short(number: float) -> float:
    """A number without decimals that nobody sees; equal on every machine."""
    return round(number, 2)
