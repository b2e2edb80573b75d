"""An initiative: a project that parties take on together."""

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import Choice, Line, NetworkRef, PartyRef, Record, Text, field
from gemeengoed.kinds.network import Aspects, FourRoles


class Phase(Choice):
    """How far the initiative is."""

    PROPOSED = "proposed", "Proposed"
    EXPLORING = "exploring", "Exploring"
    RUNNING = "running", "Running"
    EVALUATING = "evaluating", "Evaluating"
    HANDED_OVER = "handed-over", "Handed over"
    STOPPED = "stopped", "Stopped"


class Limit(Record):
    """How far an engagement goes."""

    money: Line | None = field("Money")
    time: Line | None = field("Time")
    energy: Line | None = field("Energy")


class Engagement(Record):
    """What a party takes on, and how far."""

    party: PartyRef | None = field("Party", "Who takes it on.", required=True)
    offers: Line | None = field("Offers", "What the party will do or give.", required=True)
    limit: Limit | None = field("Limit", "How far that goes, in money, time and energy.")


class Evaluation(Record):
    """How the initiative stood at a moment."""

    on: PartialDate | None = field("On", "When.", required=True)
    finding: Text | None = field("Finding", "What was found.", required=True)


class Handover(Record):
    """Who carries the initiative on."""

    to: Line | None = field("To", "A third party, or a new entity of the network.", required=True)
    on: PartialDate | None = field("On", "When.")
    party: PartyRef | None = field("Party", "The receiver, where it is in a register.")


class Initiative(ItemFields):
    """A project that parties take on together."""

    network: NetworkRef | None = field("Network", "Whose initiative it is.", required=True)
    promotor: PartyRef | None = field("Promotor", "Who carries it.", required=True)
    motivation: Text | None = field("Motivation", "Why.", required=True)
    phase: Phase | None = field("Phase", "How far it is.", required=True)
    start: PartialDate | None = field("Start", "Since when, as exactly as it is known.")
    as_of: PartialDate | None = field(
        "As of", "When the phase was as it says here, if nobody looked at it since.", example="2017-01-20"
    )
    roles: FourRoles | None = field("Roles", "Who fills which role.")
    open_roles: tuple[Line, ...] = field("Open roles", "Whom it still seeks.", default=())
    engagements: tuple[Engagement, ...] = field("Engagements", "What each party takes on, and how far.", default=())
    business_model: Text | None = field("Business model", "How it pays for itself, if it does.")
    fit: Text | None = field("Fit", "How it serves the community through co-creation.")
    aspects: Aspects | None = field("Aspects", "The geographic, cultural, social and economic side of it.")
    evaluations: tuple[Evaluation, ...] = field("Evaluations", "How it stood, over time.", default=())
    next_evaluation: PartialDate | None = field("Next evaluation", "When it will be looked at again.")
    handover: Handover | None = field("Hand-over", "Who carries it on.")


KIND = Kind(
    name="initiative",
    folder="initiatives",
    fields=Initiative,
    label="Initiative",
    plural="Initiatives",
    about="Projects that people take on together.",
    icon="material/rocket-launch-outline",
)
