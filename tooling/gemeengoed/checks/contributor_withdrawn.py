"""A contributor who withdrew is named nowhere any more.

Why: consent may be taken back at any moment (GDPR, article 7), and the licences ask that credit goes on request.

Bad: ``authors: [an-peeters]`` after ``withdrawn_on: 2026-09-01`` in contributors.yaml.
Good: ``authors: [vonk]``, the organisation.

Looks at references and, for the name itself, at every text. (A steward who withdrew is for steward-left.)
"""

import re
from collections.abc import Iterator, Mapping

from gemeengoed.checks.base import all_references, passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.registers import Contributor
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "contributors.yaml"


def withdrawn(commons: Commons) -> Mapping[str, Contributor]:
    """The contributors who have withdrawn by today."""
    return {
        name: contributor
        for name, contributor in commons.contributors.items()
        if contributor.withdrawn_on and contributor.withdrawn_on.first <= commons.today
    }


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every reference to a contributor who withdrew, and every text with that contributor's name."""
    gone = withdrawn(commons)
    if not gone:
        return
    advice = message("Name the organisation instead, or nobody.")
    for reference in all_references(commons, "contributor", "party"):
        if reference.name in gone and reference.loc != ("steward",):
            day = gone[reference.name].withdrawn_on
            what = message("'{name}' withdrew ({day}) and may not be named any more.", name=reference.name, day=day)
            yield reference.finding(what, advice)
    yield from _names(commons, gone)


def _names(commons: Commons, gone: Mapping[str, Contributor]) -> Iterator[Finding]:
    advice = message("Take the name out of the text.")
    names = {
        contributor.name: re.compile(rf"\b{re.escape(contributor.name)}\b")
        for contributor in gone.values()
        if contributor.name
    }
    for passage in passages(commons):
        if passage.path == FILE:
            continue
        for name, pattern in names.items():
            if name not in passage.text:
                continue
            for found in pattern.finditer(passage.text):
                what = message("{name} withdrew and may not be named any more.", name=name)
                yield passage.finding(found.start(), what, advice)
