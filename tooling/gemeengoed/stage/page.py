"""A staged page: Markdown with front matter, in a form that every engine reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class StagedPage:
    """One page of the site as the engine gets it.

    ``parts`` are finished HTML (``header``, ``aside``, ``footer``, ``head``); ``facts`` are what the theme asks about.
    """

    path: str
    title: str
    description: str
    body: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """The file: a YAML line for each field, its value written as JSON (which is YAML 1.2), and the body."""
        fields = {
            "title": self.title,
            "description": self.description,
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},
            "gemeengoed": {**self.facts, **self.parts},
        }
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])
