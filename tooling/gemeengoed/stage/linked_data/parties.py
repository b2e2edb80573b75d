"""People and organisations: an organisation always, a person only with consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gemeengoed.kinds.registers import Contributor, ContributorType, Organisation, OrganisationType
from gemeengoed.rules.consent import employers, may_be_named, skills_offered
from gemeengoed.stage.linked_data.nodes import Node, identifier, node
from gemeengoed.stage.open_data.addresses import page_address
from gemeengoed.stage.site import Site

_GOVERNMENT = (
    OrganisationType.MUNICIPALITY,
    OrganisationType.OCMW,
    OrganisationType.PROVINCE,
    OrganisationType.INTERMUNICIPAL,
    OrganisationType.DEPARTMENT,
)
TYPES: Mapping[OrganisationType, str] = {
    **dict.fromkeys(_GOVERNMENT, "GovernmentOrganization"),
    OrganisationType.NON_PROFIT: "NGO",
}
"""The type of an organisation of a sort; Organization where it is none of these."""


def parties(site: Site, names: Iterable[str]) -> list[Node]:
    """Those of the parties who may be named, in short."""
    return [party(site, name) for name in names if may_be_named(site.commons, name)]


def party(site: Site, name: str) -> Node:
    """A party that may be named: type, name, and page."""
    contributor = site.commons.contributors.get(name)
    register = site.commons.party_register(name)
    path = f"{register}s/{name}"
    page = page_address(site, path) if site.has_page(register, name) else None
    kind = _type_of(contributor or site.commons.organisations.get(name))
    return node(kind, id=identifier(site, path), name=site.name_of(register, name), url=page)


def _type_of(record: Contributor | Organisation | None) -> str:
    if isinstance(record, Contributor):
        return "Person" if record.type is ContributorType.PERSON else "Organization"
    return TYPES.get(record.type, "Organization") if record and record.type else "Organization"


def whole_contributor(site: Site, name: str) -> Node:
    """A contributor with everything that may be shown, as the page of one has it."""
    record = site.commons.contributors[name]
    about = "knowsAbout"
    return party(site, name) | node(
        _type_of(record),
        description=record.about,
        sameAs=[*([f"https://orcid.org/{record.orcid}"] if record.orcid else []), *filter(None, [record.website])],
        **{
            "affiliation" if record.type is ContributorType.PERSON else "parentOrganization": parties(
                site, employers(record)
            ),
            about: [term(site, "skill", skill) for skill in skills_offered(record)],
        },
    )


def whole_organisation(site: Site, name: str) -> Node:
    """An organisation as its page has it."""
    record = site.commons.organisations[name]
    number = node("PropertyValue", propertyID="NIS", value=record.nis) if record.nis else None
    above = parties(site, [record.part_of]) if record.part_of else []
    return party(site, name) | node(
        _type_of(record),
        description=record.about,
        sameAs=record.website,
        identifier=number,
        parentOrganization=above[0] if above else None,
        areaServed=[site.name_of("region", region) for region in record.regions],
    )


def term(site: Site, register: str, name: str) -> Node:
    """A term of the vocabulary, in short."""
    return node("DefinedTerm", id=identifier(site, f"{register}s/{name}"), name=site.name_of(register, name))
