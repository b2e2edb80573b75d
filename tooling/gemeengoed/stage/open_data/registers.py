"""The entries of registers as data: organisations, terms with their labels in every language, people with consent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from gemeengoed.kinds import Register
from gemeengoed.kinds.registers import ConsentScope, Contributor, Term
from gemeengoed.rules.consent import employers, may_show, skills_offered, skills_sought
from gemeengoed.stage.open_data.items import may_know
from gemeengoed.stage.open_data.plain import plain
from gemeengoed.stage.site import Site

KEPT_BACK = frozenset({"domains", "consent", "withdrawn_on"})
"""Fields that nobody but the commons itself has any use for: for the login, and of what was agreed."""


def entries(site: Site, register: Register) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry of a register that readers of this edition may know of, in order of identifier."""
    for name, record in sorted(site.records(register.name).items()):
        if not isinstance(record, Contributor) or may_show(record, ConsentScope.NAME):
            yield name, entry_data(site, register, name, record)


def entry_data(site: Site, register: Register, name: str, record: Any) -> dict[str, Any]:
    """One entry, as far as it may be shown."""
    shown = agreed(record) if isinstance(record, Contributor) else record
    fields = {key: value for key, value in plain(shown, partial(may_know, site)).items() if key not in KEPT_BACK}
    if isinstance(record, Term) and (register.name, record.broader) in site.edition.unnamed:
        fields.pop("broader", None)
    return {"id": f"{register.plural}/{name}", "fields": fields}


def agreed(contributor: Contributor) -> Contributor:
    """A contributor with only what they agreed to showing."""
    return contributor.model_copy(
        update={
            "organisations": employers(contributor),
            "skills_offered": skills_offered(contributor),
            "skills_sought": skills_sought(contributor),
        }
    )
