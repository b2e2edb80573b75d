"""What the page of one kind has that no other kind's page has: a module for each such kind, a line for it here.

A part is rendered by ``item/of_kind/<kind>.html.jinja``, after the text of the page, with everything that the other
templates of an item get, and ``own``: what the part's function returns. The fields that it shows are not shown a
second time in the generic sections and box.
"""

from __future__ import annotations

from collections.abc import Mapping

from gemeengoed.stage.of_kind import collection, experience, gathering, initiative, method, network, question
from gemeengoed.stage.of_kind.part import Part

__all__ = ["OF_KIND", "Part"]

OF_KIND: Mapping[str, Part] = {
    "initiative": initiative.PART,
    "network": network.PART,
    "gathering": gathering.PART,
    "collection": collection.PART,
    "experience": experience.PART,
    "method": method.PART,
    "question": question.PART,
}
"""The part of each kind that has one, by the name of the kind."""
