"""Nothing is a part of itself, by whatever roundabout way.

Why: a network inside a network that is inside the first has no place on the site, and neither does what is in it.

Bad: ``part_of: networks/b`` in network a, and ``part_of: networks/a`` in network b.
Good: one of the two without ``part_of``.

Holds for networks, organisations, and the broader terms of the vocabulary.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.cycles import find_cycles
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds import REGISTERS
from gemeengoed.kinds.network import Network
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.OUTLINE
FOLDERS = frozenset({"networks"})

ORGANISATIONS, VOCABULARY = "commons/organisations.yaml", "commons/vocabulary.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every circle, at the reference that closes it."""
    networks = {
        item.ref: [item.fields.part_of]
        for item in (commons.whole.of_kind("network") if commons.of_kind("network") else ())
        if isinstance(item.fields, Network) and item.fields.part_of
    }
    for circle in find_cycles(networks):
        item = commons.whole.items[circle[-1]]
        yield at_value(item.path, item.text.places, ("part_of",), *_problem(circle))
    bodies = {name: [body.part_of] for name, body in commons.organisations.items() if body.part_of}
    for circle in find_cycles(bodies):
        yield at_value(
            ORGANISATIONS, commons.registers[ORGANISATIONS].places, (circle[-1], "part_of"), *_problem(circle)
        )
    for register in REGISTERS:
        if register.file == VOCABULARY:
            terms = commons.terms[register.name]
            broader = {name: [term.broader] for name, term in terms.items() if term.broader}
            for circle in find_cycles(broader):
                loc = (register.key, circle[-1], "broader")
                yield at_value(VOCABULARY, commons.registers[VOCABULARY].places, loc, *_problem(circle))


def _problem(circle: tuple[str, ...]) -> tuple[Message, Message]:
    way = " → ".join((*circle, circle[0]))
    return message("This makes it a part of itself: {way}.", way=way), message("Take one of these references away.")
