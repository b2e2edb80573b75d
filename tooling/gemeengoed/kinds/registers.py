"""The registers: people, organisations, vocabulary. Each is one YAML file, a mapping from identifier to record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import (
    Choice,
    LicenceRef,
    Line,
    OrganisationRef,
    Record,
    RegionRef,
    SkillRef,
    Text,
    WebAddress,
    field,
)
from gemeengoed.kinds.gathering import GatheringRef


class ContributorType(Choice):
    """Whether the entry is one person or a team."""

    PERSON = "person", "Person"
    TEAM = "team", "Team"


class ConsentScope(Choice):
    """What may be shown of a contributor."""

    NAME = "name", "Name"
    ORGANISATION = "organisation", "Organisation"
    SKILLS = "skills", "Skills"


class Consent(Record):
    """What the contributor agreed to, and when."""

    on: PartialDate | None = field("On", "When the contributor agreed.", required=True)
    scope: tuple[ConsentScope, ...] = field("Scope", "What may be shown.", required=True, default=())
    licences: tuple[LicenceRef, ...] = field("Licences", "The licences agreed with.", default=())


class Contributor(Record):
    """Somebody who shares something. Never an e-mail address."""

    name: Line | None = field("Name", "As it may be shown.", required=True)
    type: ContributorType = field("Type", "One person or a team.", default=ContributorType.PERSON)
    organisations: tuple[OrganisationRef, ...] = field("Organisations", "Where the contributor works.", default=())
    skills_offered: tuple[SkillRef, ...] = field("Skills offered", "What others may ask about.", default=())
    skills_sought: tuple[SkillRef, ...] = field("Skills sought", "What the contributor wants to learn.", default=())
    orcid: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")] | None = field(
        "ORCID", "The contributor's ORCID iD."
    )
    website: WebAddress | None = field("Website", "A page of the contributor.")
    about: Text | None = field("About", "In a few words.")
    consent: Consent | None = field("Consent", "What the contributor agreed to, and when.", required=True)
    withdrawn_on: PartialDate | None = field("Withdrawn on", "When the contributor withdrew.")


class OrganisationType(Choice):
    """The sort of body."""

    MUNICIPALITY = "municipality", "Municipality"
    OCMW = "ocmw", "Public centre for social welfare (OCMW)"
    PROVINCE = "province", "Province"
    INTERMUNICIPAL = "intermunicipal", "Intermunicipal body"
    DEPARTMENT = "department", "Department of the regional or national government"
    NON_PROFIT = "non-profit", "Non-profit"
    NETWORK_ORGANISATION = "network-organisation", "Network organisation"
    COMPANY = "company", "Company"


class PopulationBand(Choice):
    """How many people live there."""

    UNDER_10000 = "under-10000", "Fewer than 10,000 inhabitants"
    FROM_10000 = "10000-19999", "10,000 to 19,999 inhabitants"
    FROM_20000 = "20000-49999", "20,000 to 49,999 inhabitants"
    FROM_50000 = "50000-99999", "50,000 to 99,999 inhabitants"
    FROM_100000 = "over-100000", "100,000 inhabitants or more"


class MembershipType(Choice):
    """In which way an organisation belongs."""

    SUBSCRIBER = "subscriber", "Subscriber"
    CONTRIBUTION = "contribution", "Yearly contribution"
    PARTICIPANT = "participant", "Participant of an activity"


class Membership(Record):
    """In which way an organisation belongs, and since when."""

    type: MembershipType | None = field("Type", "In which way it belongs.", required=True)
    since: PartialDate | None = field("Since", "When it began, as exactly as it is known.", example="2026-01")
    until: PartialDate | None = field("Until", "The last day, where it ends.")
    activity: GatheringRef | None = field("Activity", "For a participant: the activity that was taken part in.")


class Organisation(Record):
    """A body that people work for, or a body behind a network."""

    name: Line | None = field("Name", required=True)
    type: OrganisationType | None = field("Type", "The sort of body.", required=True)
    regions: tuple[RegionRef, ...] = field("Regions", "Where it works; for a municipality its province.", default=())
    nis: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = field(
        "NIS code", "The code of the Belgian statistical office."
    )
    population_band: PopulationBand | None = field("Inhabitants", "How many people live there.")
    website: WebAddress | None = field("Website")
    part_of: OrganisationRef | None = field("Part of", "The body that it belongs to.")
    about: Text | None = field("About", "In a few words.")
    membership: Membership | None = field("Membership", "In which way it belongs, and since when.")
    domains: tuple[Line, ...] = field(
        "Mail domains",
        "What follows the @ in its employees' addresses. Never an address.",
        default=(),
        example=["gent.be"],
    )


class Words(Record):
    """A text in the languages of the commons."""

    nl: Line | None = field("Dutch", required=True)
    en: Line | None = field("English", required=True)
    fr: Line | None = field("French")

    def said(self, *languages: str) -> str:
        """The text in the first of some languages in which it is there; else in any, the Dutch first."""
        return next((text for text, _ in self._found(languages)), "")

    def found(self, *languages: str) -> tuple[str, str] | None:
        """That text and its language; None where it is there in no language."""
        return next(self._found(languages), None)

    def _found(self, languages: Iterable[str]) -> Iterator[tuple[str, str]]:
        for name in (*languages, *type(self).model_fields):
            if text := getattr(self, name, None):
                yield text, str(name)


class Synonyms(Record):
    """Other words for the same, in the languages of the commons."""

    nl: tuple[Line, ...] = field("Dutch", default=())
    en: tuple[Line, ...] = field("English", default=())
    fr: tuple[Line, ...] = field("French", default=())


class Term(Record):
    """A term of the vocabulary."""

    label: Words | None = field("Label", "What readers see.", required=True)
    about: Words | None = field("About", "What it means.")
    synonyms: Synonyms | None = field("Synonyms", "Other words that people search with.")
    broader: Line | None = field("Broader", "The term of the same list that it falls under.")


@dataclass(frozen=True)
class Register:
    """One register: its name, its plural, its file, the key in that file (empty: the whole), and its records."""

    name: str
    plural: str
    file: str
    key: str
    fields: type[Record]
    label: str


REGISTERS = (
    Register("contributor", "contributors", "contributors.yaml", "", Contributor, "Contributors"),
    Register("organisation", "organisations", "commons/organisations.yaml", "", Organisation, "Organisations"),
    Register("theme", "themes", "commons/vocabulary.yaml", "themes", Term, "Themes"),
    Register("skill", "skills", "commons/vocabulary.yaml", "skills", Term, "Skills"),
    Register("role", "roles", "commons/vocabulary.yaml", "roles", Term, "Roles"),
    Register("region", "regions", "commons/vocabulary.yaml", "regions", Term, "Regions"),
)
