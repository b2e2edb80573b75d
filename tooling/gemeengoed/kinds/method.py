"""A method: steps that a group or a colleague can follow."""

from pydantic import PositiveInt

from gemeengoed.kinds.common import ItemFields, Kind, Maturity
from gemeengoed.kinds.declare import Choice, Line, Range, Record, Text, field


class Difficulty(Choice):
    """How much experience it asks of the person who leads it."""

    EASY = "easy", "Anybody can lead it"
    MEDIUM = "medium", "Some experience helps"
    ADVANCED = "advanced", "Needs an experienced facilitator"


class WorksheetType(Choice):
    """What a worksheet looks like."""

    MATRIX = "matrix", "Matrix"
    REFLECTION = "reflection", "Self-reflection"


class Quality(Record):
    """Something that one asks oneself about, with the sentences that one agrees with more or less."""

    name: Line | None = field("Quality", "What the sentences are about.", required=True, example="Luisteren")
    sentences: tuple[Line, ...] = field(
        "Sentences", "What one agrees with more or less, in the first person.", required=True, default=()
    )


class Worksheet(Record):
    """A sheet to fill in, on paper or in the page."""

    type: WorksheetType | None = field("Type", required=True)
    instructions: Text | None = field("Instructions", "What one must know before filling it in.")
    rows: tuple[Line, ...] = field("Rows", "The names of the rows to start with.", default=())
    columns: tuple[Line, ...] = field("Columns", "The names of the columns to start with.", default=())
    votes: PositiveInt | None = field("Votes", "How many dots everybody may give.")
    questions: tuple[Line, ...] = field("Questions", "What is asked of the person who fills it in.", default=())
    qualities: tuple[Quality, ...] = field("Qualities", "What one scores oneself on, by a scale.", default=())
    scale: tuple[Line, ...] = field(
        "Scale", "The answers on the scale, from least to most; from not at all to entirely when left out.", default=()
    )


class Method(ItemFields):
    """Steps that a group or a colleague can follow."""

    maturity: Maturity | None = field("Maturity", "How far it has proven itself.")
    purpose: Text | None = field("Purpose", "What one uses it for.")
    duration: Range | None = field(
        "Duration", "How long it takes, in minutes.", unit="minutes", example={"min": 60, "max": 90}
    )
    group_size: Range | None = field("Group size", "For how many people.", unit="people", example={"min": 5, "max": 8})
    materials: tuple[Line, ...] = field("Materials", "What one needs at hand.", default=())
    difficulty: Difficulty | None = field("Difficulty", "How much experience it asks of who leads it.")
    when_not: Text | None = field("When not", "When another method is better.")
    worksheet: Worksheet | None = field("Worksheet", "A sheet to fill in.")


KIND = Kind(
    name="method",
    folder="methods",
    fields=Method,
    label="Method",
    plural="Methods",
    about="Steps that you can follow with a group or alone.",
    icon="material/map-marker-path",
)
