"""What the register shows of a contributor is what the contributor agreed to.

Why: somebody who agreed to have a name shown did not agree to have an employer or skills shown (GDPR, article 6).

Bad: ``organisations: [vonk]`` beside ``scope: [name]``.
Good: ``organisations: [vonk]`` beside ``scope: [name, organisation]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.registers import ConsentScope
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "contributors.yaml"

COVERED_BY = {
    "organisations": ConsentScope.ORGANISATION,
    "skills_offered": ConsentScope.SKILLS,
    "skills_sought": ConsentScope.SKILLS,
}
"""What must be in the scope for a field to be shown. The name is for contributor-consent."""


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every field of a contributor that has a value and is not in the scope of the consent."""
    for identifier, contributor in commons.contributors.items():
        consent = contributor.consent
        if consent is None or not consent.scope:
            continue
        for field, scope in COVERED_BY.items():
            if getattr(contributor, field) and scope not in consent.scope:
                what = message("'{name}' did not agree that '{field}' is shown.", name=identifier, field=field)
                advice = message("Ask, and then add {scope} to 'scope'; or remove '{field}'.", scope=scope, field=field)
                yield at_value(FILE, commons.registers[FILE].places, (identifier, field), what, advice)
