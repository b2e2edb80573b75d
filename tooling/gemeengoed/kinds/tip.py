"""A tip: something small that helps at once."""

from gemeengoed.kinds.common import ItemFields, Kind
from gemeengoed.kinds.declare import Line, field


class Tip(ItemFields):
    """Something small that helps at once."""

    applies_to: tuple[Line, ...] = field("Applies to", "When, or for whom, the tip is of use.", default=())


KIND = Kind(
    name="tip",
    folder="tips",
    fields=Tip,
    label="Tip",
    plural="Tips",
    about="Small advice that helps at once.",
    icon="material/lightbulb-on-outline",
)
