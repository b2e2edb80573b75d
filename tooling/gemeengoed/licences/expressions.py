"""SPDX licence expressions: one identifier, or several joined by OR, AND and WITH (SPDX specification 2.3, annex D)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, reduce
from typing import Any, TypeVar

from gemeengoed.licences.known import LICENCES, OWN_REFERENCE

T = TypeVar("T")

_OWN = re.compile(rf"{OWN_REFERENCE}[A-Za-z0-9.-]+")


@cache
def spdx_identifiers() -> frozenset[str]:
    """Every identifier of the SPDX licence list, deprecated ones aside."""
    from license_expression import get_license_index  # takes 6 ms, and most licences are known without it

    return frozenset(
        entry["spdx_license_key"]
        for entry in get_license_index()
        if entry.get("spdx_license_key") and not entry.get("is_deprecated")
    )


@cache
def is_known(expression: str) -> bool:
    """Whether the text is a licence expression of known identifiers, each written as the SPDX list writes it."""
    if expression in LICENCES:
        return True
    if _is_plain(expression):
        return bool(_OWN.fullmatch(expression)) or expression in spdx_identifiers()
    from license_expression import ExpressionError, get_spdx_licensing

    try:
        parsed = get_spdx_licensing().parse(expression)
    except (ExpressionError, IndexError):  # the library raises IndexError for "()"
        return False
    known = (symbol.key in spdx_identifiers() or _OWN.fullmatch(symbol.key) for symbol in _symbols(parsed))
    return parsed is not None and all(known) and _written_as_listed(expression, parsed)


def _is_plain(expression: str) -> bool:
    return expression != "" and not any(character in " \t()" for character in expression)


def _symbols(parsed: Any) -> list[Any]:
    from license_expression import get_spdx_licensing

    return [] if parsed is None else get_spdx_licensing().license_symbols(parsed, decompose=True)


def _written_as_listed(expression: str, parsed: Any) -> bool:
    words = set(expression.replace("(", " ").replace(")", " ").split())
    return all(symbol.key in words for symbol in _symbols(parsed))


def fold(expression: str, leaf: Callable[[str], T], both: Callable[[T, T], T], either: Callable[[T, T], T]) -> T:
    """The value of a known expression: of each identifier by ``leaf``, of AND by ``both``, of OR by ``either``.

    An identifier WITH an exception counts as one identifier.
    """
    if _is_plain(expression):
        return leaf(expression)
    from license_expression import get_spdx_licensing

    licensing = get_spdx_licensing()

    def value(node: Any) -> T:
        if isinstance(node, licensing.AND | licensing.OR):
            join = both if isinstance(node, licensing.AND) else either
            return reduce(join, map(value, node.args))
        return leaf(node.render())

    return value(licensing.parse(expression))


def identifiers(expression: str) -> tuple[str, ...]:
    """The licences that a known expression names, in its order."""

    def alone(name: str) -> tuple[str, ...]:
        return (name,)

    def joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
        return first + second

    found = fold(expression, alone, joined, joined)
    return tuple(dict.fromkeys(found))
