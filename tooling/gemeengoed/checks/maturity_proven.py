"""A practice or method is proven when it worked for others too.

Why: the network filters; a reader must be able to rely on the word. What only its makers used is a trial.

Bad: ``maturity: proven`` without a page in experiences/.
Good: ``maturity: proven``, and experiences of two other organisations with ``result: worked``.
"""

from collections import defaultdict
from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Maturity, Status
from gemeengoed.kinds.experience import Experience
from gemeengoed.model import Commons, Item, Trait
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.maturity import ENOUGH, standing

SEVERITY = Severity.WARNING
REACH = Reach.OUTLINE
FOLDERS = frozenset({"practices", "methods", "experiences"})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every item that is called proven and worked for fewer other organisations."""
    proven = [item for item in commons.items.values() if Trait.PROVEN in item.traits]
    if not proven:
        return
    about: dict[str, list[Item]] = defaultdict(list)
    for experience in commons.whole.of_kind("experience"):
        if isinstance(experience.fields, Experience) and experience.fields.status is not Status.DRAFT:
            about[experience.fields.about or ""].append(experience)
    advice = message("Set 'maturity' to trial until there are such pages in commons/experiences/.")
    for item in proven:
        now = standing(item, about[item.ref])
        if now.borne_out is not Maturity.PROVEN:
            what = message(
                "'proven' needs {least} experiences of other organisations that worked; there are {count}.",
                least=ENOUGH,
                count=ENOUGH - now.missing if now.borne_out is Maturity.TRIAL else 0,
            )
            yield at_value(item.path, item.text.places, ("maturity",), what, advice)
