"""Giving and receiving in words, and the page that shows the balance of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gemeengoed.kinds.declare import Ref
from gemeengoed.rules.balance import AUTHOR, RULES, Balance
from gemeengoed.stage.addresses import BALANCE, listing_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Sums:
    """What somebody gave and received: pairs of a sort and how often; the pages that were given by role, in words."""

    given: tuple[tuple[str, int], ...]
    received: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    gives_less: bool


def sums(site: Site, balance: Balance | None) -> Sums:
    """A balance as a page shows it; of nothing where there is none."""
    balance = balance or Balance()
    roles = [
        (site.name_of("role", role) if role != AUTHOR else site.words.say("Author"), number)
        for role, number in balance.roles.items()
    ]
    return Sums(tuple(balance.given.items()), tuple(balance.received.items()), tuple(sorted(roles)), balance.gives_less)


def balance_pages(site: Site) -> Iterator[StagedPage]:
    """The balance of every organisation in order of name: no ranking; first who could be asked to share something."""
    here = site.addresses.page(BALANCE)
    link, title = site.addresses.relative(here), site.words.say("Giving and receiving")
    about = site.words.say("What organisations share and get here, to see whom one could ask to share something.")
    rows: list[tuple[Shown, Sums]] = [
        (site.reference(name, Ref("organisation"), link), sums(site, found))
        for name, found in site.people.balances.items()
        if name in site.people.commons.organisations
    ]
    rows.sort(key=lambda row: row[0].text.casefold())
    html = site.render(
        "people/balance.html.jinja",
        here,
        title=title,
        about=about,
        rules=[site.words.message(rule) for rule in RULES],
        rows=rows,
        to_ask=[row for row in rows if row[1].gives_less],
    )
    yield StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})
