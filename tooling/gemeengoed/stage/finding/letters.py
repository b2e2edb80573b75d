"""From A to Z: every item by its title, and the words of the vocabulary with those that lead to them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from gemeengoed.i18n import message
from gemeengoed.stage.addresses import LETTERS, listing_path
from gemeengoed.stage.finding.language import searching_in
from gemeengoed.stage.finding.searched import synonyms_of
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.shared import kept, plain, shared
from gemeengoed.stage.site import Site

TOGETHER = 400
"""Up to so many entries the letters stand together, on as few pages as they fill; beyond that each has its own."""

PER_PAGE = 220
OTHER = "0-9"
"""What begins with no letter."""

REGISTERS = {"theme": "themes", "skill": "skills", "region": "regions"}


class Place(NamedTuple):
    """Where an entry stands in the order, what it is called, and what it leads to: an item or a term."""

    order: str
    text: str
    leads_to: str
    see: bool = False
    """Whether it is another word for what it leads to."""


@dataclass(frozen=True)
class Shown:
    """An entry on the page."""

    text: str
    href: str
    note: str
    see: str


def letter_units(site: Site) -> Iterator[Unit]:
    """The page of all letters, and of each letter where there is much."""
    counts = letter_counts(site)
    if sum(counts.values()) <= TOGETHER:
        yield "letters", partial(_together, site)
        return
    yield "letters", partial(_overview, site)
    for letter in counts:
        yield f"letter {letter}", partial(_letter, site, letter)


@kept(dict[str, int])
def letter_counts(site: Site) -> Mapping[str, int]:
    """How many entries each letter has."""
    return {letter: len(found) for letter, found in places(site).items()}


@plain
def places(site: Site) -> Mapping[str, Sequence[Place]]:
    """All entries by letter, in order."""
    articles = searching_in(site.words.language).articles
    found: dict[str, list[Place]] = defaultdict(list)
    for place in _all(site, articles):
        found[_letter_of(place.order)].append(place)
    return {letter: sorted(found[letter]) for letter in sorted(found)}


def _all(site: Site, articles: frozenset[str]) -> Iterator[Place]:
    for item in site.edition.listed:
        title = item.title
        yield Place(order_of(title, articles), site.said(title, site.language_of(item)), item.ref)
    for register, folder in REGISTERS.items():
        for name, term in site.records(register).items():
            if not site.has_page(register, name):
                continue
            label = site.name_of(register, name)
            yield Place(order_of(label, articles), label, f"{folder}/{name}")
            for word in synonyms_of(term, site.words.language):
                yield Place(order_of(word, articles), word, f"{folder}/{name}", see=True)


def order_of(text: str, articles: frozenset[str]) -> str:
    """The letters by which a text is put in order: no accents or signs, and no article before it."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    plain = plain.strip("'\"“‘ ")
    first, _, rest = plain.partition(" ")
    return rest if first in articles and rest else plain


def letter_of(text: str, articles: frozenset[str] = frozenset()) -> str:
    """The letter under which a text stands."""
    return _letter_of(order_of(text, articles))


def _letter_of(order: str) -> str:
    letter = order[:1].upper()
    return letter if "A" <= letter <= "Z" else OTHER


def _shown(site: Site, found: Sequence[Place], here: str) -> list[Shown]:
    link = site.addresses.relative(here)
    return [Shown(place.text, link(place.leads_to), *_said(site, place)) for place in found]


def _said(site: Site, place: Place) -> tuple[str, str]:
    """What sort of page an entry leads to, and for another word the name of that page."""
    if item := site.edition.items.get(place.leads_to):
        return site.words.say(item.kind.label), ""
    folder, name = place.leads_to.split("/")
    register = next(register for register, of in REGISTERS.items() if of == folder)
    label = {"theme": site.words.say("Theme"), "skill": site.words.say("Skill"), "region": site.words.say("Region")}
    return label[register], site.name_of(register, name) if place.see else ""


def _together(site: Site) -> Iterator[StagedPage]:
    found = places(site)
    parts = _filled(letter_counts(site))
    part_of = {letter: number for number, letters in enumerate(parts, start=1) for letter in letters}
    for number, letters in enumerate(parts, start=1):
        here = site.addresses.page(LETTERS, number)
        link = site.addresses.relative(here)
        pages = {other: link(LETTERS, other) if other != number else "" for other in part_of.values()}
        jumps = [(letter, f"{pages[of]}#{_anchor(letter)}", len(found[letter])) for letter, of in part_of.items()]
        groups = [(letter, _anchor(letter), _shown(site, found[letter], here)) for letter in letters]
        yield _page(site, LETTERS, number, range(1, len(parts) + 1), site.words.say("A to Z"), jumps, groups)


def _filled(counts: Mapping[str, int]) -> list[list[str]]:
    """The letters in parts of at most PER_PAGE entries; a letter with more is a part by itself."""
    parts: list[list[str]] = [[]]
    for letter, count in counts.items():
        if parts[-1] and sum(counts[other] for other in parts[-1]) + count > PER_PAGE:
            parts.append([])
        parts[-1].append(letter)
    return parts


def _overview(site: Site) -> Iterator[StagedPage]:
    link = site.addresses.relative(site.addresses.page(LETTERS))
    jumps = [(letter, link(_name(letter)), count) for letter, count in letter_counts(site).items()]
    yield _page(site, LETTERS, 1, range(1, 2), site.words.say("A to Z"), jumps, [])


def _letter(site: Site, letter: str) -> Iterator[StagedPage]:
    found, letters = places(site)[letter], _letters(site)
    parts = [found[start : start + PER_PAGE] for start in range(0, len(found), PER_PAGE)]
    for number, part in enumerate(parts, start=1):
        here = site.addresses.page(_name(letter), number)
        link = site.addresses.relative(here)
        jumps = [(other, link(_name(other)), 0) for other in letters]
        title = site.words.message(message("A to Z: {letter}", letter=letter))
        groups = [(letter, _anchor(letter), _shown(site, part, here))]
        yield _page(site, _name(letter), number, range(1, len(parts) + 1), title, jumps, groups)


@shared
def _letters(site: Site) -> tuple[str, ...]:
    return tuple(letter_counts(site))


def _page(
    site: Site,
    name: str,
    number: int,
    numbers: range,
    title: str,
    jumps: Sequence[tuple[str, str, int]],
    groups: Sequence[tuple[str, str, list[Shown]]],
) -> StagedPage:
    here = site.addresses.page(name, number)
    trail = [] if name == LETTERS else [(site.words.say("A to Z"), LETTERS)]
    html = site.render(
        "finding/letters.html.jinja",
        here,
        title=title,
        trail=trail,
        name=name,
        number=number,
        numbers=numbers,
        jumps=jumps,
        groups=groups,
    )
    shown = f"{title} ({number}/{len(numbers)})" if number > 1 else title
    return StagedPage(listing_path(here), shown, "", parts={"header": html}, facts={"layout": "listing"})


def _name(letter: str) -> str:
    return f"{LETTERS}/{letter.lower()}"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"
