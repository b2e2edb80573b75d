"""A small network of skills for tests: three regions, four organisations, and people with every sort of consent.

an (klein, west) and hi (groot, ver) seek listening; bo (middel, oost), cas (groot, ver) and fien (klein, west) offer
it. Dé did not agree to showing skills, em withdrew, gus agreed to skills and not to an organisation.
"""

from __future__ import annotations

from pathlib import Path

from gemeengoed.model import Commons

from commons import Files, load_commons, page, write_commons

ORGANISATIONS = """\
klein: {name: Klein, type: municipality, regions: [west], population_band: under-10000}
middel: {name: Middel, type: municipality, regions: [oost], population_band: 10000-19999}
groot: {name: Groot, type: municipality, regions: [ver], population_band: over-100000}
buur: {name: Buur, type: municipality, regions: [west]}
gemeente-a: {name: Gemeente A, type: municipality, regions: [vlaanderen]}
"""

VOCABULARY = """\
themes:
  participatie: {label: {nl: Participatie, en: Participation}}
skills:
  luisteren: {label: {nl: Luisteren, en: Listening}}
  schrijven: {label: {nl: Schrijven, en: Writing}}
  niemands: {label: {nl: Wat niemand kan, en: What nobody can}}
roles:
  inhoud: {label: {nl: Inhoud, en: Content}}
regions:
  vlaanderen: {label: {nl: Vlaanderen, en: Flanders}}
  west: {label: {nl: West, en: West}, broader: vlaanderen}
  oost: {label: {nl: Oost, en: East}, broader: vlaanderen}
  ver: {label: {nl: Ver, en: Far}}
"""

ALL = "[name, organisation, skills]"


def person(name: str, organisation: str, offers: str = "", seeks: str = "", scope: str = ALL, more: str = "") -> str:
    """An entry of the register of contributors."""
    return (
        f"{name.lower()}:\n  name: {name} Voorbeeld\n  organisations: [{organisation}]\n  skills_offered: [{offers}]\n"
        f"  skills_sought: [{seeks}]\n  consent: {{on: 2026, scope: {scope}, licences: [CC-BY-NC-SA-4.0]}}\n{more}"
    )


CONTRIBUTORS = "".join(
    [
        person("Redactie", "gemeente-a", scope="[name, organisation]"),
        person("An", "klein", seeks="luisteren"),
        person("Bo", "middel", offers="luisteren, schrijven"),
        person("Cas", "groot", offers="luisteren"),
        person("De", "klein", offers="luisteren", seeks="schrijven", scope="[name, organisation]"),
        person("Em", "klein", offers="luisteren", more="  withdrawn_on: 2026-01\n"),
        person("Fien", "klein", offers="luisteren", seeks="luisteren"),
        person("Gus", "klein", offers="schrijven", scope="[name, skills]"),
        person("Hi", "groot", seeks="luisteren"),
    ]
)

PEOPLE: Files = {
    "commons/organisations.yaml": ORGANISATIONS,
    "commons/vocabulary.yaml": VOCABULARY,
    "contributors.yaml": CONTRIBUTORS,
}


def network_of_skills(root: Path, files: Files | None = None) -> Commons:
    """The network, with other files over it."""
    return load_commons(write_commons(root, {**PEOPLE, **(files or {})}))


def network(extra: str = "", title: str = "Een kring") -> str:
    """A page of a network."""
    return page(f"type: knowledge-circle\n{extra}".strip(), title=title)
