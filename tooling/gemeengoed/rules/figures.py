"""Every figure about a commons, together: for the page that shows them and for whoever wants them as data.

All count the items that they are given: those that one edition lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gemeengoed.kinds import KINDS
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.experience import Experience, Result
from gemeengoed.model import Commons, Item
from gemeengoed.rules.answering import Answering, answering
from gemeengoed.rules.coverage import Cover, coverage
from gemeengoed.rules.due import reviews_due
from gemeengoed.rules.freshness import Age, ages
from gemeengoed.rules.growth import Span, growth


@dataclass(frozen=True)
class Counted:
    """What the front matter of the items of one edition adds up to.

    ``pages`` by folder of the kind; ``contributors`` are those that a page names and who did not withdraw;
    ``overdue`` has references; ``themes`` are counts by theme and then by folder of the kind.
    """

    pages: dict[str, int]
    contributors: int
    coverage: dict[str, Cover]
    overdue: tuple[tuple[str, PartialDate], ...]
    themes: dict[str, dict[str, int]]
    answering: Answering
    results: dict[Result, int]


@dataclass(frozen=True)
class Figures(Counted):
    """The figures of one edition: what it adds up to, and what git knows of it."""

    growth: tuple[Span, ...]
    ages: dict[Age, int]


def counted(items: Iterable[Item], commons: Commons) -> Counted:
    """What the items of a commons add up to, on its own day."""
    items = tuple(items)
    counts = Counter(item.kind.folder for item in items)
    return Counted(
        pages={kind.folder: counts[kind.folder] for kind in KINDS},
        contributors=_contributors(items, commons),
        coverage=coverage(items, commons.contributors, commons.organisations),
        overdue=tuple((due.item.ref, due.since) for due in reviews_due(items, commons.today)),
        themes=themes_by_kind(items),
        answering=answering(items),
        results=results(items),
    )


def figures(items: Iterable[Item], commons: Commons, known: Counted | None = None) -> Figures:
    """The figures of the items of a commons, on its own day. ``known`` is what was counted of them already."""
    items, revisions, today = tuple(items), commons.history.revisions, commons.today
    return Figures(
        **vars(known or counted(items, commons)),
        growth=growth(items, revisions, today),
        ages=ages(items, revisions, today),
    )


def themes_by_kind(items: Iterable[Item]) -> dict[str, dict[str, int]]:
    """How many pages each theme has of each kind, the largest theme first. A page counts for each of its themes."""
    found: dict[str, Counter[str]] = {}
    for item in items:
        for theme in dict.fromkeys(item.fields.themes):
            found.setdefault(theme, Counter())[item.kind.folder] += 1
    return {theme: dict(found[theme]) for theme in sorted(found, key=lambda theme: (-found[theme].total(), theme))}


def results(items: Iterable[Item]) -> dict[Result, int]:
    """How many experiences had each result; of every result, also of none."""
    counts = Counter(item.fields.result for item in items if isinstance(item.fields, Experience))
    return {result: counts[result] for result in Result}


def _contributors(items: Iterable[Item], commons: Commons) -> int:
    named = frozenset[str]().union(*(item.contributors for item in items))
    return sum(commons.contributors[name].withdrawn_on is None for name in named & commons.contributors.keys())
