"""How organisations belong: what a membership gives, in plain words, on a page of its own and on theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gemeengoed.edition import EditionName
from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.registers import Membership, MembershipType
from gemeengoed.rules.membership import domains_of, holds
from gemeengoed.stage.addresses import MEMBERSHIP, listing_path
from gemeengoed.stage.page import StagedPage
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
    here = site.addresses.page(MEMBERSHIP)
    link, title = site.addresses.relative(here), site.words.say("What a membership gives")
    about = site.words.say("Who belongs, in which ways an organisation can, and what its people get by it.")
    found: dict[MembershipType, list[Shown]] = {kind: [] for kind in MembershipType}
    for name in site.records("organisation"):
        if belongs := belonging(site, name, here):
            found[belongs.type].append(site.reference(name, Ref("organisation"), link))
    groups = [(kind, sorted(bodies, key=lambda body: body.text.casefold())) for kind, bodies in found.items()]
    html = site.render("people/membership.html.jinja", here, title=title, about=about, groups=groups)
    yield StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})
