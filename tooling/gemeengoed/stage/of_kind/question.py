"""The page of a question: how it stands, what would help, and what closed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.kinds.question import Question
from gemeengoed.model import Item
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.questions import asked
from gemeengoed.stage.site import Site
from gemeengoed.stage.used import MOST_ANSWERS


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """What the template shows of a question itself."""
    fields, shown = item.fields, site.values(here)
    assert isinstance(fields, Question)
    return {
        "asked": asked(site, item, here),
        "most_answers": MOST_ANSWERS,
        "who": shown.field(fields, "asked_by"),
        "accepted": shown.field(fields, "accepted_answer"),
    }


PART = Part(
    values, shows=("state", "asked_by", "asked_on", "accepted_answer", "expert_wanted", "closed_by"), leads=True
)
