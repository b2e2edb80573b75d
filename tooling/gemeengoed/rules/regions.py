"""Regions within regions.

Rule: what lies in a region lies in every region that this one falls under (``broader``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gemeengoed.kinds.registers import Term


def within(regions: Iterable[str], terms: Mapping[str, Term]) -> frozenset[str]:
    """Regions of the vocabulary, with all those that they fall under."""
    found: set[str] = set()
    for region in regions:
        at: str | None = region
        while at and at in terms and at not in found:
            found.add(at)
            at = terms[at].broader
    return frozenset(found)
