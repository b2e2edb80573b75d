"""Regions within regions.

Rule: what lies in a region lies in every region that this one falls under (``broader``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gemeengoed.kinds.registers import Term


def upwards(region: str, terms: Mapping[str, Term]) -> Iterator[str]:
    """A region, the one that it falls under, and so on; a circle ends where it began."""
    seen: set[str] = set()
    while region and region not in seen:
        seen.add(region)
        yield region
        region = (terms[region].broader or "") if region in terms else ""


def within(regions: Iterable[str], terms: Mapping[str, Term]) -> frozenset[str]:
    """Regions of the vocabulary, with all those that they fall under."""
    return frozenset(above for region in regions for above in upwards(region, terms) if above in terms)
