"""Which municipalities a region has, and which networks work in a region."""

from __future__ import annotations

from pathlib import Path

from gemeengoed.model import Commons
from gemeengoed.rules.places import municipalities_by_region, networks_by_region

from commons import load_commons, page, write_commons

ORGANISATIONS = """\
gent: {name: Gent, type: municipality, regions: [oost], nis: "44021"}
aalst: {name: Aalst, type: municipality, regions: [oost], nis: "41002"}
brugge: {name: Brugge, type: municipality, regions: [west], nis: "31005"}
zonder: {name: Zonder code, type: municipality, regions: [west]}
vzw: {name: Vzw, type: non-profit, regions: [oost]}
gemeente-a: {name: Gemeente A, type: municipality}
"""

VOCABULARY = """\
themes:
  participatie: {label: {nl: Participatie, en: Participation}}
regions:
  vlaanderen: {label: {nl: Vlaanderen, en: Flanders}}
  west: {label: {nl: West, en: West}, broader: vlaanderen}
  oost: {label: {nl: Oost, en: East}, broader: vlaanderen}
  gent: {label: {nl: Gent, en: Ghent}, broader: oost}
  nederland: {label: {nl: Nederland, en: The Netherlands}}
"""


def network(extra: str, title: str) -> str:
    return page(f"type: community\n{extra}", title=title)


def commons(root: Path, vocabulary: str = VOCABULARY, **networks: str) -> Commons:
    files = {f"commons/networks/{name.replace('_', '-')}.md": text for name, text in networks.items()}
    registers = {"commons/organisations.yaml": ORGANISATIONS, "commons/vocabulary.yaml": vocabulary}
    return load_commons(write_commons(root, {**registers, **files}))


def test_a_region_has_the_municipalities_below_it(tmp_path: Path) -> None:
    loaded = commons(tmp_path)
    assert municipalities_by_region(loaded.organisations, loaded.regions) == {
        "gent": {"44021"},
        "oost": {"41002", "44021"},
        "vlaanderen": {"31005", "41002", "44021"},
        "west": {"31005"},
    }


def test_regions_that_fall_under_each_other_end(tmp_path: Path) -> None:
    loop = VOCABULARY.replace(
        "vlaanderen: {label: {nl: Vlaanderen, en: Flanders}", "vlaanderen: {broader: west, label: {nl: V, en: V}"
    )
    loaded = commons(tmp_path, loop)
    assert municipalities_by_region(loaded.organisations, loaded.regions)["west"] == {"31005", "41002", "44021"}


def test_networks_stand_under_the_regions_that_they_name_the_widest_first(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        stek=network("regions: [gent]", "De stek"),
        werkplaats=network("regions: [nederland]", "Werkplaats"),
        plein=network("regions: [west, vlaanderen]", "Plein"),
        kring=network("regions: [vlaanderen]", "Kring"),
        nergens=network("", "Nergens"),
    )
    found = networks_by_region(loaded.items.values(), loaded.regions)
    assert {region: [item.slug for item in items] for region, items in found.items()} == {
        "nederland": ["werkplaats"],
        "vlaanderen": ["kring", "plein"],
        "west": ["plein"],
        "gent": ["stek"],
        "": ["nergens"],
    }
    assert list(found) == ["nederland", "vlaanderen", "west", "gent", ""]


def test_a_nested_network_counts_only_where_the_other_does_not_work(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        geheel=network("regions: [vlaanderen]", "Geheel"),
        jaargang=network("regions: [vlaanderen, gent]\npart_of: networks/geheel", "Jaargang"),
        kleinste=network("part_of: networks/jaargang", "Kleinste"),
    )
    found = networks_by_region(loaded.items.values(), loaded.regions)
    assert {region: [item.slug for item in items] for region, items in found.items()} == {
        "vlaanderen": ["geheel"],
        "gent": ["jaargang"],
    }


def test_networks_nested_in_each_other_end(tmp_path: Path) -> None:
    loaded = commons(
        tmp_path,
        een=network("regions: [gent]\npart_of: networks/twee", "Een"),
        twee=network("regions: [west]\npart_of: networks/een", "Twee"),
    )
    assert set(networks_by_region(loaded.items.values(), loaded.regions)) == {"gent", "west"}
