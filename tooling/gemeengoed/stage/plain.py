"""Values of words and numbers only: they have a state of their own, whatever they were made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from gemeengoed.cache import digest
from gemeengoed.edition import Edition
from gemeengoed.model import Commons, Item


def is_plain(value: Any) -> bool:
    """Whether a value is words and numbers only, however they are put together, so that it has a state of its own."""
    if value is None or isinstance(value, str | int | float | date):
        return True
    if isinstance(value, frozenset | set | tuple | list):
        return all(map(is_plain, value))
    if isinstance(value, dict):  # one that notes what is asked of it is none
        return all(map(is_plain, value)) and all(map(is_plain, value.values()))
    if is_dataclass(value) and not isinstance(value, Item | Commons | Edition | type):
        return all(is_plain(getattr(value, field.name)) for field in fields(value))
    return False


def state_of(value: Any) -> str:
    """The state of a plain value."""
    return digest(said(value))


def said(value: Any) -> str:
    """A plain value as text: the same for the same value in every run."""
    if isinstance(value, frozenset | set):
        return f"{{{','.join(sorted(map(said, value)))}}}"
    if isinstance(value, tuple | list):
        return f"[{','.join(map(said, value))}]"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{said(key)}:{said(entry)}' for key, entry in value.items())}}}"
    if is_dataclass(value):
        return said([getattr(value, field.name) for field in fields(value)])
    return repr(value)
