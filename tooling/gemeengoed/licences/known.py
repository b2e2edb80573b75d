"""The licences that readers meet, in plain words.

Sources: the deeds of Creative Commons 1.0 to 4.0, CC0 1.0 and the Public Domain Mark; the Flemish Modellicentie voor
gratis hergebruik 1.0 (any use, free of charge; its one condition is to name the source); the Free Art Licence 1.3; the
GNU GPL 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

OWN_REFERENCE = "LicenseRef-"
"""How an identifier starts that SPDX does not list (SPDX specification 2.3, annex D)."""

MODEL_LICENCE = f"{OWN_REFERENCE}Modellicentie-Gratis-Hergebruik-1.0"
"""The Flemish model licence for free reuse of what governments publish."""

PUBLIC_DOMAIN = f"{OWN_REFERENCE}Public-Domain"
"""What nobody has rights to any more, or ever had: SPDX lists no identifier for that."""


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

    @property
    def asks_credit(self) -> bool:
        """Whether the maker must be named."""
        return _CREDIT in self.must


_SHARE = "Share it: copy and pass it on."
_ADAPT = "Adapt it: change it and build on it."
_COMMERCE = "Use it for any purpose, also commercially."
_CREDIT = "Name who made it, the source and the licence, and say what you changed."
_ALIKE = "Give what you make of it the same licence."
_SOURCE_CODE = "Pass on the source with it."
_NO_COMMERCE = "Use it for commercial gain."
_NO_ADAPT = "Spread a changed version."
_FREE = (_SHARE, _ADAPT, _COMMERCE)

_ELEMENTS = {
    "BY": "Attribution",
    "BY-SA": "Attribution-ShareAlike",
    "BY-NC": "Attribution-NonCommercial",
    "BY-NC-SA": "Attribution-NonCommercial-ShareAlike",
    "BY-ND": "Attribution-NoDerivatives",
    "BY-NC-ND": "Attribution-NonCommercial-NoDerivatives",
}

CREATIVE_COMMONS = re.compile(r"CC-(?P<elements>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>\d\.\d)(?:-(?P<port>[A-Z]+))?")
"""The identifier of a Creative Commons licence; the port is the jurisdiction that an older one was written for."""


def _creative_commons(elements: str, version: str, port: str | None = None) -> Licence:
    nc, nd, sa = "NC" in elements, "ND" in elements, "SA" in elements
    path = f"{elements.lower()}/{version}/{f'{port.lower()}/' if port else ''}"
    ending = f" {port}" if port else ""
    return Licence(
        spdx=f"CC-{elements}-{version}{f'-{port}' if port else ''}",
        name=f"Creative Commons {_ELEMENTS[elements]} {version}{ending}",
        url=f"https://creativecommons.org/licenses/{path}",
        badge=f"CC {elements} {version}{ending}",
        may=(_SHARE, *(() if nd else (_ADAPT,)), *(() if nc else (_COMMERCE,))),
        must=(_CREDIT, *((_ALIKE,) if sa else ())),
        may_not=(*((_NO_COMMERCE,) if nc else ()), *((_NO_ADAPT,) if nd else ())),
    )


LICENCES: dict[str, Licence] = {
    licence.spdx: licence
    for licence in (
        *(_creative_commons(elements, "4.0") for elements in _ELEMENTS),
        Licence(
            spdx="CC0-1.0",
            name="Creative Commons Zero 1.0",
            url="https://creativecommons.org/publicdomain/zero/1.0/",
            badge="CC0 1.0",
            may=_FREE,
            must=(),
            may_not=(),
        ),
        Licence(
            spdx="CC-PDM-1.0",
            name="Public Domain Mark 1.0",
            url="https://creativecommons.org/publicdomain/mark/1.0/",
            badge="Public Domain Mark 1.0",
            may=_FREE,
            must=(),
            may_not=(),
        ),
        Licence(
            spdx=PUBLIC_DOMAIN,
            name="Public domain",
            url="https://creativecommons.org/publicdomain/mark/1.0/",
            badge="Public domain",
            may=_FREE,
            must=(),
            may_not=(),
        ),
        Licence(
            spdx=MODEL_LICENCE,
            name="Modellicentie voor gratis hergebruik 1.0 (Vlaanderen)",
            url="https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0",
            badge="Modellicentie gratis hergebruik 1.0",
            may=_FREE,
            must=(_CREDIT,),
            may_not=(),
        ),
        Licence(
            spdx="LAL-1.3",
            name="Free Art Licence 1.3",
            url="https://artlibre.org/licence/lal/en/",
            badge="Free Art Licence 1.3",
            may=_FREE,
            must=(_CREDIT, _ALIKE),
            may_not=(),
        ),
        Licence(
            spdx="GPL-3.0-only",
            name="GNU General Public License 3.0",
            url="https://www.gnu.org/licenses/gpl-3.0.html",
            badge="GPL 3.0",
            may=_FREE,
            must=(_CREDIT, _ALIKE, _SOURCE_CODE),
            may_not=(),
        ),
    )
}
"""The licences that pages and their sources have most, by SPDX identifier."""


@cache
def find_licence(spdx: str) -> Licence | None:
    """The licence with an SPDX identifier, also an older Creative Commons one; None for one that we cannot explain."""
    if spdx in LICENCES:
        return LICENCES[spdx]
    match = CREATIVE_COMMONS.fullmatch(spdx)
    return _creative_commons(match["elements"], match["version"], match["port"]) if match else None
