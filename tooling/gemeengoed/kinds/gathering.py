"""A gathering: a meeting, learning day, visit or talk of a network."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PositiveInt

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import (
    Choice,
    ItemRef,
    Line,
    NetworkRef,
    OrganisationRef,
    PartyRef,
    Record,
    Ref,
    Text,
    field,
)

GatheringRef = Annotated[str, Ref("item", ("gathering",))]
Euro = Annotated[Decimal, Field(ge=0, decimal_places=2)]


class GatheringType(Choice):
    """What one comes together for."""

    MEETING = "meeting", "Meeting"
    LEARNING_DAY = "learning-day", "Learning day"
    CHALLENGE = "challenge", "Learning challenge"
    VISIT = "visit", "Visit"
    INTERVISION = "intervision", "Intervision"
    NEIGHBOURHOOD_TALK = "neighbourhood-talk", "Neighbourhood talk"


class Format(Choice):
    """In what way one takes part."""

    ON_SITE = "on-site", "On site"
    ONLINE = "online", "Online"
    HYBRID = "hybrid", "On site and online"


class Series(Record):
    """The place of a gathering in a series: the third of five."""

    of: PositiveInt | None = field("Of", "How many gatherings the series has.")
    number: PositiveInt | None = field("Number", "Which one this is.", required=True)


class AgendaPoint(Record):
    """Something to talk about."""

    topic: Line | None = field("Topic", "What it is about.", required=True)
    about: ItemRef | None = field("About", "The item that it concerns.")


class Attendance(Record):
    """How many people an organisation sent."""

    organisation: OrganisationRef | None = field("Organisation", required=True)
    count: PositiveInt | None = field("Count", "How many people came.")


class Fee(Record):
    """What taking part costs a person, in euro."""

    subscriber: Euro | None = field("Subscriber", "For an organisation that subscribes.")
    other: Euro | None = field("Other", "For another organisation.")
    colleague: Euro | None = field("Each further colleague", "For each further colleague of the same organisation.")
    note: Line | None = field("Note", "What else must be said of it.")


class Decision(Record):
    """What was decided, and about what."""

    text: Text | None = field("Decision", required=True)
    about: ItemRef | None = field("About", "The item that it touches.")


class Team(Record):
    """The people that one organisation sends to a learning challenge."""

    organisation: OrganisationRef | None = field("Organisation", required=True)
    people: PositiveInt | None = field("People", "How many people it sends.")
    takes_home: Text | None = field("Takes home", "What they take home to their own organisation.")


class Case(Record):
    """What a colleague brought in for intervision, as far as it may be shared."""

    question: Text | None = field(
        "Question",
        "What it was about. Only what may be shared is written down: no names, nothing that leads to somebody.",
        required=True,
    )
    by: PartyRef | None = field("By", "Who brought it in, where that may be known.")
    learned: Text | None = field("Learned", "What others can learn from it, again without names.")


class Gathering(ItemFields):
    """A meeting, learning day, visit or talk of a network."""

    network: NetworkRef | None = field("Network", "Whose gathering it is.", required=True)
    start: PartialDate | None = field(
        "Start",
        "When it starts, as exactly as it is known. A time is that of the clock in Brussels.",
        required=True,
        example="2026-12-10T19:00",
    )
    end: PartialDate | None = field("End", "When it ends. It may be absent.")
    cancelled: Text | None = field("Cancelled", "That it does not take place, and why.")
    type: GatheringType | None = field("Type", "What one comes together for.")
    format: Format | None = field("Format", "In what way one takes part.")
    place: Line | None = field("Place", "Where.")
    series: Series | None = field("Series", "Its place in a series.")
    agenda: tuple[AgendaPoint, ...] = field("Agenda", "What will be talked about.", default=())
    hosts: tuple[PartyRef, ...] = field("Hosts", "Who receives the others.", default=())
    attended_by: tuple[Attendance, ...] = field("Attended by", "Which organisations came.", default=())
    fee: Fee | None = field("Fee", "What taking part costs.")
    sign_up: Line | None = field("Sign up", "How to sign up.")
    decisions: tuple[Decision, ...] = field("Decisions", "What was decided.", default=())
    next: GatheringRef | None = field("Next", "The gathering that follows.")
    next_topics: tuple[AgendaPoint, ...] = field(
        "Next time", "What will be talked about at the next gathering, as agreed at this one.", default=()
    )
    visits: tuple[ItemRef, ...] = field("Visits", "The practices or initiatives that a visit goes to see.", default=())
    case: Case | None = field("Case", "What was brought in for intervision, as far as it may be shared.")
    teams: tuple[Team, ...] = field("Teams", "Whom each organisation sends to a learning challenge.", default=())


KIND = Kind(
    name="gathering",
    folder="gatherings",
    fields=Gathering,
    label="Gathering",
    plural="Gatherings",
    about="When people of a network meet.",
    icon="material/calendar-blank-outline",
)
