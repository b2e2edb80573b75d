"""What every staged page is made with: the edition, its index, the words, the addresses, and the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from gemeengoed.cache import digest
from gemeengoed.edition import Edition
from gemeengoed.kinds.common import Language
from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.registers import Contributor, Organisation, OrganisationType
from gemeengoed.kinds.registers import Words as Vocabulary
from gemeengoed.licences import find_licence
from gemeengoed.markdown.typography import typeset_template
from gemeengoed.model import Item, Trait
from gemeengoed.rules.gatherings import Programme, programme
from gemeengoed.rules.regions import within
from gemeengoed.rules.translations import Versions, instead, versions
from gemeengoed.settings import SiteLanguage
from gemeengoed.stage.addresses import Addresses, addresses_in
from gemeengoed.stage.elsewhere import Absent, Elsewhere
from gemeengoed.stage.environment import environment
from gemeengoed.stage.finding.alikeness import alikeness
from gemeengoed.stage.finding.compounds import Splitter, compound_parts, words_of
from gemeengoed.stage.finding.language import searching_in
from gemeengoed.stage.finding.pairs import pairs
from gemeengoed.stage.foreign import Foreign, texts_in, told
from gemeengoed.stage.groups import Groups, build_groups, day_of, fits, renewed, state_of_works
from gemeengoed.stage.index import Index, index_of
from gemeengoed.stage.people import People
from gemeengoed.stage.shared import KEPT, Drawer
from gemeengoed.stage.trace import Watched, read, remember, unwatched
from gemeengoed.stage.values import Shown, Values
from gemeengoed.stage.words import Words
from gemeengoed.stage.written import Written, written

LATEST = 6

KEPT["word_counts"] = TypeAdapter(dict[str, int])
KEPT["likeness"] = TypeAdapter(dict[str, tuple[str, ...]])

Link = Callable[..., str]


class Card(NamedTuple):
    """What a listing shows of an item."""

    href: str
    title: str
    summary: str
    kind: str
    icon: str
    maturity: str
    themes: tuple[str, ...]
    day: str


class Site:
    """One edition being staged in one language. Holds no state that staging a page changes."""

    def __init__(
        self,
        edition: Edition,
        language: str = "",
        absent: Absent = frozenset(),
        groups: Groups | None = None,
        edited: Set[str] = frozenset(),
    ) -> None:
        """The site in a language, by default that of the commons. ``absent`` is what the other languages lack.

        ``groups`` are those of its index, where an earlier run has made them, before the front matter of some items was
        ``edited`` and nothing else.
        """
        self.commons = edition.commons
        self.language = language or str(edition.commons.settings.language)
        self.settings = edition.commons.settings.said_in(self.language)
        self.base = self.settings.folder_of(self.language)
        self.url = self.settings.address_in(self.language)
        self.words = Words(self.language, self.settings.language)
        self.addresses = addresses_in(self.settings, self.language)
        works = versions(edition.listed)  # of those, each site lists one page
        here = instead(works, self.language, self.settings.language)
        listed = tuple(item for item in edition.listed if item.ref not in here)
        self.edition = replace(edition, listed=listed) if here else edition
        self.elsewhere = tuple(self._elsewhere(works, str(other.locale)) for other in self._others())
        with unwatched():
            every, size = versions(edition.items.values()), self.settings.limits.listing_page
            of_works = state_of_works(every, here, *(other.instead for other in self.elsewhere))
            known = groups if groups and fits(groups, self.edition, of_works) else None
            if known and edited:
                known = renewed(known, edited, self.edition, here)
            self.groups = known or build_groups(self.edition, here, of_works)
            self.index: Index = index_of(self.groups, self.edition, every, here, size)
        texts = self._written(self.language, self.addresses)
        self.written = Written(Watched("written", texts.places), texts.texts)
        self.absent = absent
        self.drawer = Drawer()
        self._made: dict[Any, Any] = {}
        self.templates = environment(self.language, str(self.settings.language))

    def _others(self) -> Iterable[SiteLanguage]:
        return (other for other in self.settings.shown_in if other.locale != self.language)

    def _written(self, language: str, addresses: Addresses) -> Written:
        with unwatched():
            first = addresses_in(self.settings, str(self.settings.language))
            return written(self.commons.pages, self.settings, language, first, addresses)

    def _elsewhere(self, works: Versions, language: str) -> Elsewhere:
        settings, addresses = self.settings, addresses_in(self.settings, language)
        return Elsewhere(
            language,
            settings.folder_of(language),
            settings.address_in(language),
            addresses,
            Watched(f"instead {language}", instead(works, language, settings.language)),
            self._written(language, addresses).places,
        )

    @property
    def is_first(self) -> bool:
        """Whether this is the site in the language of the commons, which has what stands once for all of them."""
        return not self.base

    @cached_property
    def word_counts(self) -> Mapping[str, int]:
        """The words of titles, summaries, keywords and the vocabulary, with how many of those each is in."""
        counts, texts = Counter(alikeness(self).counts), list[str]()
        for register in self.commons.terms:
            for term in self.records(register).values():
                for language in dict.fromkeys((self.language, str(self.settings.language))):
                    label, synonyms = (getattr(one, language, None) for one in (term.label, term.synonyms))
                    texts.append(" ".join([label or "", *(synonyms or ())]))
        counts.update(word for text in texts for word in words_of(text))
        return dict(sorted(counts.items()))

    @cached_property
    def lexicon(self) -> frozenset[str]:
        """The words that compounds are split by."""
        return frozenset(self.word_counts)

    @cached_property
    def splitters(self) -> Mapping[str, Splitter]:
        """What splits compounds, by the language that a page is written in."""
        return {language: Splitter(self.lexicon, searching_in(language)) for language in Language}

    @cached_property
    def programme(self) -> Programme:
        """What the gatherings of the edition add up to."""
        return programme(self.index.by_kind.get("gatherings", ()), self.commons.today)

    @cached_property
    def age(self) -> Mapping[str, int]:
        """The place of every listed item among all, the newest first."""
        return {item.ref: number for number, item in enumerate(self.index.newest)}

    @cached_property
    def municipalities(self) -> Mapping[str, tuple[str, ...]]:
        """The municipalities of each region, those of the regions within it too: their names, in order of alphabet."""
        found: dict[str, set[str]] = {}
        for identifier, organisation in self.records("organisation").items():
            if organisation.type is OrganisationType.MUNICIPALITY:
                for region in within(organisation.regions, self.commons.regions):
                    found.setdefault(region, set()).add(organisation.name or identifier)
        return {region: tuple(sorted(names, key=str.casefold)) for region, names in found.items()}

    @cached_property
    def withheld(self) -> frozenset[str]:
        """References to the items that the readers of this edition may not know of."""
        paths = {outcome.path for outcome in self.edition.withheld}
        return frozenset(item.ref for item in self.commons.items.values() if item.path in paths)

    def render(self, template: str, here: str, **values: Any) -> str:
        """A part of the page with the address ``here``, as HTML."""
        html = self.templates.get_template(template).render(site=self, link=self.addresses.relative(here), **values)
        html = typeset_template(told(html), self.words.language)
        return "\n".join([line for line in html.split("\n") if line and not line.isspace()])

    def full_address(self, name: str) -> str:
        """The whole address of a page, for use elsewhere; empty where the settings do not say where the site stands."""
        return f"{self.url}{self.addresses.page(name)}" if self.url else ""

    def language_of(self, item: Item) -> str:
        """The language that an item is written in."""
        said = item.fields.language if Trait.LANGUAGE in item.traits else None
        return str(said or self.settings.language)

    def said(self, text: str, language: str) -> str:
        """A text in a language, which its element says where it is not that of the site."""
        return text if not text or language == self.language else Foreign(text, language)

    def own_words(self, text: str) -> str:
        """A text in the language of the commons: of a register, say, where nobody says in which it is."""
        return self.said(text, str(self.settings.language))

    def title(self, item: Item) -> str:
        """The title of an item, in its language."""
        return self.said(item.title, self.language_of(item))

    def summary(self, item: Item) -> str:
        """The summary of an item, in its language."""
        return self.said(item.fields.summary or "", self.language_of(item))

    def fields(self, item: Item) -> Any:
        """What the front matter of an item says, its texts in its language."""
        language = self.language_of(item)
        return item.fields if language == self.language else texts_in(item.fields, language)

    def shown(self, item: Item) -> Item:
        """The whole item with its texts in its language, for its own page."""
        fields = self.fields(item)
        return item if fields is item.fields else Item(item.ref, item.kind, fields, item.text)

    def values(self, here: str) -> Values:
        """What shows the values of fields on the page with the address ``here``."""
        link = self.addresses.relative(here)
        return Values(self.words, lambda name, ref: self.reference(name, ref, link))

    def reference(self, name: str, ref: Ref, link: Link) -> Shown:
        """A reference as text and address. One to an item outside this edition shows nothing at all."""
        register = ref.register
        if register == "item":
            item = self.edition.items.get(self.index.instead.get(name, name))
            return Shown(self.title(item), link(item.ref)) if item else Shown()
        if register == "licence":
            licence = find_licence(name)
            return Shown(licence.badge if licence else name, licence.url if licence else "")
        if register == "party":
            register = self.commons.party_register(name)
        return Shown(self.name_of(register, name), link(f"{register}s/{name}") if self.has_page(register, name) else "")

    def name_of(self, register: str, name: str) -> str:
        """The label of a term, or the name of a contributor or organisation; as it was written when there is none."""
        return remember(self._made, (register, name), lambda: self._name_of(register, name))

    def _name_of(self, register: str, name: str) -> str:
        parties: Mapping[str, Mapping[str, Contributor | Organisation]] = {
            "contributor": self.commons.contributors,
            "organisation": self.commons.organisations,
        }
        if register in parties:
            party = parties[register].get(name)
            return (party and party.name) or name
        term = self.commons.terms[register].get(name)
        return self.of_vocabulary(term.label if term else None) or name

    def of_vocabulary(self, words: Vocabulary | None) -> str:
        """A text of the vocabulary in the language of the site, else in one in which it is there."""
        found = words.found(self.language, self.settings.language) if words else None
        return self.said(*found) if found else ""

    def records(self, register: str) -> dict[str, Any]:
        """The entries of a register that this edition may name, by identifier."""
        return remember(self._made, register, lambda: self._records(register))

    def _records(self, register: str) -> dict[str, Any]:
        commons, unnamed = self.commons, self.edition.unnamed
        registers: Mapping[str, Mapping[str, Any]] = {
            **commons.terms,
            "contributor": commons.contributors,
            "organisation": commons.organisations,
        }
        return {name: record for name, record in registers[register].items() if (register, name) not in unnamed}

    def has_page(self, register: str, name: str) -> bool:
        """Whether something stands under a term or party, or is known of it, so that it has a page of its own."""
        return (register, name) in self.with_page

    @cached_property
    def with_page(self) -> Mapping[tuple[str, str], bool]:
        """The terms and parties that have a page of their own: register and name."""
        under = {(register, name): True for register, group in self.index.by_term.items() for name in group}
        return under | {(register, name): True for register, names in self.people.with_page.items() for name in names}

    @cached_property
    def likeness(self) -> Mapping[str, tuple[str, ...]]:
        """The references of the items that each listed item is most like."""
        return alikeness(self).likest

    def has_pair(self, name: str) -> bool:
        """Whether two things together have a page of their own."""
        return name in pairs(self)

    @property
    def people(self) -> People:
        """Who shows which skills, who gave and received what, and who hangs together with whom."""
        return People(self)

    def parts_of_words(self, item: Item) -> tuple[str, str]:
        """The parts of the compounds of an item: of its title and keywords, and of its summary and text besides."""
        with unwatched():  # the words of all items are of matter for what they make of this one only
            splitter = self.splitters[self.language_of(item)]
            names = f"{item.title} {' '.join(item.fields.keywords)}"
            of_names = compound_parts(names, splitter)
            others = compound_parts(f"{names} {item.fields.summary} {item.text.body}", splitter)
            parts = " ".join(of_names), " ".join(part for part in others if part not in of_names)
        read(f"compounds {item.ref} {digest(*parts)}")
        return parts

    def cards(self, items: Iterable[Item], here: str) -> list[Card]:
        """The items as a listing on the page ``here`` shows them."""
        link = self.addresses.relative(here)
        return [self.card(item, link) for item in items]

    def card(self, item: Item, link: Link) -> Card:
        """One item as a listing shows it."""
        return Card(link(item.ref), *remember(self._made, item.ref, lambda: self._card(item)))

    def _card(self, item: Item) -> tuple[Any, ...]:
        """What a card of an item shows on every page: read as one thing, since a listing has very many of them."""
        read(f"card {item.ref}")
        with unwatched():
            fields, day = item.fields, day_of(self.edition, item)
            title, summary = self.title(item), self.summary(item)
        maturity = getattr(fields, "maturity", None)
        _, *shown = Card(
            href="",
            title=title,
            summary=summary,
            kind=self.words.say(item.kind.label),
            icon=item.kind.icon,
            maturity=self.words.say(maturity.label) if maturity else "",
            themes=tuple(self.name_of("theme", theme) for theme in fields.themes),
            day=self.words.day(day) if day else "",
        )
        return tuple(shown)
