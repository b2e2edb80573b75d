"""The four roles of a network or initiative as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.kinds.network import FourRoles
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Role:
    """A role: its name, what it does, and who fills it."""

    name: str
    about: str
    who: tuple[Shown, ...]


def four_roles(site: Site, roles: FourRoles | None, here: str) -> list[Role]:
    """All four, filled or not."""
    values, say = site.values(here), site.words.say
    return [
        Role(
            values.label(roles or FourRoles(), name),
            say(field.description) if field.description else "",
            tuple(values.party(party) for party in dict.fromkeys(getattr(roles, name, ()))),
        )
        for name, field in FourRoles.model_fields.items()
    ]
