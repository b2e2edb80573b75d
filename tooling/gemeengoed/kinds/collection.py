"""A collection: items in an order, as a learning path or as building blocks."""

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.declare import Choice, ItemRef, Line, Record, field


class CollectionType(Choice):
    """What the order means."""

    LEARNING_PATH = "learning-path", "Learning path"
    BUILDING_BLOCKS = "building-blocks", "Building blocks"


class Part(Record):
    """One item of the collection, and why it stands there; or what should stand there and does not exist yet."""

    item: ItemRef | None = field("Item", "The page that is this part.")
    note: Line | None = field("Note", "Why it stands here.")
    missing: Line | None = field(
        "Missing", "What should stand here and nobody wrote yet, in a few words.", example="Inkoop van software"
    )


class Collection(ItemFields):
    """Items in an order, as a learning path or as building blocks."""

    type: CollectionType | None = field("Type", "What the order means.")
    parts: tuple[Part, ...] = field("Parts", "The items, in order.", required=True, default=())


KIND = Kind(
    name="collection",
    folder="collections",
    fields=Collection,
    label="Collection",
    plural="Collections",
    about="Pages brought together, in an order to follow.",
    icon="material/bookshelf",
)
