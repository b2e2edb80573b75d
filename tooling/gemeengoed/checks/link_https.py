"""An address on a site that is known to have a safe connection starts with https.

Why: what goes over plain http can be read and changed on the way, and many a browser warns before it opens it.

Bad: ``http://www.vlaanderen.be/lokaal-bestuur``
Good: ``https://www.vlaanderen.be/lokaal-bestuur``

A maintainer names the sites in ``hosts``. Only of those it is certain that the address with https leads to the same.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Line, Record
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE

_PLAIN = "http://"
_ADDRESS = re.compile(r"(?<![\w/=])http://(?P<host>[a-z0-9.-]+)(?![\w:@])", re.IGNORECASE)


class Parameters(Record):
    """``hosts``: the names of the sites."""

    hosts: tuple[Line, ...] = (
        "creativecommons.org",
        "doi.org",
        "en.wikipedia.org",
        "github.com",
        "gitlab.com",
        "nl.wikipedia.org",
        "orcid.org",
        "spdx.org",
        "vimeo.com",
        "vlaanderen.be",
        "www.belgium.be",
        "www.openstreetmap.org",
        "www.rijksoverheid.nl",
        "www.vlaanderen.be",
        "www.vvsg.be",
        "www.w3.org",
        "www.wikidata.org",
        "www.youtube.com",
    )


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every address without a safe connection on one of the sites, in pages and registers."""
    hosts = frozenset(parameters.hosts)
    for passage in passages(commons):
        if _PLAIN not in passage.text:
            continue
        for match in _ADDRESS.finditer(passage.text):
            if match["host"].lower().rstrip(".") in hosts:
                what = message("This address has no safe connection: '{address}'.", address=match.group())
                found = passage.finding(match.start(), what, message("Write https instead of http."))
                end = (found.line, found.column + len("http"))
                yield replace(found, replacement="https", end=end, is_sure=True)
