"""A network: people and organisations that learn from each other."""

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.dates import Period
from gemeengoed.kinds.declare import Choice, Line, NetworkRef, OrganisationRef, PartyRef, Record, Text, ThemeRef, field


class NetworkType(Choice):
    """The sort of network."""

    KNOWLEDGE_CIRCLE = "knowledge-circle", "Knowledge circle"
    LEARNING_NETWORK = "learning-network", "Learning network"
    COMMUNITY = "community", "Community"
    SOCIAL_WORKSHOP = "social-workshop", "Social workshop"
    LOCON = "locon", "Local co-creating network (locon)"


class FourRoles(Record):
    """The four roles that make a collaboration work."""

    initiator: tuple[PartyRef, ...] = field("Initiator", "Starts the collaboration.", default=())
    manager: tuple[PartyRef, ...] = field("Manager", "Gives means and support.", default=())
    process_facilitator: tuple[PartyRef, ...] = field(
        "Process facilitator", "Neutral; keeps the process directed and effective.", default=()
    )
    coordinator: tuple[PartyRef, ...] = field("Coordinator", "Connects, and directs the whole.", default=())


class Aspects(Record):
    """The four aspects that strengthen each other."""

    geographic: Text | None = field("Geographic")
    cultural: Text | None = field("Cultural")
    social: Text | None = field("Social")
    economic: Text | None = field("Economic")


class Cycle(Record):
    """A period in which a network works on a theme."""

    period: Period | None = field("Period", "When, as exactly as it is known.", required=True, example="2017-Q1")
    title: Line | None = field("Title", "What the period is about.")
    theme: ThemeRef | None = field("Theme", "A theme of the vocabulary.")


class Network(ItemFields):
    """People and organisations that learn from each other."""

    type: NetworkType | None = field("Type", "The sort of network.", required=True)
    part_of: NetworkRef | None = field("Part of", "The network that it is nested in.")
    internal_to: OrganisationRef | None = field(
        "Internal community of", "The organisation whose own people it is for, when it is a community inside one."
    )
    period: Period | None = field("Period", "When it worked, or since when.")
    members: tuple[PartyRef, ...] = field("Members", "Who belongs to it.", default=())
    roles: FourRoles | None = field("Roles", "Who fills which role.")
    rhythm: Line | None = field("Rhythm", "How often it meets.")
    cycles: tuple[Cycle, ...] = field("Cycles", "The periods it works in, each with its theme.", default=())
    open_to: Line | None = field("Open to", "Who may join, and how.")
    contact: Line | None = field("Contact", "Where to ask: a web page, or in words. Never an e-mail address.")
    aspects: Aspects | None = field("Aspects", "The geographic, cultural, social and economic side of it.")


KIND = Kind(
    name="network",
    folder="networks",
    fields=Network,
    label="Network",
    plural="Networks",
    about="People and organisations that learn from each other.",
    icon="material/account-group-outline",
)
