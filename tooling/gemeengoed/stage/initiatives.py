"""The board of initiatives by phase, and the page with every open role: who wants to take part?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.model import Item
from gemeengoed.rules.due import ENDED
from gemeengoed.rules.initiatives import board, seeking, standing
from gemeengoed.stage.addresses import JOIN_IN
from gemeengoed.stage.feeds import follow
from gemeengoed.stage.listings import listing, theme_entries
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Card, Site
from gemeengoed.stage.values import Shown

FOLDER = KIND_BY_NAME["initiative"].folder


@dataclass(frozen=True)
class Carried:
    """An initiative as a board shows it. ``known`` is as of when; ``is_old`` that nobody may say it still runs."""

    card: Card
    phase: Phase | None
    promotor: str
    network: Shown
    known: str
    is_old: bool
    overdue: str
    open_roles: tuple[str, ...]

    @property
    def said(self) -> Phase | None:
        """The phase that one may still say it is in."""
        return None if self.is_old else self.phase


def carried(site: Site, item: Item, here: str) -> Carried:
    """An initiative as a board on the page ``here`` shows it."""
    fields, values = item.fields, site.values(here)
    assert isinstance(fields, Initiative)
    stands = standing(fields, site.commons.today)
    return Carried(
        card=site.card(item, site.addresses.relative(here)),
        phase=fields.phase,
        promotor=values.party(fields.promotor).text if fields.promotor else "",
        network=values.item(fields.network) if fields.network else Shown(),
        known=site.words.partial_date(stands.known) if stands.known else "",
        is_old=stands.is_old,
        overdue=site.words.partial_date(stands.overdue) if stands.overdue else "",
        open_roles=() if fields.phase in ENDED else site.fields(item).open_roles,
    )


def initiative_pages(site: Site) -> Iterator[StagedPage]:
    """The board, then the page of open roles."""
    kind = KIND_BY_NAME["initiative"]
    items = site.index.by_kind.get(FOLDER, ())
    say, has_roles = site.words.say, bool(seeking(items))
    phases = board(items, site.commons.today)

    def group(site: Site, part: Sequence[Item], here: str) -> list[tuple[Phase | None, list[Carried]]]:
        rows = [carried(site, item, here) for item in part]
        return [(phase, list(found)) for phase, found in groupby(rows, key=lambda row: row.said)]

    ordered = [item for found in phases.values() for item in found]
    yield from listing(
        site,
        FOLDER,
        say(kind.plural),
        say(kind.about),
        ordered,
        "listing/initiatives.html.jinja",
        group,
        has_roles=has_roles,
        themes=lambda here: theme_entries(site, items, here),
        follow=lambda here: follow(site, FOLDER, here),
    )
    yield from _open_roles(site, items)


def _open_roles(site: Site, items: Sequence[Item]) -> Iterator[StagedPage]:
    """Every open role, by network; initiatives without a network that these readers know of stand last."""
    found = seeking(items)
    networks = sorted(found, key=lambda ref: (ref not in site.edition.items, _title(site, ref).casefold()))
    ordered = [item for network in networks for item in found[network]]

    def group(site: Site, part: Sequence[Item], here: str) -> list[tuple[Shown, list[Carried]]]:
        rows = [carried(site, item, here) for item in part]
        return [(network, list(of_network)) for network, of_network in groupby(rows, key=lambda row: row.network)]

    say = site.words.say
    return listing(
        site,
        JOIN_IN,
        say("Join in"),
        say("Whom initiatives still seek, in every network."),
        ordered,
        "listing/open_roles.html.jinja",
        group,
        roles=sum(len(getattr(item.fields, "open_roles", ())) for item in ordered),
        folder=FOLDER,
    )


def _title(site: Site, ref: str) -> str:
    return site.edition.items[ref].title if ref in site.edition.items else ""
