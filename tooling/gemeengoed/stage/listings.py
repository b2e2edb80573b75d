"""Listings: of a kind, of a term of the vocabulary, of a contributor or organisation, in parts of a stated size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from gemeengoed.kinds import KINDS, REGISTERS, Kind, Register
from gemeengoed.kinds.declare import Choice
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.kinds.question import Question
from gemeengoed.kinds.registers import Organisation
from gemeengoed.model import Item
from gemeengoed.rules.answers import board
from gemeengoed.stage.addresses import listing_path
from gemeengoed.stage.page import StagedPage, Unit, only
from gemeengoed.stage.site import Card, Link, Site

BROWSED = tuple(register for register in REGISTERS if register.name != "role")


@dataclass(frozen=True)
class Entry:
    """A term, contributor or organisation in an overview. Without ``href`` nothing stands under it yet."""

    name: str
    href: str
    count: int
    about: str = ""


def listing_units(site: Site) -> Iterator[Unit]:
    """Every listing of the edition, each by itself with its further parts."""
    for kind in KINDS:
        yield f"kind {kind.folder}", partial(_kind_listing, site, kind)
    for register in BROWSED:
        yield f"register {register.name}", partial(only, _overview, site, register)
        for name in sorted(site.index.by_term.get(register.name, {})):
            yield f"term {register.name} {name}", partial(_term_listing, site, register, name)


def _parts(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in parts of ``size``; one empty part when there are none."""
    return [items[start : start + size] for start in range(0, len(items), size)] or [items]


def _listing(
    site: Site, name: str, title: str, about: str, items: Sequence[Item], template: str, **values: Any
) -> Iterator[StagedPage]:
    parts = _parts(items, site.settings.limits.listing_page)
    for number, part in enumerate(parts, start=1):
        here = site.addresses.page(name, number)
        html = site.render(
            template,
            here,
            title=title,
            about=about,
            name=name,
            total=len(items),
            number=number,
            numbers=range(1, len(parts) + 1),
            groups=(_board if _is_board(part) else groups_of)(site, part, here),
            **{key: value(here) if callable(value) else value for key, value in values.items()},
        )
        shown = f"{title} ({number}/{len(parts)})" if number > 1 else title
        yield StagedPage(listing_path(here), shown, about, parts={"header": html}, facts={"layout": "listing"})


def groups_of(site: Site, items: Iterable[Item], here: str) -> list[tuple[str, list[Card]]]:
    """The items as cards under the plural of their kind, the kinds in their own order."""
    ordered = sorted(items, key=lambda item: KINDS.index(item.kind))
    groups = groupby(ordered, key=lambda item: item.kind)
    return [(site.words.say(kind.plural), site.cards(part, here)) for kind, part in groups]


def _board(site: Site, items: Iterable[Item], here: str) -> list[tuple[str, list[Card]]]:
    """Items that are in order of state as cards under that state: questions, initiatives."""
    groups = groupby(items, key=_state)
    return [(site.words.say(state.label) if state else "", site.cards(part, here)) for state, part in groups]


def _is_board(items: Sequence[Item]) -> bool:
    return len({item.kind.name for item in items}) == 1 and all(_state(item) for item in items)


def _state(item: Item) -> Choice | None:
    match item.fields:
        case Question(state=state) | Initiative(phase=state):
            return state
        case _:
            return None


def _in_order(items: Sequence[Item]) -> Sequence[Item]:
    """Questions by state, the one that waits longest first; initiatives by phase; others as they are."""
    questions = [item for found in board(items).values() for item in found]
    initiatives = [item for item in items if isinstance(item.fields, Initiative)]
    initiatives.sort(key=lambda item: [str(phase) for phase in Phase].index(str(_state(item) or Phase.STOPPED)))
    return questions or initiatives or items


def _kind_listing(site: Site, kind: Kind) -> Iterator[StagedPage]:
    items = _in_order(site.index.by_kind.get(kind.folder, ()))

    def themes(here: str) -> list[Entry]:
        link = site.addresses.relative(here)
        counts: dict[str, int] = {}
        for item in items:
            for theme in item.fields.themes:
                counts[theme] = counts.get(theme, 0) + 1
        named = [Entry(site.name_of("theme", theme), link(f"themes/{theme}"), count) for theme, count in counts.items()]
        return sorted(named, key=lambda entry: (-entry.count, entry.name))

    return _listing(
        site,
        kind.folder,
        site.words.say(kind.plural),
        site.words.say(kind.about),
        items,
        "listing/kind.html.jinja",
        kind=kind,
        themes=themes,
    )


def _term_listing(site: Site, register: Register, name: str) -> Iterator[StagedPage]:
    record = site.records(register.name)[name]
    items = sorted(site.index.by_term[register.name][name], key=lambda item: KINDS.index(item.kind))

    def facts(here: str) -> list[Any]:
        values = site.values(here)
        if register.name not in ("contributor", "organisation"):
            return []
        hidden = {"name", "consent", "withdrawn_on", "about"}
        return values.fields(record, [field for field in type(record).model_fields if field not in hidden])

    def narrower(here: str) -> list[Entry]:
        # Few have any; to look at all entries for each of a thousand contributors takes a quarter of the time.
        return [entry for entry in _entries(site, register, here) if entry.name in children] if children else []

    children = {
        site.name_of(register.name, other)
        for other, term in (site.records(register.name) if register.name in site.commons.terms else {}).items()
        if getattr(term, "broader", None) == name
    }
    return _listing(
        site,
        f"{register.plural}/{name}",
        site.name_of(register.name, name),
        _about(site, record),
        items,
        "listing/term.html.jinja",
        register=register,
        facts=facts,
        narrower=narrower,
    )


def _overview(site: Site, register: Register) -> StagedPage:
    here = site.addresses.page(register.plural)
    entries = _entries(site, register, here)
    title = site.words.say(register.label)
    used, unused = [entry for entry in entries if entry.count], [entry for entry in entries if not entry.count]
    html = site.render("listing/overview.html.jinja", here, title=title, register=register, used=used, unused=unused)
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})


def _entries(site: Site, register: Register, here: str) -> list[Entry]:
    link: Link = site.addresses.relative(here)
    under = site.index.by_term.get(register.name, {})
    entries = [
        Entry(
            name=site.name_of(register.name, name),
            href=link(f"{register.plural}/{name}") if under.get(name) else "",
            count=len(under.get(name, ())),
            about=_about(site, record),
        )
        for name, record in site.records(register.name).items()
    ]
    return sorted(entries, key=lambda entry: entry.name.casefold())


def _about(site: Site, record: Any) -> str:
    about = getattr(record, "about", None)
    if about is None and isinstance(record, Organisation) and record.type:
        return site.words.say(record.type.label)
    return str(getattr(about, site.words.language, None) or "") if hasattr(about, "nl") else str(about or "")
