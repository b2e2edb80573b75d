"""Values of words and numbers only: they have a state of their own, whatever they were made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from gemeengoed.cache import digest
from gemeengoed.edition import Edition
from gemeengoed.model import Commons, Item


def is_plain(value: Any) -> bool:
    """Whether a value is words and numbers only, however they are put together, so that it has a state of its own."""
    try:
        _encode(value)
    except (TypeError, ValueError):
        return _is_plain(value)
    return True


def _is_plain(value: Any) -> bool:
    if value is None or isinstance(value, str | int | float | date):
        return True
    if isinstance(value, frozenset | set | tuple | list):
        return all(map(_is_plain, value))
    if isinstance(value, dict):  # one that notes what is asked of it is none
        return all(map(_is_plain, value)) and all(map(_is_plain, value.values()))
    if is_dataclass(value) and not isinstance(value, Item | Commons | Edition | type):
        return all(_is_plain(getattr(value, field.name)) for field in fields(value))
    return False


def state_of(value: Any) -> str:
    """The state of a plain value."""
    return digest(said(value))


def said(value: Any) -> str:
    """A plain value as text: the same for the same value in every run."""
    try:
        return _encode(value)
    except (TypeError, ValueError):
        return _said(value)


def _said(value: Any) -> str:
    if isinstance(value, frozenset | set):
        return f"{{{','.join(sorted(map(_said, value)))}}}"
    if isinstance(value, tuple | list):
        return f"[{','.join(map(_said, value))}]"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{_said(key)}:{_said(entry)}' for key, entry in value.items())}}}"
    if is_dataclass(value):
        return _said([getattr(value, field.name) for field in fields(value)])
    return repr(value)


def _in_words(value: Any) -> Any:
    """What JSON has no words for, in others."""
    if isinstance(value, frozenset | set):
        return [type(value).__name__, *sorted(map(said, value))]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, Item | Commons | Edition | type):
        return [type(value).__name__, *(getattr(value, field.name) for field in fields(value))]
    raise TypeError(type(value).__name__)


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_in_words).encode
"""Says most values, ten times as fast: not those with names that are no words."""
