"""How to cite a page: by the rules of the APA (7th edition, webpage on a website), and as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.registers import ContributorType
from gemeengoed.licences import find_licence
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of
from gemeengoed.rules.consent import may_be_named
from gemeengoed.stage.foreign import like
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.site import Site
from gemeengoed.stage.words import dated

_PARTICLES = frozenset(
    ("van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "von", "zu", "la", "le", "du", "des", "di", "da", "op")
)
"""Words before a family name that belong to it; in Flanders they come first in the alphabet too."""

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
"""What TeX takes for a sign of its own. A brace by its name: BibTeX counts them, with a backslash before them too."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDER = {"en": "y, MMMM d"}


@dataclass(frozen=True)
class Maker:
    """Who made a page: a family name with what comes before it, or the name of a body, which has no given name."""

    family: str
    given: str = ""

    @property
    def initials(self) -> str:
        """The first letters of the given names: ``Jan-Willem`` is ``J.-W.``"""
        return " ".join("-".join(f"{part[0]}." for part in name.split("-") if part) for name in self.given.split())


@dataclass(frozen=True)
class Citation:
    """A page as one cites it: by the APA, with the title apart since it stands in italics; and as BibTeX."""

    before: str
    title: str
    after: str
    address: str
    bibtex: str


def maker_of(name: str) -> Maker:
    """The parts of a person's name."""
    words = name.split()
    at = next((at for at, word in enumerate(words) if at and word.lower() in _PARTICLES), len(words) - 1)
    return Maker(" ".join(words[at:]), " ".join(words[:at])) if len(words) > 1 else Maker(name)


def citation(site: Site, item: Item) -> Citation:
    """How to cite the page of an item."""
    makers = [_maker(site, name) for name in item.fields.authors if may_be_named(site.commons, name)]
    revision = revision_of(site.edition, item)
    day, address, title = revision.changed if revision else None, site.full_address(item.ref), _seen(item.title)
    names, when = _names(makers), _when(site, day)
    ending = "" if title.endswith((".", "?", "!", "…")) else "."
    where = "" if names == site.settings.site_name else f" {site.settings.site_name}."
    before = f"{names}{'' if names.endswith('.') else '.'} ({when}). " if names else ""
    after = f"{ending}{'' if names else f' ({when}).'}{where}"
    return Citation(before, like(item.title, title), after, address, bibtex(site, item, makers, day))


def _maker(site: Site, name: str) -> Maker:
    contributor = site.commons.contributors.get(name)
    register = site.commons.party_register(name)
    shown = _seen(site.name_of(register, name))
    is_person = contributor is not None and contributor.type is ContributorType.PERSON
    return maker_of(shown) if is_person else Maker(shown)


def _names(makers: Sequence[Maker]) -> str:
    """The makers in the form of the APA: ``Van den Broek, K., & Peeters, A.``"""
    written = [f"{maker.family}, {maker.initials}" if maker.given else maker.family for maker in makers]
    return " & ".join(written) if len(written) < 2 else f"{', '.join(written[:-1])}, & {written[-1]}"


def _when(site: Site, day: date | None) -> str:
    if day is None:
        return site.words.say("n.d.")
    language = str(site.words.language)
    return dated(day, _ORDER.get(language, "y, d MMMM"), language)


def bibtex(site: Site, item: Item, makers: Sequence[Maker], day: date | None) -> str:
    """The page as an entry of BibTeX; ``misc``, which every style knows."""
    licence_id = licence_of(site.commons, item).licence
    licence = find_licence(licence_id)
    names = [_family_first(maker) for maker in makers]
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_tex(item.title)}}}",
        "howpublished": _tex(site.settings.site_name),
        "year": str(day.year) if day else "",
        "url": site.full_address(item.ref),
        "note": _tex(licence.badge if licence else licence_id),
        "language": str(item.fields.language or site.settings.language),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    if day:
        lines.append(f"  month = {_MONTHS[day.month - 1]}")
    return ",\n".join([f"@misc{{{item.ref.replace('/', '-')}", *lines]) + "\n}"


def _family_first(maker: Maker) -> str:
    """A name that BibTeX takes apart as meant; that of a body it must leave whole."""
    return f"{_tex(maker.family)}, {_tex(maker.given)}" if maker.given else f"{{{_tex(maker.family)}}}"


def _tex(text: str) -> str:
    return _seen(text).translate(_TEX)


def _seen(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text).split())
