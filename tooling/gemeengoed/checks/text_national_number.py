"""No text holds a Belgian national register number.

Why: the number is for life and tells age and sex. Using it without a legal ground is an offence (law of 8 August 1983).

Bad: ``Rijksregisternummer 85.07.30-033.28``
Good: nothing; say ``een inwoner`` instead.

Found by its checksum, for those born before and after 2000; numbers of the bis register too.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.personal.national_numbers import find_national_numbers
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every number in pages and registers. It is not quoted, so that no report spreads it."""
    advice = message("Remove it, and tell a maintainer: it must also go out of the history of the repository.")
    what = message("Here stands the national register number of a person.")
    for passage in passages(commons):
        for offset, _ in find_national_numbers(passage.text):
            yield passage.finding(offset, what, advice)
