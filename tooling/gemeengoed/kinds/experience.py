"""An experience: somebody else used a practice, tip or method too."""

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import Choice, ItemRef, Line, OrganisationRef, Text, field


class Result(Choice):
    """Whether it worked there."""

    WORKED = "worked", "Worked"
    PARTLY = "partly", "Worked in part"
    FAILED = "failed", "Did not work"


class Experience(ItemFields):
    """Who used a practice, tip or method too, where, with what result."""

    about: ItemRef | None = field("About", "The item that was used.", required=True)
    organisation: OrganisationRef | None = field("Organisation", "Who used it.", required=True)
    on: PartialDate | None = field("On", "When.", required=True)
    result: Result | None = field("Result", "Whether it worked there.", required=True)
    cost: Line | None = field("Cost", "What it cost.")
    staff_time: Line | None = field("Staff time", "How much working time it took.")
    changed: Text | None = field("Changed", "What was done otherwise than described.")
    advice: Text | None = field("Advice", "What they would tell a colleague.")


KIND = Kind(
    name="experience",
    folder="experiences",
    fields=Experience,
    label="Experience",
    plural="Experiences",
    about="Who used it too, and how it went.",
    icon="material/account-voice",
)
