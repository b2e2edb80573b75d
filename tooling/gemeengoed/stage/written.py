"""Hand-written pages in several languages: which text stands where on the site in each.

Those in the language of the commons are below ``docs/``, those in another below a folder of its own, ``docs/en/``. A
page there says of which it is the translation (``translation_of: over.md``), or has its name. A page without
a translation stands on the other site too, as it is, with a note: so that every link leads somewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from gemeengoed.i18n import Message, Translate, message
from gemeengoed.model import Commons
from gemeengoed.settings import Settings
from gemeengoed.stage.addresses import Addresses, address_of, addresses_in, listing_path, staged_path
from gemeengoed.texts import Text

DOCS = "docs/"


ABOUT, CONTRIBUTE, RULES, ACCESSIBILITY, PRIVACY = KNOWN = (
    message("About"), message("Contribute"), message("House rules"), message("Accessibility"), message("Privacy"),
)  # fmt: skip
"""The pages that the site itself leads to, where a commons has them: each is called as its label is in its language."""


def name_of(label: Message, say: Translate) -> str:
    """The name of the file of a page that the site leads to, in a language: ``house-rules``."""
    return label.say(say).lower().replace(" ", "-")


def hand_written(say: Translate) -> dict[str, str]:
    """The names of the pages that the site leads to, in a language, each with its label."""
    return {name_of(label, say): label.say(say) for label in KNOWN}


@dataclass(frozen=True)
class Written:
    """The hand-written pages of a site in one language.

    ``places`` has the staged file for every text that leads there, in whatever language it is; ``texts`` those that
    are shown, by the file where they stand.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def folder_of(path: str, settings: Settings) -> str:
    """The folder of the language that a hand-written page is in: ``docs/``, or ``docs/en/``."""
    return folder_in(settings.language_of_page(path), settings)


def folder_in(language: str, settings: Settings) -> str:
    """The folder of the hand-written pages in a language."""
    return DOCS if language == settings.language else f"{DOCS}{language}/"


def original_of(text: Text, settings: Settings) -> str:
    """The page that a hand-written page says the same as, itself when it is no translation."""
    folder = folder_of(text.path, settings)
    if folder == DOCS:
        return text.path
    named = str(text.front_matter.get("translation_of") or text.path.removeprefix(folder))
    return f"{DOCS}{named.removesuffix('.md')}.md"


def written(
    pages: Iterable[Text], settings: Settings, language: str, first: Addresses, addresses: Addresses
) -> Written:
    """The hand-written pages of the site in a language. ``first`` has the addresses in the language of the commons."""
    originals = {text.path: original_of(text, settings) for text in pages}
    own = {path: original for path, original in originals.items() if settings.language_of_page(path) == language}
    folder = folder_in(language, settings)
    at = {path: path.removeprefix(folder) for path in own}
    translated = set(own.values())
    for path in originals:
        if folder_of(path, settings) == DOCS and path not in translated:
            address = first.within(address_of(path.removeprefix(DOCS)), addresses)
            at.setdefault(path, staged_path(address) if language != settings.language else path.removeprefix(DOCS))
    by_original = {originals[path]: place for path, place in at.items()}
    places = {path: by_original[original] for path, original in originals.items() if original in by_original}
    return Written({**places, **at}, {path: place for path, place in at.items()})


def place_in(commons: Commons, language: str) -> Callable[[str], str]:
    """From the path of a staged page in the language of the commons to that of the same page in another language."""
    settings = commons.settings
    first, own = (addresses_in(settings, name) for name in (str(settings.language), language))
    places = written(commons.pages, settings, language, first, own).places

    def place(path: str) -> str:
        address = first.within(address_of(path), own)
        is_listing = path.endswith("/index.md")
        return places.get(f"{DOCS}{path}") or (listing_path(address) if is_listing else staged_path(address))

    return place
