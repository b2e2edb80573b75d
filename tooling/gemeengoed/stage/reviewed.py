"""What colleagues found of an item: every review, which of them count, and what those add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.kinds.common import Verdict
from gemeengoed.kinds.declare import Ref
from gemeengoed.model import Item
from gemeengoed.rules.reviews import counted, judged
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Opinion:
    """One review as a page shows it; ``because`` says why it does not count, and is empty where it does."""

    by: Shown
    organisations: str
    on: str
    verdict: str
    note: str
    because: str


@dataclass(frozen=True)
class Reviewed:
    """The reviews of a page, the last first, and how many of those that count gave each verdict."""

    opinions: list[Opinion]
    counted: Mapping[Verdict, int]

    @property
    def total(self) -> int:
        """How many reviews count."""
        return sum(self.counted.values())


def reviewed(site: Site, item: Item, here: str) -> Reviewed | None:
    """What colleagues found of an item; None where nobody reviewed it."""
    if not item.fields.reviews:
        return None
    found = judged(item, site.commons.contributors)
    link, say = site.addresses.relative(here), site.words.say
    opinions = [
        Opinion(
            by=site.reference(entry.review.by or "", Ref("party"), link),
            organisations=_works_for(site, entry.review.by or ""),
            on=site.words.partial_date(entry.review.on) if entry.review.on else "",
            verdict=say(entry.review.verdict.label) if entry.review.verdict else "",
            note=entry.review.note or "",
            because=say(entry.because.label) if entry.because else "",
        )
        for entry in found
    ]
    return Reviewed(opinions, counted(found))


def _works_for(site: Site, party: str) -> str:
    """The organisations of a contributor who agreed to showing them; nothing for an organisation."""
    contributor = site.commons.contributors.get(party)
    consent = contributor.consent if contributor else None
    if contributor is None or consent is None or "organisation" not in consent.scope:
        return ""
    return ", ".join(site.name_of("organisation", name) for name in contributor.organisations)
