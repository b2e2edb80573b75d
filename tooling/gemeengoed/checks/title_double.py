"""No two pages of a kind have the same title.

Why: in a list of search results nobody can tell them apart.

Bad: two methods with ``title: Intervisie``.
Good: ``title: Intervisie in zes stappen`` and ``title: Intervisie online``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.model import Commons, Trait
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FRONT_MATTER


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every page whose title an earlier page of its kind has too; archived pages aside."""
    first: dict[tuple[str, str], str] = {}
    advice = message("Say in the title what is different about this page.")
    for item in commons.items.values():
        if Trait.UNTITLED in item.traits or item.status is Status.ARCHIVED:
            continue
        title = " ".join(item.title.casefold().split())
        other = first.setdefault((item.kind.name, title), item.ref)
        if other != item.ref:
            what = message("The page '{other}' has the title '{title}' too.", other=other, title=item.title)
            yield at_value(item.path, item.text.places, ("title",), what, advice)
