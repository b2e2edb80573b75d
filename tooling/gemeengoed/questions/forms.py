"""The forms that there are: one for each kind, and one for who shares nothing yet but wants to be known."""

from __future__ import annotations

from typing import Final

from gemeengoed.kinds import Kind
from gemeengoed.questions.asked import Question, questions
from gemeengoed.questions.person import TO_JOIN, WITH_AN_ITEM

JOIN: Final = "join"
"""The form of somebody who shares nothing yet but wants to be known."""

WITH_FORM: Final = ("practice", "tip", "method", "question", "answer", "experience", "gathering", "initiative")
"""The kinds that have a form on the forge. A network or collection is too much for one."""


def asked_of(kind: Kind | None) -> tuple[Question, ...]:
    """Everything that a form asks: of the item, where there is one, and of the person."""
    return TO_JOIN if kind is None else (*questions(kind), *WITH_AN_ITEM)


def form_name(kind: Kind | None) -> str:
    """The name of the file of the forge's form for a kind, or to join; empty where it has none."""
    names = (*WITH_FORM, JOIN)
    name = kind.name if kind else JOIN
    return f"{names.index(name) + 1}-{name}.yml" if name in names else ""
