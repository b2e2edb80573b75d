"""Which methods fit the time and the group that somebody has.

Rule: a method fits a time when the longest that it takes is no longer (the shortest, where nothing else is said), so
what takes a quarter of an hour also fits an hour. It fits a group when it is for at least one number of people in it.
A method that says neither how long nor for how many stands nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from gemeengoed.kinds.declare import Choice, Range
from gemeengoed.kinds.method import Method
from gemeengoed.model import Item


class Time(Choice):
    """How much time there is."""

    QUARTER = "15", "A quarter of an hour"
    HALF_HOUR = "30", "Half an hour"
    HOUR = "60", "An hour"
    HALF_DAY = "240", "Half a day"
    LONGER = "longer", "Longer"


class Group(Choice):
    """How many people there are."""

    FEW = "1-3", "1 to 3 people"
    TABLE = "4-7", "4 to 7 people"
    ROOM = "8-15", "8 to 15 people"
    LARGE = "16-30", "16 to 30 people"
    CROWD = "over-30", "More than 30 people"


MINUTES = {Time.QUARTER: 15, Time.HALF_HOUR: 30, Time.HOUR: 60, Time.HALF_DAY: 240}
"""The longest that each time is; what takes more than all of them is longer."""

PEOPLE = {Group.FEW: (1, 3), Group.TABLE: (4, 7), Group.ROOM: (8, 15), Group.LARGE: (16, 30), Group.CROWD: (31, inf)}
"""The fewest and most people of each group."""


def times(duration: Range | None) -> tuple[Time, ...]:
    """The times that something fits, the shortest first; none where nothing is said of how long it takes."""
    if duration is None or (duration.max is None and duration.min is None):
        return ()
    longest = duration.max or duration.min or 0
    return tuple(time for time, minutes in MINUTES.items() if longest <= minutes) or (Time.LONGER,)


def groups(size: Range | None) -> tuple[Group, ...]:
    """The groups that something is for, the smallest first; none where nothing is said of how many people."""
    if size is None or (size.max is None and size.min is None):
        return ()
    fewest, most = size.min or 0, size.max or inf
    return tuple(group for group, (least, top) in PEOPLE.items() if fewest <= top and most >= least)


def fitting(items: Iterable[Item]) -> Iterator[tuple[Time, Group, Item]]:
    """Every time and group with a method that fits both, in the order of the items."""
    for item in items:
        if isinstance(item.fields, Method):
            for time in times(item.fields.duration):
                yield from ((time, group, item) for group in groups(item.fields.group_size))
