"""A reference to another page names a page that exists, of a kind that fits.

Why: a reference to nothing is a dead end for the reader.

Bad: ``related: [methods/intervise]``.
Good: ``related: [methods/intervisie]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import Reference, all_references
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import is_sure, nearest_reference

SEVERITY = Severity.ERROR
REACH = Reach.NAMES


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every reference to an item that is not there, or is of another kind than the field asks."""
    for reference in all_references(commons, "item"):
        if reference.name not in commons.names.items:
            yield _absent(reference, commons)
        elif reference.ref.kinds and commons.names.items[reference.name] not in reference.ref.kinds:
            what = message("'{name}' is of another kind than this field asks for.", name=reference.name)
            yield reference.finding(what, message("Name a page of: {kinds}.", kinds=", ".join(reference.ref.kinds)))


def _absent(reference: Reference, commons: Commons) -> Finding:
    known = nearest_reference(reference.name, commons.names.items)
    if known:
        advice = message("Did you mean '{known}'?", known=known)
    else:
        advice = message("Write it as folder/name, as in methods/intervisie, and without .md.")
    what = message("The page '{name}' does not exist.", name=reference.name)
    sure = known is not None and is_sure(reference.name, known, commons.names.items)
    return reference.finding(what, advice, known, is_sure=sure)
