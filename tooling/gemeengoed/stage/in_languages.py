"""What the page of an item says of languages: which one it is in, in which others it is, and how far one is behind."""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.kinds.common import Language
from gemeengoed.model import Item
from gemeengoed.rules.translations import Behind, behind
from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class Version:
    """The same page in another language. ``behind`` says how far a translation is, and nothing where it is not."""

    title: str
    href: str
    code: str
    label: str
    behind: str
    is_original: bool


@dataclass(frozen=True)
class InLanguages:
    """The language of a page where it is not that of the site, what of it is behind, and its other versions."""

    own: str
    behind: str
    others: tuple[Version, ...]


def in_languages(site: Site, item: Item, here: str) -> InLanguages:
    """What the page of an item says of languages."""
    work, code = site.index.versions.get(item.ref, ()), site.language_of(item)
    link = site.addresses.relative(here)
    others = tuple(
        Version(
            site.title(other),
            link(other.ref),
            site.language_of(other),
            _label(site, site.language_of(other)),
            _behind(site, other, work[0]),
            other is work[0],
        )
        for other in work
        if other.ref != item.ref
    )
    own = _label(site, code) if code != site.language else ""
    return InLanguages(own, _behind(site, item, work[0]) if work else "", others)


def _label(site: Site, code: str) -> str:
    return site.words.say(next(language.label for language in Language if language == code))


def _behind(site: Site, item: Item, original: Item) -> str:
    far = behind(item, original, site.edition.history) if item.ref != original.ref else None
    return _said(site, far) if far else ""


def _said(site: Site, far: Behind) -> str:
    say = site.words.say
    if far.since is None:
        return say("The original has changed since it was translated.")
    text = say("The original has changed since it was translated: {count} times, the translation is of {day}.")
    return text.format(count=site.words.number(far.revisions), day=site.words.day(far.since))
