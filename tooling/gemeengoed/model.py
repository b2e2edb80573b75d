"""The commons in memory: frozen, sorted, typed. Everything after loading reads this and changes nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from unicodedata import normalize

from gemeengoed.kinds import KIND_BY_FOLDER, KIND_BY_NAME, REGISTERS, Kind
from gemeengoed.kinds.common import Audience, ItemFields, Maturity, Relation, Status, Translation
from gemeengoed.kinds.declare import Loc, Ref, references
from gemeengoed.kinds.registers import Contributor, Organisation, Term
from gemeengoed.markdown.links import resolve
from gemeengoed.revisions import History
from gemeengoed.settings import Settings
from gemeengoed.texts import File, RegisterFile, Text

MEDIA = frozenset({".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".gif", ".avif"})
"""How the names of files end that a page may show or link to."""

PARTS = frozenset({"commons", "docs", "LICENSES"})
"""The folders of a commons that the rules look into; besides those, the files at its top."""


class Trait(StrEnum):
    """What few items have, and a check asks of all before it looks further."""

    UNTITLED = "untitled"
    LANGUAGE = "language"
    TRANSLATION = "translation"
    DERIVED = "derived"
    SUPERSEDES = "supersedes"
    ALIASES = "aliases"
    PROVEN = "proven"
    MEMBERS = "members"


def traits_of(fields: ItemFields) -> frozenset[Trait]:
    """The traits of an item with these fields."""
    has = {
        Trait.UNTITLED: not fields.title,
        Trait.LANGUAGE: fields.language is not None,
        Trait.TRANSLATION: fields.translation_of is not None,
        Trait.DERIVED: any(source.relation is Relation.DERIVED_FROM for source in fields.sources),
        Trait.SUPERSEDES: bool(fields.supersedes),
        Trait.ALIASES: bool(fields.aliases),
        Trait.PROVEN: getattr(fields, "maturity", None) is Maturity.PROVEN,
        Trait.MEMBERS: fields.audience is Audience.MEMBERS,
    }
    return frozenset(trait for trait, is_so in has.items() if is_so)


@dataclass(frozen=True)
class Item:
    """One item of the commons. ``ref`` is how others name it: ``methods/intervisie``."""

    ref: str
    kind: Kind
    fields: ItemFields
    text: Text

    @property
    def path(self) -> str:
        """The file of the item, from the root of the commons."""
        return self.text.path

    @property
    def slug(self) -> str:
        """The item's own part of its reference."""
        return self.ref.partition("/")[2]

    @property
    def title(self) -> str:
        """The title, or the name of the file while it has none."""
        return self.fields.title or self.slug

    @property
    def status(self) -> Status:
        """Where the item stands in its life."""
        return self.fields.status

    @cached_property
    def traits(self) -> frozenset[Trait]:
        """What few items have."""
        return traits_of(self.fields)

    @cached_property
    def contributors(self) -> frozenset[str]:
        """Whoever its front matter names as a contributor; a name may turn out to be that of an organisation."""
        return frozenset(name for _, name, ref in self.references if ref.register in ("contributor", "party"))

    @cached_property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Everything that the item refers to: the register and the name. What its text links to counts as ``item``."""
        said = [(ref.register, name) for _, name, ref in self.references]
        links = (resolve(link.target, self.path)[0] for link in self.text.links if not link.is_external)
        return tuple(dict.fromkeys([*said, *(("item", name) for name in links)]))

    @property
    def translation_of(self) -> Translation | None:
        """What the item is a translation of."""
        return self.fields.translation_of

    @cached_property
    def media(self) -> tuple[str, ...]:
        """The files beside the item that its page shows or links to: paths from the root of the commons."""
        beside = posixpath.dirname(self.path)
        entries = [posixpath.normpath(posixpath.join(beside, entry.file)) for entry in self.fields.media if entry.file]
        targets = [link.target for link in self.text.links if link.target and not link.is_external]
        linked = [resolve(target, self.path)[0] for target in targets]
        return (*entries, *(name for name in linked if PurePosixPath(name).suffix.lower() in MEDIA))

    @cached_property
    def hash(self) -> str:
        """The state of what a translator translates: the first twelve hex digits of a SHA-256.

        Taken over title, summary and body, each without the spaces around it and with those inside (line ends too)
        as one, in Unicode NFC; so a line wrapped otherwise or a new review leaves it as it was.
        """
        parts = (self.fields.title or "", self.fields.summary or "", self.text.body)
        text = "\n".join(" ".join(normalize("NFC", part).split()) for part in parts)
        return sha256(text.encode()).hexdigest()[:12]

    @cached_property
    def references(self) -> tuple[tuple[Loc, str, Ref], ...]:
        """Every reference that its front matter makes: where it stands, what it names, what that must be."""
        return tuple(references(self.fields))


@dataclass(frozen=True)
class Names:
    """What there is, by name alone: the items by reference, each with its kind, and the paths of other files."""

    items: Mapping[str, str]
    pages: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Commons:
    """A commons as it was loaded from ``root``, whatever state it is in. ``today`` is the one clock of all rules."""

    root: Path
    today: date
    history: History
    settings: Settings
    items: Mapping[str, Item]
    pages: tuple[Text, ...]
    strays: tuple[File, ...]
    registers: Mapping[str, RegisterFile]
    contributors: Mapping[str, Contributor]
    organisations: Mapping[str, Organisation]
    themes: Mapping[str, Term]
    skills: Mapping[str, Term]
    roles: Mapping[str, Term]
    regions: Mapping[str, Term]
    part_of: Commons | None = None
    told: Names | None = None
    """What there is, where only a part of it was read."""
    own_registers: Mapping[str, RegisterFile] | None = None
    """The register files of a part."""

    @property
    def whole(self) -> Commons:
        """The commons that this is a part of; itself when it is whole."""
        return self.part_of or self

    def part(self, paths: Set[str]) -> Commons:
        """The commons with only the items, pages, strays and register files of some paths; what registers say stays."""
        return replace(
            self,
            items={ref: item for ref, item in self.items.items() if item.path in paths},
            pages=tuple(page for page in self.pages if page.path in paths),
            strays=tuple(stray for stray in self.strays if stray.path in paths),
            part_of=self.whole,
            own_registers={path: register for path, register in self.registers.items() if path in paths},
        )

    @property
    def register_files(self) -> Mapping[str, RegisterFile]:
        """The register files that there are to look at."""
        return self.registers if self.own_registers is None else self.own_registers

    @cached_property
    def names(self) -> Names:
        """What there is in the whole commons."""
        if self.told is not None:
            return self.told
        if self.part_of is not None:
            return self.part_of.names
        kinds = {ref: item.kind.name for ref, item in self.items.items()}
        return Names(kinds, tuple(page.path for page in self.pages), tuple(stray.path for stray in self.strays))

    def texts(self) -> Iterator[Text]:
        """Every Markdown text: of the items, then of the hand-written pages."""
        yield from (item.text for item in self.items.values())
        yield from self.pages

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, Term]]:
        """The vocabulary by the name of its registers."""
        lists = {"theme": self.themes, "skill": self.skills, "role": self.roles, "region": self.regions}
        return MappingProxyType(lists)

    def party_register(self, name: str) -> str:
        """The register that a party is in: a party is a contributor, and else an organisation."""
        return "contributor" if name in self.contributors else "organisation"

    def of_kind(self, name: str) -> tuple[Item, ...]:
        """The items of one kind, in order of reference."""
        return tuple(item for item in self.items.values() if item.kind is KIND_BY_NAME[name])

    def listings(self) -> Iterator[str]:
        """What can be referred to besides items: ``methods`` for all of a kind, ``themes/participatie`` for a term."""
        yield from KIND_BY_FOLDER
        records = {**self.terms, "contributor": self.contributors, "organisation": self.organisations}
        for register in REGISTERS:
            yield register.plural
            yield from (f"{register.plural}/{name}" for name in records[register.name])

    def files(self) -> tuple[File, ...]:
        """Every file that was read or refused, in order of path: items, strays, registers, pages."""
        found = [item.text for item in self.items.values()]
        registers = {register.file.path: register.file for register in self.register_files.values()}
        return tuple(sorted([*found, *self.strays, *registers.values(), *self.pages], key=lambda file: file.path))
