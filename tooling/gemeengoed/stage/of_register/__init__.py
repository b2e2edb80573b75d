"""What the page of an entry of one register has that no other has: a module for each, a line for it here.

A part is rendered by ``listing/of_register/<register>.html.jinja``, above the items that stand under the entry, with
everything that the other templates of a listing get, and ``own``: what the part's function returns.
"""

from __future__ import annotations

from collections.abc import Mapping

from gemeengoed.stage.of_register import contributor, organisation, skill
from gemeengoed.stage.of_register.part import Part

__all__ = ["OF_REGISTER", "Part"]

OF_REGISTER: Mapping[str, Part] = {
    "contributor": contributor.PART,
    "organisation": organisation.PART,
    "skill": skill.PART,
}
"""The part of each register that has one, by the name of the register."""
