"""Every figure about a commons, together: for the page that shows them and for whoever wants them as data.

All count the items that they are given: those that one edition lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gemeengoed.kinds import KINDS
from gemeengoed.kinds.experience import Experience, Result
from gemeengoed.model import Commons, Item
from gemeengoed.rules.answering import Answering, answering
from gemeengoed.rules.coverage import Cover, coverage
from gemeengoed.rules.due import Overdue, reviews_due
from gemeengoed.rules.freshness import Age, ages
from gemeengoed.rules.growth import Span, growth


@dataclass(frozen=True)
class Figures:
    """The figures of one edition.

    ``pages`` by folder of the kind; ``contributors`` are those that a page names and who did not withdraw;
    ``themes`` are counts by theme and then by folder of the kind.
    """

    pages: dict[str, int]
    contributors: int
    growth: tuple[Span, ...]
    coverage: dict[str, Cover]
    ages: dict[Age, int]
    overdue: tuple[Overdue, ...]
    themes: dict[str, dict[str, int]]
    answering: Answering
    results: dict[Result, int]


def figures(items: Iterable[Item], commons: Commons) -> Figures:
    """The figures of the items of a commons, on its own day."""
    items, revisions, today = tuple(items), commons.history.revisions, commons.today
    counts = Counter(item.kind.folder for item in items)
    return Figures(
        pages={kind.folder: counts[kind.folder] for kind in KINDS},
        contributors=_contributors(items, commons),
        growth=growth(items, revisions, today),
        coverage=coverage(items, commons.contributors, commons.organisations),
        ages=ages(items, revisions, today),
        overdue=reviews_due(items, today),
        themes=themes_by_kind(items),
        answering=answering(items),
        results=results(items),
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
