"""The text of a new item: the fields that its kind needs to fill in, the others as notes."""

from __future__ import annotations

from typing import Any

import yaml

from gemeengoed.i18n import Translate
from gemeengoed.kinds import Kind
from gemeengoed.kinds.declare import is_required


def new_item(kind: Kind, title: str, say: Translate) -> str:
    """The file of a new item: valid YAML, each field with its help in the language of ``say``."""
    lines = ["---"]
    required = [name for name in kind.fields.model_fields if is_required(kind.fields, name)]
    for name in required:
        lines += [_comment(kind, name, say), f"{name}: {_value(kind, name, title)}".rstrip(" ")]
    optional = say("These fields may be filled in too; take away the # in front.")
    lines += ["", f"# {optional}"]
    for name in kind.fields.model_fields:
        if name not in required:
            lines += [_comment(kind, name, say), f"# {name}:"]
    return "\n".join([*lines, "---", "", say("Write the text here."), ""])


def _comment(kind: Kind, name: str, say: Translate) -> str:
    declared = kind.fields.model_fields[name]
    help_text = say(declared.description) if declared.description else ""
    return f"# {say(declared.title or name)}. {help_text}".rstrip()


def _value(kind: Kind, name: str, title: str) -> str:
    if name == "title":
        return _flow(title)
    declared = kind.fields.model_fields[name]
    example = declared.examples[0] if declared.examples else None
    return _flow(example) if name == "authors" and example else "[]" if declared.default == () else ""


def _flow(value: Any) -> str:
    dumped: str = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=10_000)
    return dumped.removesuffix("...\n").removesuffix("\n")
