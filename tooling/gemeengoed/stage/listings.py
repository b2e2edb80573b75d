"""Listings: of a kind, of a term of the vocabulary, of a contributor or organisation, in parts of a stated size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from gemeengoed.stage.index import RANK, by_name
from gemeengoed.stage.linked_data import listing_data
from gemeengoed.stage.named import PRINTED
from gemeengoed.stage.of_register import OF_REGISTER
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.parts import NAMES, ROWS, Part, how_many, in_parts, page_of, part_at, parts_of
from gemeengoed.stage.print_cards import cards_name
from gemeengoed.stage.shared import kept, shared
from gemeengoed.stage.site import Card, Link, Site

Group = Callable[[Site, Sequence[Item], str], Any]
"""Makes what a part of a listing shows of its items, on the page of an address."""

OWN_LISTING = frozenset({"question", "network", "initiative", "gathering"})
"""The kinds whose listing a module of its own makes: ``questions``, ``networks``, ``initiatives``, ``calendar``."""

OWN_OVERVIEW = frozenset({"skill"})
"""The registers whose overview is made elsewhere: that of skills is ``exchange``."""


def listing_units(site: Site) -> Iterator[Unit]:
    """Every listing of the edition, each of its parts by itself."""
    for kind in KINDS:
        if kind.name not in OWN_LISTING:
            for number in _numbers(site, site.index.by_kind.get(kind.folder, ())):
                yield f"kind {kind.folder} {number}", partial(_part_of_kind, site, kind, number)
    for register in BROWSED:
        if register.name not in OWN_OVERVIEW:
            yield f"register {register.name}", partial(_overview, site, register)
        under = site.index.by_term.get(register.name, {})
        for name in sorted({*under, *site.people.with_page.get(register.name, ())}):
            for number in _numbers(site, under.get(name, ())):
                yield f"term {register.name} {name} {number}", partial(_part_of_term, site, register, name, number)
            if part := OF_REGISTER.get(register.name):
                yield f"beside {register.name} {name}", partial(part.pages, site, name)


def _numbers(site: Site, group: Sequence[Item]) -> range:
    return range(1, how_many(len(group), site.settings.limits.listing_page) + 1)


def listing(
    site: Site,
    name: str,
    title: str,
    about: str,
    items: Sequence[Item],
    template: str,
    group: Group | None = None,
    **values: Any,
) -> Iterator[StagedPage]:
    """A listing in parts."""
    parts = parts_of(items, site.settings.limits.listing_page)
    return (part_of_listing(site, name, title, about, part, template, group, **values) for part in parts)


def part_of_listing(
    site: Site,
    name: str,
    title: str,
    about: str,
    part: Part[Item],
    template: str,
    group: Group | None = None,
    **values: Any,
) -> StagedPage:
    """A part of a listing; ``group`` makes what it shows. A value that can be called gets the address of the part."""

    def show(items: Sequence[Item], here: str, number: int) -> dict[str, Any]:
        given = {key: value(here) if callable(value) else value for key, value in values.items()}
        return {"groups": (group or groups_of)(site, items, here), **given}

    def head(items: Sequence[Item], here: str, number: int) -> str:
        return site.render("head.html.jinja", here, linked_data=listing_data(site, name, title, about, items, number))

    return page_of(site, name, title, about, part, template, show, head)


def groups_of(site: Site, items: Iterable[Item], here: str) -> list[tuple[str, list[Card]]]:
    """The items as cards under the plural of their kind, the kinds in their own order."""
    ordered = sorted(items, key=lambda item: RANK[item.kind.folder])
    groups = groupby(ordered, key=lambda item: item.kind)
    return [(site.words.say(kind.plural), site.cards(part, here)) for kind, part in groups]


def _part(site: Site, family: str, name: str, group: Sequence[Item], number: int) -> Part[Item]:
    """What stands in a part, read as one thing: what comes or goes elsewhere in the listing is of no matter."""
    items = site.index.parts.get(f"{family} {name} {number}", ())
    return Part(items, number, len(_numbers(site, group)), len(group))


def _part_of_kind(site: Site, kind: Kind, number: int) -> Iterator[StagedPage]:
    yield part_of_listing(
        site,
        kind.folder,
        site.words.say(kind.plural),
        site.words.say(kind.about),
        _part(site, "by_kind", kind.folder, site.index.by_kind.get(kind.folder, ()), number),
        "listing/kind.html.jinja",
        kind=kind,
        themes=terms_of_kind(site, kind, "theme"),
        regions=terms_of_kind(site, kind, "region"),
        follow=lambda here: follow(site, kind.folder, here),
        to_print=cards_name(site, kind.folder) if kind.folder in PRINTED else "",
    )


def theme_entries(site: Site, items: Iterable[Item], here: str) -> list[Entry]:
    """The themes of the items, the most frequent first, each with its page."""
    counts = Counter(theme for item in items for theme in item.fields.themes)
    return counted_themes(site, counts.items(), here)


def counted_themes(site: Site, counts: Iterable[tuple[str, int]], here: str, below: str = "") -> list[Entry]:
    """Themes, the most frequent first, each with its page or what stands below that."""
    link = site.addresses.relative(here)
    named = [Entry(site.name_of("theme", theme), link(f"themes/{theme}{below}"), count) for theme, count in counts]
    return sorted(named, key=lambda entry: (-entry.count, entry.name))


def _part_of_term(site: Site, register: Register, name: str, number: int) -> Iterator[StagedPage]:
    record, own = site.records(register.name)[name], OF_REGISTER.get(register.name)
    under = site.index.by_term.get(register.name, {}).get(name, ())

    def facts(here: str) -> list[Any]:
        values = site.values(here)
        if register.name not in ("contributor", "organisation"):
            return []
        hidden = {"name", "consent", "withdrawn_on", "about", *(own.hides(record) if own else ())}
        return values.fields(record, [field for field in type(record).model_fields if field not in hidden])

    yield part_of_listing(
        site,
        f"{register.plural}/{name}",
        site.name_of(register.name, name),
        _about(site, record),
        _part(site, f"by_term {register.name}", name, under, number),
        "listing/term.html.jinja",
        register=register,
        has_calendar=register.name == "theme" and name in _with_gatherings(site),
        facts=facts,
        narrower=lambda here: _entries(site, register, here, _children(site).get(f"{register.name} {name}", ())),
        by_kind=kinds_of(site, register, name),
        by_region=regions_of(site, name) if register.name == "theme" else [],
        by_theme=themes_of(site, name) if register.name == "region" else [],
        own=lambda here: own.values(site, name, here) if own and number == 1 else None,
        follow=lambda here: follow(site, f"{register.plural}/{name}", here),
    )


@kept(dict[str, bool])
def _with_gatherings(site: Site) -> Mapping[str, bool]:
    """The themes that gatherings stand under."""
    gatherings = by_name(site.index.by_kind, "gatherings")
    return dict.fromkeys(sorted({theme for item in gatherings for theme in item.fields.themes}), True)


@shared
def _children(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The terms below each term, in order of name: ``theme samenwerken``."""
    found: dict[str, list[str]] = {}
    for register in BROWSED:
        terms = site.records(register.name) if register.fields is Term else {}
        for name, term in terms.items():
            if term.broader:
                found.setdefault(f"{register.name} {term.broader}", []).append(name)
    registers = {register.name: register for register in BROWSED}
    return {above: tuple(_in_order(site, registers[above.partition(" ")[0]], below)) for above, below in found.items()}


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
