"""A question that somebody asks the network."""

from typing import Annotated

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import Choice, ItemRef, Line, PartyRef, Ref, field


class QuestionState(Choice):
    """Whether the question has been answered."""

    OPEN = "open", "Open"
    ANSWERED = "answered", "Answered"
    GAP = "gap", "Knowledge gap"


class Question(ItemFields):
    """A question that somebody asks the network."""

    asked_by: PartyRef | None = field("Asked by", "Who asks it.")
    asked_on: PartialDate | None = field("Asked on", "Since when.")
    state: QuestionState = field("State", "Whether it has been answered.", default=QuestionState.OPEN)
    accepted_answer: Annotated[str, Ref("item", ("answer",))] | None = field(
        "Accepted answer", "The answer that helped who asked."
    )
    expert_wanted: Line | None = field(
        "Expert wanted", "What an outside expert must know of, when the network does not."
    )
    closed_by: ItemRef | None = field("Closed by", "The practice or gathering that closed a knowledge gap.")


KIND = Kind(
    name="question",
    folder="questions",
    fields=Question,
    label="Question",
    plural="Questions",
    about="What colleagues want to know, and what nobody knows yet.",
    icon="material/help-circle-outline",
)
