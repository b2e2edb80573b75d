"""The last digit of an ORCID iD follows from the others.

Why: one wrong digit is the iD of somebody else, or of nobody.

Bad: ``orcid: 0000-0002-1825-0096``.
Good: ``orcid: 0000-0002-1825-0097``.

Source: ISO 7064 mod 11-2, as ORCID uses it (https://support.orcid.org, "Structure of the ORCID identifier").
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "contributors.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every ORCID iD in the register whose last digit is not the one that belongs there."""
    from stdnum.iso7064 import mod_11_2  # takes 8 ms, and few runs look at the register

    advice = message("Copy it once more from the contributor's page on orcid.org.")
    for identifier, contributor in commons.contributors.items():
        if contributor.orcid and not mod_11_2.is_valid(contributor.orcid.replace("-", "")):
            what = message("'{orcid}' is not an ORCID iD: a digit is wrong.", orcid=contributor.orcid)
            yield at_value(FILE, commons.registers[FILE].places, (identifier, "orcid"), what, advice)
