"""What the commons knows of licences: SPDX identifiers, and in plain words what the usual ones allow.

Sources: the SPDX licence list as license-expression carries it; the deeds of Creative Commons 4.0 and CC0 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from license_expression import ExpressionError, get_license_index, get_spdx_licensing


@dataclass(frozen=True)
class Licence:
    """A licence that readers meet: its SPDX identifier, name, deed, and what it means, as message ids."""

    spdx: str
    name: str
    url: str
    badge: str
    may: tuple[str, ...]
    must: tuple[str, ...]
    may_not: tuple[str, ...]


_SHARE = "Share it: copy and pass it on."
_ADAPT = "Adapt it: change it and build on it."
_COMMERCE = "Use it for any purpose, also commercially."
_CREDIT = "Name who made it, the source and the licence, and say what you changed."
_ALIKE = "Give what you make of it the same licence."
_NO_COMMERCE = "Use it for commercial gain."
_NO_ADAPT = "Spread a changed version."


def _cc(code: str, name: str, version: str, *, nc: bool, nd: bool, sa: bool) -> Licence:
    may = (_SHARE, *(() if nd else (_ADAPT,)), *(() if nc else (_COMMERCE,)))
    return Licence(
        spdx=f"CC-{code}-{version}",
        name=f"Creative Commons {name} {version}",
        url=f"https://creativecommons.org/licenses/{code.lower()}/{version}/",
        badge=f"CC {code.replace('-', '-')} {version}",
        may=may,
        must=(_CREDIT, *((_ALIKE,) if sa else ())),
        may_not=(*((_NO_COMMERCE,) if nc else ()), *((_NO_ADAPT,) if nd else ())),
    )


LICENCES: dict[str, Licence] = {
    licence.spdx: licence
    for licence in (
        _cc("BY", "Attribution", "4.0", nc=False, nd=False, sa=False),
        _cc("BY-SA", "Attribution-ShareAlike", "4.0", nc=False, nd=False, sa=True),
        _cc("BY-NC", "Attribution-NonCommercial", "4.0", nc=True, nd=False, sa=False),
        _cc("BY-NC-SA", "Attribution-NonCommercial-ShareAlike", "4.0", nc=True, nd=False, sa=True),
        _cc("BY-ND", "Attribution-NoDerivatives", "4.0", nc=False, nd=True, sa=False),
        _cc("BY-NC-ND", "Attribution-NonCommercial-NoDerivatives", "4.0", nc=True, nd=True, sa=False),
        Licence(
            spdx="CC0-1.0",
            name="Creative Commons Zero 1.0",
            url="https://creativecommons.org/publicdomain/zero/1.0/",
            badge="CC0 1.0",
            may=(_SHARE, _ADAPT, _COMMERCE),
            must=(),
            may_not=(),
        ),
    )
}

OWN_REFERENCE = "LicenseRef-"
"""How an identifier starts that SPDX does not list (SPDX specification 2.3, annex D)."""


@cache
def spdx_identifiers() -> frozenset[str]:
    """Every identifier of the SPDX licence list, deprecated ones aside."""
    return frozenset(
        entry["spdx_license_key"]
        for entry in get_license_index()
        if entry.get("spdx_license_key") and not entry.get("is_deprecated")
    )


@cache
def is_known(expression: str) -> bool:
    """Whether the text is a licence expression of known identifiers (SPDX specification 2.3, annex D)."""
    if expression in LICENCES:
        return True
    if expression.startswith(OWN_REFERENCE) and " " not in expression:
        return True
    try:
        return not get_spdx_licensing().validate(expression).errors and expression.strip() != ""
    except ExpressionError:
        return False
