"""Which reviews of a page count.

Rule: a review counts when it comes from outside. It does not when the reviewer is an author of the page, works for an
organisation of an author, is such an organisation, or belongs to the organisation that the page comes from. Of several
reviews by one reviewer the last counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gemeengoed.kinds.common import Review, Verdict
from gemeengoed.kinds.declare import Choice
from gemeengoed.kinds.registers import Contributor
from gemeengoed.model import Item
from gemeengoed.rules.maturity import own_organisations


class NotCounting(Choice):
    """Why a review does not count."""

    AUTHOR = "author", "the reviewer is an author of this page"
    COLLEAGUE = "colleague", "the reviewer works for the organisation of an author"
    ORGANISATION = "organisation", "the reviewer is the organisation of an author"
    OWN = "own", "the reviewer belongs to the organisation that this page comes from"
    REPLACED = "replaced", "a later review by the same reviewer replaces it"


@dataclass(frozen=True)
class Judged:
    """A review, and why it does not count; None when it does."""

    review: Review
    because: NotCounting | None = None


def judged(item: Item, contributors: Mapping[str, Contributor]) -> tuple[Judged, ...]:
    """The reviews of an item, the last first, each with whether it counts."""
    return tuple(_judged(item, contributors))


def counted(reviews: tuple[Judged, ...]) -> dict[Verdict, int]:
    """How often each verdict was given by reviews that count; every verdict is there."""
    verdicts = [found.review.verdict for found in reviews if found.because is None]
    return {verdict: verdicts.count(verdict) for verdict in Verdict}


def _judged(item: Item, contributors: Mapping[str, Contributor]) -> Iterator[Judged]:
    authors = frozenset(item.fields.authors)
    theirs = frozenset(name for author in authors for name in _organisations(author, contributors))
    seen: set[str | None] = set()
    for review in sorted(item.fields.reviews, key=_when, reverse=True):
        because = _inside(review.by or "", authors, theirs, own_organisations(item), contributors)
        yield Judged(review, because or (NotCounting.REPLACED if review.by in seen else None))
        seen.add(review.by)


def _inside(
    by: str,
    authors: frozenset[str],
    theirs: frozenset[str],
    own: frozenset[str],
    contributors: Mapping[str, Contributor],
) -> NotCounting | None:
    if by in authors:
        return NotCounting.AUTHOR
    if by in theirs:
        return NotCounting.ORGANISATION
    if theirs & _organisations(by, contributors):
        return NotCounting.COLLEAGUE
    return NotCounting.OWN if own & {by, *_organisations(by, contributors)} else None


def _organisations(party: str, contributors: Mapping[str, Contributor]) -> frozenset[str]:
    """The organisations of a contributor; an organisation itself."""
    return frozenset(contributors[party].organisations) if party in contributors else frozenset({party})


def _when(review: Review) -> int:
    return review.on.first.toordinal() if review.on else 0
