"""Listings: of a kind, of a term of the vocabulary, of a contributor or organisation, in parts of a stated size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from gemeengoed.kinds import KINDS, Kind, Register
from gemeengoed.kinds.registers import ConsentScope, Organisation, Term, Words
from gemeengoed.model import Item
from gemeengoed.rules.consent import may_show
from gemeengoed.stage.addresses import BROWSED
from gemeengoed.stage.entries import Entry
from gemeengoed.stage.feeds import follow
from gemeengoed.stage.finding.letters import letter_of
from gemeengoed.stage.finding.narrower import kinds_of, regions_of, terms_of_kind, themes_of
from gemeengoed.stage.linked_data import listing_data
from gemeengoed.stage.named import PRINTED
from gemeengoed.stage.of_register import OF_REGISTER
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.parts import NAMES, ROWS, in_parts, part_at
from gemeengoed.stage.print_cards import cards_name
from gemeengoed.stage.site import Card, Link, Site

OWN_LISTING = frozenset({"question", "network", "initiative", "gathering"})
"""The kinds whose listing a module of its own makes: ``questions``, ``networks``, ``initiatives``, ``calendar``."""

OWN_OVERVIEW = frozenset({"skill"})
"""The registers whose overview is made elsewhere: that of skills is ``exchange``."""


def listing_units(site: Site) -> Iterator[Unit]:
    """Every listing of the edition, each by itself with its further parts."""
    for kind in KINDS:
        if kind.name not in OWN_LISTING:
            yield f"kind {kind.folder}", partial(_kind_listing, site, kind)
    for register in BROWSED:
        if register.name not in OWN_OVERVIEW:
            yield f"register {register.name}", partial(_overview, site, register)
        names = {*site.index.by_term.get(register.name, ()), *site.people.with_page.get(register.name, ())}
        for name in sorted(names):
            yield f"term {register.name} {name}", partial(_term_listing, site, register, name)


def listing(
    site: Site,
    name: str,
    title: str,
    about: str,
    items: Sequence[Item],
    template: str,
    group: Callable[[Site, Sequence[Item], str], Any] | None = None,
    **values: Any,
) -> Iterator[StagedPage]:
    """A listing in parts; ``group`` makes what each shows. A value that can be called gets the part's address."""

    def show(part: Sequence[Item], here: str, number: int) -> dict[str, Any]:
        given = {key: value(here) if callable(value) else value for key, value in values.items()}
        return {"groups": (group or groups_of)(site, part, here), **given}

    def head(part: Sequence[Item], here: str, number: int) -> str:
        return site.render("head.html.jinja", here, linked_data=listing_data(site, name, title, about, part, number))

    return in_parts(site, name, title, about, items, template, show, head=head)


def groups_of(site: Site, items: Iterable[Item], here: str) -> list[tuple[str, list[Card]]]:
    """The items as cards under the plural of their kind, the kinds in their own order."""
    ordered = sorted(items, key=lambda item: KINDS.index(item.kind))
    groups = groupby(ordered, key=lambda item: item.kind)
    return [(site.words.say(kind.plural), site.cards(part, here)) for kind, part in groups]


def _kind_listing(site: Site, kind: Kind) -> Iterator[StagedPage]:
    items = site.index.by_kind.get(kind.folder, ())
    return listing(
        site,
        kind.folder,
        site.words.say(kind.plural),
        site.words.say(kind.about),
        items,
        "listing/kind.html.jinja",
        kind=kind,
        themes=terms_of_kind(site, kind, "theme", items),
        regions=terms_of_kind(site, kind, "region", items),
        follow=lambda here: follow(site, kind.folder, here),
        to_print=cards_name(site, kind.folder) if kind.folder in PRINTED else "",
    )


def theme_entries(site: Site, items: Iterable[Item], here: str, below: str = "") -> list[Entry]:
    """The themes of the items, the most frequent first, each with its page or what stands below that."""
    link = site.addresses.relative(here)
    counts = Counter(theme for item in items for theme in item.fields.themes)
    named = [
        Entry(site.name_of("theme", theme), link(f"themes/{theme}{below}"), count) for theme, count in counts.items()
    ]
    return sorted(named, key=lambda entry: (-entry.count, entry.name))


def _term_listing(site: Site, register: Register, name: str) -> Iterator[StagedPage]:
    record = site.records(register.name)[name]
    items = sorted(site.index.by_term.get(register.name, {}).get(name, ()), key=lambda item: KINDS.index(item.kind))
    part = OF_REGISTER.get(register.name)

    def facts(here: str) -> list[Any]:
        values = site.values(here)
        if register.name not in ("contributor", "organisation"):
            return []
        hidden = {"name", "consent", "withdrawn_on", "about", *(part.hides(record) if part else ())}
        return values.fields(record, [field for field in type(record).model_fields if field not in hidden])

    def narrower(here: str) -> list[Entry]:
        return _entries(site, register, here, children)

    terms = site.records(register.name) if register.fields is Term else {}
    children = _in_order(site, register, (other for other, term in terms.items() if term.broader == name))
    yield from listing(
        site,
        f"{register.plural}/{name}",
        site.name_of(register.name, name),
        _about(site, record),
        items,
        "listing/term.html.jinja",
        register=register,
        has_calendar=register.name == "theme" and any(item.kind.name == "gathering" for item in items),
        facts=facts,
        narrower=narrower,
        by_kind=kinds_of(site, register, name, items),
        by_region=regions_of(site, name, items) if register.name == "theme" else [],
        by_theme=themes_of(site, name, items) if register.name == "region" else [],
        own=lambda here: (
            part.values(site, name, here) if part and here == site.addresses.page(f"{register.plural}/{name}") else None
        ),
        follow=lambda here: follow(site, f"{register.plural}/{name}", here),
    )
    if part:
        yield from part.pages(site, name)


def _overview(site: Site, register: Register) -> Iterator[StagedPage]:
    """Every entry of a register in order of name: first those under which something stands, with how much."""
    names = sorted(_named(site, register), key=lambda name: not site.has_page(register.name, name))
    name, title, each = register.plural, site.words.say(register.label), ROWS if register.fields is Term else NAMES

    letters = _letters(site, register, names, each)

    def show(part: Sequence[str], here: str, number: int) -> dict[str, Any]:
        entries, link = _entries(site, register, here, part), site.addresses.relative(here)
        used, unused = [entry for entry in entries if entry.href], [entry for entry in entries if not entry.href]
        begins = [(letter, link(name, letters[letter])) for letter in sorted(letters)]
        return {"register": register, "used": used, "unused": unused, "begins": begins}

    def head(part: Sequence[str], here: str, number: int) -> str:
        data = listing_data(site, name, title, "", (), number, named=part)
        return site.render("head.html.jinja", here, linked_data=data)

    return in_parts(site, name, title, "", names, "listing/overview.html.jinja", show, each=each, head=head)


def _letters(site: Site, register: Register, names: Sequence[str], each: int) -> dict[str, int]:
    """The letters with which names begin that have a page, each with the part in which the first of those stands."""
    letters: dict[str, int] = {}
    for place, name in enumerate(names):
        if site.has_page(register.name, name):
            letters.setdefault(letter_of(site.name_of(register.name, name)), part_at(site, place, each))
    return letters


def _named(site: Site, register: Register) -> list[str]:
    """The entries of a register that may be shown, in order of name."""
    shown = [
        name
        for name, record in site.records(register.name).items()
        if register.name != "contributor" or may_show(record, ConsentScope.NAME)
    ]
    return _in_order(site, register, shown)


def _in_order(site: Site, register: Register, names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: site.name_of(register.name, name).casefold())


def _entries(site: Site, register: Register, here: str, names: Iterable[str]) -> list[Entry]:
    link: Link = site.addresses.relative(here)
    under, records = site.index.by_term.get(register.name, {}), site.records(register.name)
    return [
        Entry(
            name=site.name_of(register.name, name),
            href=link(f"{register.plural}/{name}") if site.has_page(register.name, name) else "",
            count=len(under.get(name, ())),
            about=_about(site, records[name]),
        )
        for name in names
    ]


def _about(site: Site, record: Any) -> str:
    about = getattr(record, "about", None)
    if about is None and isinstance(record, Organisation) and record.type:
        return site.words.say(record.type.label)
    return site.of_vocabulary(about) if isinstance(about, Words) else site.own_words(about or "")
