"""How far a practice or method has proven itself, and what the next step asks.

Rules: an *idea* needs nothing. A *trial* needs one organisation that did it: one that tells so in an experience, or the
one that the page comes from, when the page says that it did (it has a context, or claims to be more than an idea; who
thought of something need not have done it).
*Proven* needs two organisations, other than the page's own, for which it worked; of each its last
experience counts, as in the line that says who used it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gemeengoed.kinds.common import Maturity
from gemeengoed.kinds.experience import Result
from gemeengoed.kinds.practice import Practice
from gemeengoed.model import Item
from gemeengoed.rules.usage import last_results

ENOUGH = 2
"""How many other organisations must have made it work before it counts as proven."""


@dataclass(frozen=True)
class Standing:
    """What the experiences bear out, and how many organisations more the next step asks; 0 where there is none."""

    borne_out: Maturity
    missing: int


def own_organisations(item: Item) -> frozenset[str]:
    """The organisations that a page comes from: their experience does not count as another's."""
    context = item.fields.context if isinstance(item.fields, Practice) else None
    own = {context.organisation} if context and context.organisation else set()
    return frozenset({*item.fields.organisations, *own})


STEPS = (Maturity.IDEA, Maturity.TRIAL, Maturity.PROVEN)
"""The steps, the first first."""


def is_claimed_too_far(item: Item, now: Standing) -> bool:
    """Whether a page says that it is further than the experiences bear out."""
    claimed = getattr(item.fields, "maturity", None)
    return claimed is not None and STEPS.index(claimed) > STEPS.index(now.borne_out)


def standing(item: Item, experiences: Iterable[Item]) -> Standing:
    """How far the experiences with an item bear out that it works."""
    own = own_organisations(item)
    used = last_results(experiences)
    worked = {organisation for organisation, result in used.items() if result is Result.WORKED} - own
    if len(worked) >= ENOUGH:
        return Standing(Maturity.PROVEN, 0)
    if used or _did_it_itself(item):
        return Standing(Maturity.TRIAL, ENOUGH - len(worked))
    return Standing(Maturity.IDEA, 1)


def _did_it_itself(item: Item) -> bool:
    """Whether a page says that the organisation which it comes from did it."""
    context = item.fields.context if isinstance(item.fields, Practice) else None
    claims = getattr(item.fields, "maturity", None) not in (None, Maturity.IDEA)
    return bool((context and context.organisation) or (claims and own_organisations(item)))
