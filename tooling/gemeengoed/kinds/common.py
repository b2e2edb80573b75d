"""What every item has, of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import (
    Choice,
    FormerRef,
    ItemRef,
    LicenceRef,
    Line,
    NetworkRef,
    OrganisationRef,
    PartyRef,
    Record,
    RegionRef,
    RoleRef,
    SkillRef,
    Text,
    ThemeRef,
    WebAddress,
    field,
)


class Audience(Choice):
    """Who may read a page."""

    PUBLIC = "public", "Everybody"
    MEMBERS = "members", "Members only"


class Status(Choice):
    """Where a page stands in its life."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    ARCHIVED = "archived", "Archived"


class Language(Choice):
    """The languages that an item may be written in (ISO 639-1)."""

    NL = "nl", "Dutch"
    EN = "en", "English"
    FR = "fr", "French"


class Relation(Choice):
    """How a page stands to a source."""

    DERIVED_FROM = "derived-from", "Derived from"
    INCLUDES = "includes", "Includes"
    CITES = "cites", "Cites"
    INSPIRED_BY = "inspired-by", "Inspired by"


class Maturity(Choice):
    """How far a practice or method has proven itself."""

    IDEA = "idea", "Idea"
    TRIAL = "trial", "Trial"
    PROVEN = "proven", "Proven"


class Verdict(Choice):
    """What a reviewer finds of a page."""

    USEFUL = "useful", "Useful as it is"
    WITH_CHANGES = "with-changes", "Useful with changes"
    NOT_USEFUL = "not-useful", "Not useful"


class Source(Record):
    """Something that the page builds on."""

    title: Line | None = field("Title", "The title of the source.", required=True)
    relation: Relation | None = field("Relation", "How this page stands to the source.", required=True)
    url: WebAddress | None = field("Web address", "Where the source is found.")
    publication: Line | None = field(
        "Publication", "The book, journal or report that it stands in, when it has no web address."
    )
    author: Line | None = field("Author", "Who made the source: a person or an organisation.")
    date: PartialDate | None = field("Date", "When the source appeared, as exactly as it is known.")
    licence: LicenceRef | None = field("Licence", "The SPDX identifier of the source's licence.", example="CC0-1.0")


class Media(Record):
    """A picture or other file that the page shows."""

    file: Line | None = field("File", "The file, beside the page.", required=True)
    alt: Line | None = field("Alternative text", "What somebody who cannot see it must know.", required=True)
    author: Line | None = field("Author", "Who made it.")
    source: WebAddress | None = field("Source", "Where it comes from.")
    licence: LicenceRef | None = field("Licence", "The SPDX identifier of its licence.")


class Translation(Record):
    """The item that this one is a translation of, and the state of it that was translated."""

    item: ItemRef | None = field("Item", "The item that was translated.", required=True)
    hash: Line | None = field("Hash", "The hash of the text that was translated.", required=True)


class Review(Record):
    """What a colleague of another organisation finds of the page."""

    by: PartyRef | None = field("By", "Who reviewed it.", required=True)
    on: PartialDate | None = field("On", "When.", required=True)
    verdict: Verdict | None = field("Verdict", "What the reviewer finds of it.", required=True)
    note: Text | None = field("Note", "Why, in a few sentences.")


class ItemFields(Record):
    """The fields that every kind has."""

    title: Line | None = field(
        "Title",
        "Short and concrete: what will a colleague look for?",
        required=True,
        example="Intervisie in zes stappen",
    )
    summary: Line | None = field(
        "Summary", "One or two sentences: what is it, and for whom is it useful?", required=True
    )
    authors: tuple[PartyRef, ...] = field(
        "Authors", "Who wrote it: contributors or organisations.", required=True, default=(), example=["redactie"]
    )
    themes: tuple[ThemeRef, ...] = field(
        "Themes", "What it is about, from the vocabulary.", required=True, default=(), example=["participatie"]
    )
    credits: dict[RoleRef, tuple[PartyRef, ...]] = field("Credits", "Who else helped, by role.", default={})
    organisations: tuple[OrganisationRef, ...] = field(
        "Organisations", "The organisations that it comes from or is about.", default=()
    )
    networks: tuple[NetworkRef, ...] = field("Networks", "The networks that it comes from.", default=())
    skills: tuple[SkillRef, ...] = field("Skills", "What one needs or learns, from the vocabulary.", default=())
    regions: tuple[RegionRef, ...] = field("Regions", "Where it plays, from the vocabulary.", default=())
    keywords: tuple[Line, ...] = field("Keywords", "Other words that people search with.", default=())
    language: Language | None = field("Language", "The language of the text.")
    licence: LicenceRef | None = field("Licence", "The SPDX identifier of the licence of this page.")
    audience: Audience = field("Audience", "Who may read it.", default=Audience.PUBLIC)
    status: Status = field("Status", "Where it stands in its life.", default=Status.PUBLISHED)
    sources: tuple[Source, ...] = field("Sources", "What it builds on.", default=())
    media: tuple[Media, ...] = field("Media", "Pictures and other files that it shows.", default=())
    related: tuple[ItemRef, ...] = field("Related", "Other items that a reader should see.", default=())
    supersedes: tuple[ItemRef, ...] = field("Supersedes", "Items that this one replaces.", default=())
    aliases: tuple[FormerRef, ...] = field(
        "Aliases",
        "Names that this item had before: their addresses lead here. Renames that git knows need none.",
        default=(),
        example=["practices/burenbabbel"],
    )
    translation_of: Translation | None = field("Translation of", "The item that this one translates.")
    steward: PartyRef | None = field("Steward", "Who keeps it up to date.")
    review_by: PartialDate | None = field("Review by", "When somebody must look at it again.")
    reviews: tuple[Review, ...] = field("Reviews", "What colleagues of other organisations find of it.", default=())


@dataclass(frozen=True)
class Kind:
    """One kind of item: its name, its folder below ``commons/``, its fields and its labels."""

    name: str
    folder: str
    fields: type[ItemFields]
    label: str
    plural: str
    about: str
    icon: str
