"""Write the Flemish municipalities of a TopoJSON file of Belgium into the register of organisations.

Run: ``python tooling/import_municipalities.py belgium.json commons/organisations.yaml``. Entries that are already in
the register stay as they are; the order is by identifier. Source of the data: bmesuere/belgium-topojson, CC0-1.0
(name, NIS code, population on 2020-01-01). The province is read from the NIS code, as the file puts Mesen (33016) in
the Walloon Region by mistake.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FLEMISH_PROVINCE_BY_NIS = {
    "1": "antwerpen",
    "23": "vlaams-brabant",
    "24": "vlaams-brabant",
    "3": "west-vlaanderen",
    "4": "oost-vlaanderen",
    "7": "limburg",
}
BANDS = ((10_000, "under-10000"), (20_000, "10000-19999"), (50_000, "20000-49999"), (100_000, "50000-99999"))


def slug(name: str) -> str:
    """The identifier of a name: ``Sint-Martens-Latem`` is ``sint-martens-latem``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def population_band(population: int) -> str:
    """The band that a number of inhabitants falls in."""
    return next((band for limit, band in BANDS if population < limit), "over-100000")


def flemish_province(nis: str) -> str | None:
    """The province of a municipality by its NIS code; None outside Flanders."""
    return FLEMISH_PROVINCE_BY_NIS.get(nis[:1]) or FLEMISH_PROVINCE_BY_NIS.get(nis[:2])


def municipality(properties: dict[str, Any]) -> dict[str, Any]:
    """The register's record of one municipality."""
    nis = properties["nis"]
    return {
        "name": properties["name_nl"],
        "type": "municipality",
        "regions": [flemish_province(nis)],
        "nis": nis,
        "population_band": population_band(properties["population"]),
    }


def main(source: Path, register: Path) -> None:
    """Merge the municipalities of ``source`` into ``register``."""
    yaml = YAML()
    yaml.width = 120
    entries = yaml.load(register.read_text("utf-8")) or {}
    topology = json.loads(source.read_text("utf-8"))
    found = [shape["properties"] for shape in topology["objects"]["municipalities"]["geometries"]]
    for properties in sorted(found, key=lambda properties: slug(properties["name_nl"])):
        if flemish_province(properties["nis"]):
            entries.setdefault(slug(properties["name_nl"]), municipality(properties))
    with register.open("w", encoding="utf-8") as out:
        yaml.dump(entries, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
