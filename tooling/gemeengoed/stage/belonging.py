"""How organisations belong: what a membership gives, in plain words, on a page of its own and on theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gemeengoed.edition import EditionName
from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.registers import Membership, MembershipType
from gemeengoed.rules.membership import domains_of, holds
from gemeengoed.stage.addresses import MEMBERSHIP
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import NAMES, in_parts
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Belonging:
    """The membership of an organisation that holds today.

    ``domains`` are the mail domains that it opens: for members' eyes only, since they say who may sign in how.
    """

    type: MembershipType
    since: str
    until: str
    activity: Shown
    domains: tuple[str, ...]


def belonging(site: Site, name: str, here: str) -> Belonging | None:
    """How an organisation belongs today; None where it does not."""
    organisation, today = site.commons.organisations.get(name), site.commons.today
    membership = organisation.membership if organisation else None
    if organisation is None or membership is None or membership.type is None or not holds(membership, today):
        return None
    is_for_members = site.edition.name is EditionName.MEMBERS
    return Belonging(
        membership.type,
        site.words.partial_date(membership.since) if membership.since else "",
        site.words.partial_date(membership.until) if membership.until else "",
        _activity(site, membership, here),
        domains_of(organisation, today) if is_for_members else (),
    )


def _activity(site: Site, membership: Membership, here: str) -> Shown:
    if not membership.activity:
        return Shown()
    return site.reference(membership.activity, Ref("item"), site.addresses.relative(here))


def membership_pages(site: Site) -> Iterator[StagedPage]:
    """The page that explains memberships, with the organisations that belong."""
    say = site.words.say
    about = say("Who belongs, in which ways an organisation can, and what its people get by it.")
    found: list[tuple[MembershipType, str]] = []
    for name in site.records("organisation"):
        if belongs := belonging(site, name, site.addresses.page(MEMBERSHIP)):
            found.append((belongs.type, name))
    kinds, counts = [*MembershipType], Counter(kind for kind, _ in found)
    found.sort(key=lambda one: (kinds.index(one[0]), site.name_of("organisation", one[1]).casefold()))

    def show(part: Sequence[tuple[MembershipType, str]], here: str, number: int) -> dict[str, Any]:
        """Every way to belong with who does; a further part has those ways only of which it has somebody."""
        link = site.addresses.relative(here)
        groups: dict[MembershipType, list[Shown]] = {kind: [] for kind in (kinds if number == 1 else ())}
        for kind, name in part:
            groups.setdefault(kind, []).append(site.reference(name, Ref("organisation"), link))
        return {"groups": [(kind, counts[kind], bodies) for kind, bodies in groups.items()]}

    title, template = say("What a membership gives"), "people/membership.html.jinja"
    return in_parts(site, MEMBERSHIP, title, about, found, template, show, each=NAMES)
