"""The text of an item: its front matter as a person would write it, and its body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

from gemeengoed.kinds import Kind

_NAME: Final = re.compile(r"[a-z0-9]+(?:[/-][a-z0-9]+)*")


class _Dumper(yaml.SafeDumper):
    """Writes names in a list between brackets, long texts as blocks, everything else on lines of their own."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never refer to another part: the commons does not allow it."""
        return True


def _list(dumper: _Dumper, values: list[Any]) -> yaml.Node:
    is_names = all(isinstance(value, str) and _NAME.fullmatch(value) for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_names)


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(list, _list)
_Dumper.add_representer(str, _text)


def item_text(kind: Kind, fields: Mapping[str, Any], body: str, notes: tuple[str, ...] = ()) -> str:
    """The file of an item, its fields in the order in which the kind declares them; ``notes`` stand above as comments.

    Only text, numbers, lists and mappings of them can be values.
    """
    ordered = {name: fields[name] for name in kind.fields.model_fields if fields.get(name) not in (None, "", [], {})}
    comments = "".join(f"# {' '.join(note.split())}\n" for note in notes)
    return f"---\n{comments}{dump(ordered)}---\n\n{body.strip()}\n"


def dump(data: Mapping[str, Any]) -> str:
    """YAML that reads as what was put in; no line is broken."""
    return str(yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000))
