"""A contributor in the register is named by a page, or offers or seeks a skill.

Why: a name that nothing needs is a name that the register need not keep (GDPR, article 5: data minimisation).

Bad: an entry for somebody whose only page went away.
Good: no entry; it comes back with the next page.
"""

from collections.abc import Iterator

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.OUTLINE

FILE = "contributors.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every contributor whom nothing needs. One who withdrew stays, so that nobody adds the name again."""
    named = {name for item in commons.items.values() for name in item.contributors}
    for identifier, contributor in commons.contributors.items():
        has_skills = contributor.skills_offered or contributor.skills_sought
        if identifier not in named and not has_skills and contributor.withdrawn_on is None:
            line, column = commons.registers[FILE].places.key(identifier)
            what = message("No page names '{name}'.", name=identifier)
            yield Finding(FILE, line, column, what, message("Remove the entry if no page is on its way."))
