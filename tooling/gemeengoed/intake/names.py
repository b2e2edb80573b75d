"""What a name means that somebody typed: a theme by its label, a municipality by its name, a page by its title."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from gemeengoed.i18n import Message, message
from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.kinds.declare import Ref
from gemeengoed.licences import LICENCES, find_licence
from gemeengoed.model import Commons
from gemeengoed.own_site import own_target
from gemeengoed.suggest import nearest

_LONGEST: Final = 300
"""Nothing is looked for that is like a longer name."""

_PREFIX: Final = re.compile(r"^(?:de |het )?(?:gemeente|stad|lokaal bestuur|stadsbestuur|gemeentebestuur)\s+")


class UnknownNameError(Exception):
    """Nothing, or more than one thing, has the name that was typed; ``why`` says what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


@dataclass
class Names:
    """The names of a commons, each with what it may mean."""

    commons: Commons
    _known: dict[Ref, dict[str, list[str]]] = field(default_factory=dict)
    _written: dict[str, str] = field(default_factory=dict)

    def find(self, ref: Ref, typed: str) -> str:
        """The identifier that a typed name means, or the reference of an item. Raises UnknownNameError."""
        if ref.register == "licence":
            return self._licence(typed)
        if found := self._address(ref, typed):
            return found
        known = self._of(ref)
        for form in (plain(typed), _PREFIX.sub("", plain(typed))):
            if len(meant := known.get(form, [])) == 1:
                return meant[0]
            if meant:
                several = ", ".join(meant)
                raise UnknownNameError(message("'{typed}' may mean: {several}.", typed=typed, several=several))
        near = nearest(plain(typed), known) if len(typed) <= _LONGEST else None
        raise UnknownNameError(_unknown(typed, self._written[near] if near else None))

    def knows(self, ref: Ref, typed: str) -> bool:
        """Whether a name means something, or several things."""
        return ref.register == "licence" or plain(typed) in self._of(ref) or bool(self._address(ref, typed))

    def people(self, name: str) -> list[str]:
        """The contributors with a name."""
        return self._of(Ref("contributor")).get(plain(name), [])

    def _of(self, ref: Ref) -> dict[str, list[str]]:
        if ref not in self._known:
            known: defaultdict[str, list[str]] = defaultdict(list)
            for identifier, names in self._names(ref):
                for name in dict.fromkeys((*names, identifier)):
                    if plain(name) and identifier not in known[plain(name)]:
                        known[plain(name)].append(identifier)
                        self._written.setdefault(plain(name), name)
            self._known[ref] = {name: meant for name, meant in known.items() if meant}
        return self._known[ref]

    def _names(self, ref: Ref) -> Iterator[tuple[str, Iterable[str]]]:
        commons = self.commons
        if ref.register == "item":
            for item in commons.items.values():
                if not ref.kinds or item.kind.name in ref.kinds:
                    yield item.ref, (item.title, item.slug)
        if ref.register in ("contributor", "party"):
            yield from ((name, [record.name or ""]) for name, record in commons.contributors.items())
        if ref.register in ("organisation", "party"):
            yield from ((name, [record.name or ""]) for name, record in commons.organisations.items())
        for name, term in commons.terms.get(ref.register, {}).items():
            labels = [term.label.nl or "", term.label.en or ""] if term.label else []
            yield name, [*labels, *(term.synonyms.nl if term.synonyms else ())]

    def _address(self, ref: Ref, typed: str) -> str | None:
        """The item that an address of the site, a path or a reference names."""
        if ref.register != "item" or len(typed) > 2 * _LONGEST:
            return None
        target = own_target(typed, self.commons.settings, self._targets)
        name = (target or typed).partition("#")[0].strip().strip("/").removeprefix("commons/").removesuffix(".md")
        item = self.commons.items.get(name)
        return item.ref if item and (not ref.kinds or item.kind.name in ref.kinds) else None

    @cached_property
    def _targets(self) -> frozenset[str]:
        return frozenset({*self.commons.items, *KIND_BY_FOLDER})

    def _licence(self, typed: str) -> str:
        found = find_licence(typed.strip())
        by_name = {plain(name): licence.spdx for licence in LICENCES.values() for name in (licence.spdx, licence.badge)}
        if found or plain(typed) in by_name:
            return found.spdx if found else by_name[plain(typed)]
        raise UnknownNameError(_unknown(typed, nearest(typed, LICENCES)))


def plain(name: str) -> str:
    """A name as it is compared: without accents, capitals and signs between the words."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _unknown(typed: str, near: str | None) -> Message:
    if near:
        return message("There is no '{typed}' here yet. Did you mean '{known}'?", typed=typed, known=near)
    return message("There is no '{typed}' here yet.", typed=typed)
