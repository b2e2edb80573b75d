"""What may be made of what: the licences that an adaptation of a work may have.

The rules are data (``CHART``, ``BEYOND``, ``FREE``), each with its source. An adaptation of several works must have a
licence that all of them allow; what is included unchanged, cited or only inspired by asks for none of this.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from itertools import combinations

from gemeengoed.licences.expressions import fold, identifiers
from gemeengoed.licences.known import CREATIVE_COMMONS, LICENCES, MODEL_LICENCE, PUBLIC_DOMAIN


@dataclass(frozen=True)
class Row:
    """What is made of a work may have these licences, or licence elements; and who says so."""

    into: tuple[str, ...]
    source: str


_FAQ = (
    "Creative Commons, Frequently Asked Questions: If I derive or adapt material offered under a Creative Commons "
    "license, which CC license(s) can I use? (the adapter's license chart), https://creativecommons.org/faq/"
)
_COMPATIBLE = (
    "Creative Commons, Compatible Licenses, "
    "https://creativecommons.org/share-your-work/licensing-considerations/compatible-licenses/"
)

CHART: dict[str, Row] = {
    "BY": Row(("BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"), _FAQ),
    "BY-SA": Row(("BY-SA",), _FAQ),
    "BY-NC": Row(("BY-NC", "BY-NC-SA", "BY-NC-ND"), _FAQ),
    "BY-NC-SA": Row(("BY-NC-SA",), _FAQ),
    "BY-ND": Row((), _FAQ),
    "BY-NC-ND": Row((), _FAQ),
}
"""Creative Commons' own chart, by the elements of the licences: in the same version or a later one."""

SHARE_ALIKE_LATER_FROM = "2.0"
"""The first version whose ShareAlike allows a later version, or another jurisdiction's: section 4(b) of 2.0 and on."""

BEYOND: dict[str, Row] = {
    "CC-BY-SA-4.0": Row(("LAL-1.3", "GPL-3.0-only"), _COMPATIBLE),
    "LAL-1.3": Row(("LAL-1.3", "CC-BY-SA-4.0"), _COMPATIBLE),
    "GPL-3.0-only": Row(("GPL-3.0-only",), "GNU GPL 3, section 5(c), https://www.gnu.org/licenses/gpl-3.0.html"),
    "GPL-3.0-or-later": Row(
        ("GPL-3.0-only", "GPL-3.0-or-later"), "GNU GPL 3, section 14, https://www.gnu.org/licenses/gpl-3.0.html"
    ),
    MODEL_LICENCE: Row(
        (MODEL_LICENCE, *(f"CC-{elements}-4.0" for elements in CHART["BY"].into)),
        "Vlaamse overheid, Modellicentie voor gratis hergebruik 1.0: naming the source is its one condition, as for BY",
    ),
}
"""Licences outside the chart. Of BY-SA 4.0 to the GPL is one way; between BY-SA 4.0 and the Free Art Licence, both."""

FREE: dict[str, str] = {
    "CC0-1.0": "CC0 1.0, section 2: all rights are waived",
    "CC-PDDC": "Creative Commons, Public Domain Dedication: all rights are given up",
    "CC-PDM-1.0": "Creative Commons, Public Domain Mark 1.0: free of known rights",
    PUBLIC_DOMAIN: "No rights are left",
}
"""What anything may be made of, and why."""

_PORTS = {
    "BY-2.5": "AU",
    "BY-3.0": "AT AU DE IGO NL US",
    "BY-NC-3.0": "DE",
    "BY-NC-ND-3.0": "DE IGO",
    "BY-NC-SA-2.0": "DE FR UK",
    "BY-NC-SA-3.0": "DE IGO",
    "BY-ND-3.0": "DE",
    "BY-SA-2.0": "UK",
    "BY-SA-2.1": "JP",
    "BY-SA-3.0": "AT DE IGO",
}
_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")

CREATIVE_COMMONS_LICENCES: frozenset[str] = frozenset(
    [f"CC-{elements}-{version}" for elements in CHART for version in _VERSIONS]
    + [f"CC-{name}-{port}" for name, ports in _PORTS.items() for port in ports.split()]
)
"""Every licence of the chart that SPDX lists, in all versions and ports."""


@dataclass(frozen=True)
class Allowed:
    """The licences that an adaptation may have. None for ``licences`` means: any at all."""

    licences: frozenset[str] | None

    def __contains__(self, licence: str) -> bool:
        return self.licences is None or licence in self.licences

    def __and__(self, other: Allowed) -> Allowed:
        if self.licences is None or other.licences is None:
            return self if other.licences is None else other
        return Allowed(self.licences & other.licences)

    def __or__(self, other: Allowed) -> Allowed:
        if self.licences is None or other.licences is None:
            return ANY
        return Allowed(self.licences | other.licences)

    def __bool__(self) -> bool:
        return self.licences is None or bool(self.licences)

    def names(self) -> tuple[str, ...]:
        """The licences to tell a reader about: those in use today where there are any, and else all; sorted."""
        licences = self.licences or frozenset()
        return tuple(sorted(licences & LICENCES.keys() or licences))


ANY = Allowed(None)


@cache
def allowed(expression: str) -> Allowed:
    """The licences that what is made of a work under a known expression may have.

    Of a work under one licence OR another, one may choose; one under both must satisfy both. Of a licence that the
    rules do not cover, nothing is sure but that an adaptation may have the same one.
    """
    return fold(expression, _allowed, Allowed.__and__, Allowed.__or__)


def _allowed(licence: str) -> Allowed:
    if licence in FREE:
        return ANY
    beyond = BEYOND[licence].into if licence in BEYOND else ()
    own = () if is_covered(licence) else (licence,)
    return Allowed(frozenset((*own, *beyond, *_by_chart(licence))))


def _by_chart(licence: str) -> frozenset[str]:
    match = CREATIVE_COMMONS.fullmatch(licence)
    if match is None:
        return frozenset()
    elements, version = match["elements"], match["version"]
    only_same = "SA" in elements and version < SHARE_ALIKE_LATER_FROM
    return frozenset(
        other
        for other, found in _elements_and_versions().items()
        if found[0] in CHART[elements].into and (found[1] == version if only_same else found[1] >= version)
    )


@cache
def _elements_and_versions() -> dict[str, tuple[str, str]]:
    matches = ((licence, CREATIVE_COMMONS.fullmatch(licence)) for licence in CREATIVE_COMMONS_LICENCES)
    return {licence: (match["elements"], match["version"]) for licence, match in matches if match}


@cache
def is_covered(expression: str) -> bool:
    """Whether the rules say what may be made of a work under a known expression."""
    return all(
        licence in FREE or licence in BEYOND or CREATIVE_COMMONS.fullmatch(licence)
        for licence in identifiers(expression)
    )


@cache
def permits(source: str, licence: str) -> bool:
    """Whether what is made of a work under ``source`` may have ``licence``: each one that it names."""
    return all(name in allowed(source) for name in identifiers(licence))


def common(expressions: Iterable[str]) -> Allowed:
    """The licences that what is made of several works together may have."""
    return reduce(Allowed.__and__, map(allowed, expressions), ANY)


def clash(expressions: Iterable[str]) -> tuple[str, ...]:
    """The fewest of the expressions that allow nothing together; empty where all of them allow something.

    One that allows nothing by itself, or two that clash; more than two only where licences are joined by OR.
    """
    several = tuple(dict.fromkeys(expressions))
    if common(several):
        return ()
    groups = (group for size in range(1, len(several)) for group in combinations(several, size))
    return next((group for group in groups if not common(group)), several)


@cache
def forbids_commerce(expression: str) -> bool:
    """Whether nobody may use a work under a known expression for commercial gain."""
    return fold(expression, lambda name: _has(name, "NC"), lambda a, b: a or b, lambda a, b: a and b)


@cache
def forbids_change(expression: str) -> bool:
    """Whether nobody may spread a changed version of a work under a known expression."""
    return fold(expression, lambda name: _has(name, "ND"), lambda a, b: a or b, lambda a, b: a and b)


def _has(licence: str, element: str) -> bool:
    match = CREATIVE_COMMONS.fullmatch(licence)
    return match is not None and element in match["elements"].split("-")
