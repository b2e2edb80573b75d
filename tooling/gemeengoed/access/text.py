"""The access list for people."""

from __future__ import annotations

from gemeengoed.access.by_hand import by_hand, heading
from gemeengoed.i18n import Translate
from gemeengoed.rules.membership import AccessList


def written(access: AccessList, say: Translate) -> str:
    """Domains, then each network with its own, then whom somebody must add."""
    lines = [heading(access, say), "", say("Mail domains"), *_listed(access.domains, say)]
    if not access.domains:
        how = say("Give an organisation domains and a membership in commons/organisations.yaml, and it stands here.")
        lines += ["", how]
    for group in access.groups:
        lines += ["", f"{group.title} ({group.network})", *_listed(group.domains, say)]
    if people := tuple(by_hand(access, say)):
        lines += ["", say("To be added by their own address, which the commons does not know"), *_listed(people, say)]
    return "\n".join(lines)


def _listed(entries: tuple[str, ...], say: Translate) -> list[str]:
    nothing = say("none")
    return [f"  {entry}" for entry in entries or (nothing,)]
