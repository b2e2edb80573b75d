"""Data as JSON that people may read too: a name on a line. (Python's own does that in Python, four times slower.)"""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json


def json_text(data: Any) -> str:
    """Data as JSON, in the order that it has, with a line at the end."""
    return to_json(data, indent=1).decode() + "\n"
