"""Giving and receiving in words, and the page that shows the balance of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gemeengoed.kinds.declare import Ref
from gemeengoed.rules.balance import AUTHOR, RULES, Balance
from gemeengoed.stage.addresses import BALANCE
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import ROWS, in_parts
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown

MOST_ASKED = 12
"""How many are named whom one could ask: those who got most beyond what they shared."""


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
    say = site.words.say
    about = say("What organisations share and get here, to see whom one could ask to share something.")
    known, found = site.people.commons.organisations, site.people.balances
    names = sorted((name for name in found if name in known), key=lambda name: _order(site, name))
    to_ask = [name for name in names if found[name].gives_less]
    most = sorted(sorted(to_ask, key=lambda name: -_got(found[name]))[:MOST_ASKED], key=lambda name: _order(site, name))

    def rows(part: Iterable[str], here: str) -> list[tuple[Shown, Sums]]:
        link = site.addresses.relative(here)
        return [(site.reference(name, Ref("organisation"), link), sums(site, found[name])) for name in part]

    def show(part: Sequence[str], here: str, number: int) -> dict[str, Any]:
        return {
            "rules": [site.words.message(rule) for rule in RULES],
            "rows": rows(part, here),
            "to_ask": rows(most, here) if number == 1 else [],
            "more_to_ask": len(to_ask) - len(most),
        }

    title, template = say("Giving and receiving"), "people/balance.html.jinja"
    return in_parts(site, BALANCE, title, about, names, template, show, each=ROWS)


def _order(site: Site, name: str) -> str:
    return site.name_of("organisation", name).casefold()


def _got(balance: Balance) -> int:
    """How much more somebody received than they gave."""
    return sum(balance.received.values()) - sum(balance.given.values())
