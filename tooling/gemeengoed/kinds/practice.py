"""A practice: what an organisation did, in its context, and what came of it."""

from gemeengoed.kinds.common import ItemFields, Kind, Maturity
from gemeengoed.kinds.dates import Period
from gemeengoed.kinds.declare import Choice, Line, OrganisationRef, Record, Text, field


class Budget(Choice):
    """What it cost, staff time aside, in euro."""

    NONE = "none", "No budget"
    UNDER_1000 = "under-1000", "Less than € 1,000"
    FROM_1000 = "1000-10000", "€ 1,000 to € 10,000"
    FROM_10000 = "10000-50000", "€ 10,000 to € 50,000"
    OVER_50000 = "over-50000", "More than € 50,000"


class Context(Record):
    """Where and when it was done, by whom, and what it took."""

    organisation: OrganisationRef | None = field("Organisation", "Who did it.")
    department: Line | None = field("Department", "Which part of the organisation.")
    period: Period | None = field("Period", "When, as exactly as it is known.", example="2019/2020")
    participants: Line | None = field("Participants", "Who took part, and how many.")
    duration: Line | None = field("Duration", "How long it took.")
    budget: Budget | None = field("Budget", "What it cost, staff time aside.")
    staff_time: Line | None = field("Staff time", "How much working time it took.")
    legal_basis: Line | None = field("Legal basis", "The law or decision that it rests on.")


class Practice(ItemFields):
    """What an organisation did, in its context, and what came of it."""

    maturity: Maturity | None = field("Maturity", "How far it has proven itself.")
    context: Context | None = field("Context", "Where and when it was done, by whom, and what it took.")
    outcome: Text | None = field("Outcome", "What came of it.")
    evidence: Text | None = field("Evidence", "How one knows.")
    success_factors: tuple[Line, ...] = field("Success factors", "What made it work.", default=())
    obstacles: tuple[Line, ...] = field("Obstacles", "What stood in the way.", default=())


KIND = Kind(
    name="practice",
    folder="practices",
    fields=Practice,
    label="Practice",
    plural="Practices",
    about="What colleagues did, where, and what came of it.",
    icon="material/sprout",
)
