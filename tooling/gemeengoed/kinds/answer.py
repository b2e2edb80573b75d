"""An answer to a question, credited to who gave it."""

from typing import Annotated

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import PartyRef, Ref, field


class Answer(ItemFields):
    """An answer to a question, credited to who gave it."""

    question: Annotated[str, Ref("item", ("question",))] | None = field(
        "Question", "The question that it answers.", required=True
    )
    by: PartyRef | None = field("By", "Who answers.", required=True)
    on: PartialDate | None = field("On", "When.", required=True)


KIND = Kind(
    name="answer",
    folder="answers",
    fields=Answer,
    label="Answer",
    plural="Answers",
    about="What colleagues answered.",
    icon="material/comment-check-outline",
)
