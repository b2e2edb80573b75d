"""Whom to ask what: by network, by theme, and about the site; with links, and no address that a harvester can read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gemeengoed.forge import forge_of
from gemeengoed.i18n import Message, message, translator
from gemeengoed.kinds.network import Network
from gemeengoed.rules.consent import may_be_named
from gemeengoed.stage.addresses import CONTACT, address_of, listing_path, relative
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown
from gemeengoed.stage.written import DOCS

MOST = 3
"""How many stewards are named for a theme: those who keep most of its pages."""

_WEB_PAGE = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Asked:
    """A network or theme, the parties to ask, and the words of the network itself on how."""

    about: Shown
    parties: tuple[Shown, ...]
    contact: str = ""
    page: str = ""


def contact_page(site: Site) -> StagedPage:
    """The page."""
    here, say = site.addresses.page(CONTACT), site.words.say
    title = say("Contact")
    forge = forge_of(site.settings)
    html = site.render(
        "service/contact.html.jinja",
        here,
        title=title,
        networks=list(_networks(site, here)),
        themes=list(_themes(site, here)),
        contribute=_written(site, here, message("Contribute")),
        accessibility=_written(site, here, message("Accessibility")),
        privacy=_written(site, here, message("Privacy")),
        issue=forge.new_issue().address if forge else "",
    )
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})


def _written(site: Site, here: str, label: Message) -> str:
    """The link to the hand-written page that has this label for a name, or to its translation; empty without one."""
    first = translator(str(site.settings.language))
    place = site.written.places.get(f"{DOCS}{first(label.text).lower().replace(' ', '-')}.md")
    return relative(here, address_of(place)) if place else ""


def _networks(site: Site, here: str) -> Iterator[Asked]:
    """The networks that say how to reach them, or who coordinates them."""
    values = site.values(here)
    for item in site.index.by_kind.get("networks", ()):
        fields = item.fields
        assert isinstance(fields, Network)
        who = fields.roles.coordinator if fields.roles else ()
        contact = "" if "@" in (fields.contact or "") else fields.contact or ""
        found = _WEB_PAGE.fullmatch(contact)
        parties = tuple(values.party(name) for name in who if may_be_named(site.commons, name))
        if parties or contact:
            yield Asked(values.item(item.ref), parties, "" if found else contact, contact if found else "")


def _themes(site: Site, here: str) -> Iterator[Asked]:
    """The themes of which somebody keeps pages, with those who keep most of them."""
    values, link = site.values(here), site.addresses.relative(here)
    under = site.index.by_term.get("theme", {})
    for name in sorted(under, key=lambda name: site.name_of("theme", name).casefold()):
        kept = Counter(item.fields.steward for item in under[name] if item.fields.steward)
        known = [party for party in sorted(kept, key=lambda party: (-kept[party], party)) if _may_ask(site, party)]
        if known:
            about = Shown(site.name_of("theme", name), link(f"themes/{name}"))
            yield Asked(about, tuple(values.party(party) for party in known[:MOST]))


def _may_ask(site: Site, party: str) -> bool:
    register = "contributor" if party in site.commons.contributors else "organisation"
    return may_be_named(site.commons, party) and (register, party) not in site.edition.unnamed
