"""What a form lets one choose from: a file of its own, asked for only when somebody fills something in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from gemeengoed.kinds.registers import ConsentScope
from gemeengoed.rules.consent import employers, may_show
from gemeengoed.stage.addresses import CONTRIBUTE
from gemeengoed.stage.site import Site

TERMS: Final = ("theme", "skill", "region", "role")


def names_path(site: Site) -> str:
    """Where the file stands."""
    return f"{site.addresses.page(CONTRIBUTE)}names.json"


def names_file(site: Site) -> Iterator[tuple[str, str]]:
    """By register: the identifier and name of every entry; of people, those who agreed to it, with where they work."""
    names: dict[str, list[list[str]]] = {
        register: [[name, site.name_of(register, name)] for name in site.records(register)]
        for register in (*(term for term in TERMS if term in site.commons.terms), "organisation")
    }
    names["contributor"] = [
        [name, record.name or name, ", ".join(site.name_of("organisation", each) for each in employers(record))]
        for name, record in site.records("contributor").items()
        if may_show(record, ConsentScope.NAME)
    ]
    for register in names.values():
        register.sort(key=lambda entry: entry[1].casefold())
    yield names_path(site), json.dumps(names, ensure_ascii=False, separators=(",", ":")) + "\n"
