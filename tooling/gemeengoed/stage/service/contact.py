"""Whom to ask what, and how: by network, by theme, and about the site; no address that a harvester can read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from gemeengoed.forge import forge_of
from gemeengoed.i18n import Message, translator
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.network import FourRoles, Network
from gemeengoed.model import Item
from gemeengoed.questions.forms import form_name
from gemeengoed.rules.consent import may_be_named
from gemeengoed.rules.networks import is_over
from gemeengoed.stage.addresses import CONTACT, address_of, listing_path, relative
from gemeengoed.stage.contribute.form import form_address
from gemeengoed.stage.entries import MOST_NAMED
from gemeengoed.stage.foreign import like
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.shared import kept
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown
from gemeengoed.stage.written import ACCESSIBILITY, CONTRIBUTE, DOCS, PRIVACY, name_of

MOST = 3
"""How many stewards are named for a theme: those who keep most of its pages. As many networks too."""

MOST_NETWORKS = 40
"""So many networks are named, by title; the page of each says the same of itself."""

QUESTION = KIND_BY_NAME["question"]

_WEB_PAGE = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Whom:
    """A party to ask: with its page here, and its own website where one is known."""

    name: Shown
    website: str


@dataclass(frozen=True)
class Asked:
    """A network or theme: the parties to ask, the networks, what the network itself says on how, and the form."""

    about: Shown
    parties: tuple[Whom, ...]
    form: str
    networks: tuple[Shown, ...] = ()
    contact: tuple[Shown, ...] = ()


def contact_page(site: Site) -> StagedPage:
    """The page."""
    here, say = site.addresses.page(CONTACT), site.words.say
    title = say("Contact")
    forge = forge_of(site.settings)
    networks = list(islice(_networks(site, here), MOST_NETWORKS + 1))
    themes = list(islice(_themes(site, here), MOST_NAMED + 1))
    html = site.render(
        "service/contact.html.jinja",
        here,
        title=title,
        networks=networks[:MOST_NETWORKS],
        has_more=len(networks) > MOST_NETWORKS,
        themes=themes[:MOST_NAMED],
        has_more_themes=len(themes) > MOST_NAMED,
        form=relative(here, form_address(site, QUESTION)),
        forge_form=forge.issue_form(form_name(QUESTION)) if forge else "",
        contribute=_written(site, here, CONTRIBUTE),
        accessibility=_written(site, here, ACCESSIBILITY),
        privacy=_written(site, here, PRIVACY),
        issue=forge.new_issue().address if forge else "",
    )
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})


def _written(site: Site, here: str, label: Message) -> str:
    """The link to a page that the site leads to, or to its translation; empty where the commons has none."""
    first = translator(str(site.settings.language))
    place = site.written.places.get(f"{DOCS}{name_of(label, first)}.md")
    return relative(here, address_of(place)) if place else ""


def _networks(site: Site, here: str) -> Iterator[Asked]:
    """The networks that say how to reach them, or of which one knows who carries them, those that ended aside."""
    values = site.values(here)
    for item in site.index.by_kind.get("networks", ()):
        fields = site.fields(item)
        assert isinstance(fields, Network)
        known = tuple(name for name in _carriers(fields) if _may_ask(site, name))
        named = {site.name_of(site.commons.party_register(name), name): name for name in known}
        contact = tuple(_linked(fields.contact or "", {text: values.party(name) for text, name in named.items()}))
        is_said = {part.text for part in contact if part.href}
        others = [name for text, name in named.items() if text not in is_said or _website(site, name)]
        if contact or (others and not is_over(fields, site.commons.today)):
            form = _form(site, here, "networks", item.ref, site.title(item))
            yield Asked(values.item(item.ref), _whom(site, here, others), form, contact=contact)


def _carriers(fields: Network) -> Iterable[str]:
    """Who carries a network, those who connect it first; without roles, the organisations that it comes from."""
    roles = fields.roles or FourRoles()
    carry = (*roles.coordinator, *roles.process_facilitator, *roles.manager, *roles.initiator)
    return dict.fromkeys(carry or fields.organisations)


def _linked(contact: str, parties: dict[str, Shown]) -> Iterator[Shown]:
    """What a network says of asking, in parts: the names of its parties lead to them, a web page to itself."""
    if _WEB_PAGE.fullmatch(contact):
        yield Shown(contact, contact)
        return
    names = "|".join(re.escape(name) for name in sorted(parties, key=len, reverse=True))
    for part in re.split(rf"(?<!\w)({names})(?!\w)", contact) if names else [contact]:
        if part:
            yield Shown(like(contact, part), parties[part].href if part in parties else "")


def _themes(site: Site, here: str) -> Iterator[Asked]:
    """The themes on which somebody keeps pages, or a network works, with the first few of those."""
    values, link = site.values(here), site.addresses.relative(here)
    by_theme, networks_there = _stewards(site), site.index.by_kind.get("networks", ())
    themes = site.index.by_term.get("theme", {})
    for name in sorted(themes, key=lambda name: site.name_of("theme", name).casefold()):
        counts = by_theme.get(name, {})
        known = [party for party in sorted(counts, key=lambda party: (-counts[party], party)) if _may_ask(site, party)]
        networks = [values.item(item.ref) for item in networks_there if _works_on(site, item, name)]
        if known or networks:
            label = site.name_of("theme", name)
            about = Shown(label, link(f"themes/{name}"))
            form = _form(site, here, "themes", name, label)
            yield Asked(about, _whom(site, here, known[:MOST]), form, networks=tuple(networks[:MOST]))


@kept(dict[str, dict[str, int]])
def _stewards(site: Site) -> Mapping[str, Mapping[str, int]]:
    """Who keeps pages on each theme, and how many."""
    found: dict[str, Counter[str]] = {}
    for item in site.edition.listed:
        for theme in dict.fromkeys(item.fields.themes) if item.fields.steward else ():
            found.setdefault(theme, Counter())[item.fields.steward or ""] += 1
    return {theme: dict(sorted(counts.items())) for theme, counts in sorted(found.items())}


def _works_on(site: Site, item: Item, theme: str) -> bool:
    fields = item.fields
    return isinstance(fields, Network) and theme in fields.themes and not is_over(fields, site.commons.today)


def _whom(site: Site, here: str, names: Iterable[str]) -> tuple[Whom, ...]:
    values = site.values(here)
    return tuple(Whom(values.party(name), _website(site, name)) for name in names)


def _website(site: Site, name: str) -> str:
    party = site.commons.contributors.get(name) or site.commons.organisations.get(name)
    return (party and party.website) or ""


def _form(site: Site, here: str, field: str, name: str, label: str) -> str:
    """The form in which one asks, with what it is about filled in (``form.js``)."""
    return f"{relative(here, form_address(site, QUESTION))}?{urlencode({field: f'{name} {label}'})}"


def _may_ask(site: Site, party: str) -> bool:
    return may_be_named(site.commons, party) and (site.commons.party_register(party), party) not in site.edition.unnamed
