"""Which words of schema.org stand for what: by kind, declared once.

Sources: schema.org 29; for questions the form that search engines ask for (a QAPage whose main entity is the
question). A practice, tip or experience reads as an article: schema.org has no word for a tried practice, and Review is
for what one buys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gemeengoed.kinds.common import Relation
from gemeengoed.model import Item
from gemeengoed.stage.linked_data import things
from gemeengoed.stage.linked_data.nodes import Node
from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class Meaning:
    """What the page of a kind is, what it adds to what every work says, and the thing beside it, if there is one."""

    type: str
    adds: Callable[[Site, Item], Node] = field(default=lambda site, item: {})
    thing: Callable[[Site, Item], Node | None] = field(default=lambda site, item: None)


MEANINGS: Mapping[str, Meaning] = {
    "practice": Meaning("Article", things.maturity),
    "method": Meaning("HowTo", things.method),
    "tip": Meaning("Article"),
    "question": Meaning("QAPage", thing=things.question),
    "answer": Meaning("Article", things.answer_page),
    "experience": Meaning("Article", things.experience),
    "network": Meaning("WebPage", thing=things.network),
    "gathering": Meaning("WebPage", thing=things.gathering),
    "initiative": Meaning("WebPage", thing=things.initiative),
    "collection": Meaning("Collection", things.collection),
}

RELATIONS: Mapping[Relation, str] = {
    Relation.DERIVED_FROM: "isBasedOn",
    Relation.INCLUDES: "hasPart",
    Relation.CITES: "citation",
    Relation.INSPIRED_BY: "citation",
}
"""How a work stands to a source."""
