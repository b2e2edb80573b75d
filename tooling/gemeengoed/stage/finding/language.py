"""What searching needs to know of a language: ``locale/<language>/searching.yaml``. A language without one has none."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import yaml

from gemeengoed.i18n import LOCALE


@dataclass(frozen=True)
class Searching:
    """The words and links of a language; see the file itself. Without links there are no compounds to split."""

    function_words: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    never_parts: frozenset[str] = frozenset()
    short_parts: frozenset[str] = frozenset()
    field: frozenset[str] = frozenset()


@cache
def searching_in(language: str) -> Searching:
    """What is known of a language."""
    file = LOCALE / language / "searching.yaml"
    if not file.is_file():
        return Searching()
    given: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    values: dict[str, Any] = {}
    for one in fields(Searching):
        words = given.get(one.name, ())
        several = words.split() if isinstance(words, str) else words
        values[one.name] = tuple(several) if one.name == "links" else frozenset(several)
    return Searching(**values)
