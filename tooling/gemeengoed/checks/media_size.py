"""A picture or document is not larger than the settings allow.

Why: git keeps every version for ever, so one film makes the whole commons slow for everybody, and for good.

Bad: a presentation of 80 MB.
Good: the same presentation as a PDF of 2 MB, or a link to where it stands.
"""

from collections.abc import Iterator

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.load.media import media_files
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every file above ``limits.media_bytes``."""
    limit = commons.settings.limits.media_bytes
    advice = message("Make it smaller, or put it elsewhere and link to it.")
    for file in media_files(commons):
        if file.size > limit:
            what = message(
                "The file is {size} kB; at most {limit} kB is kept.", size=file.size // 1000, limit=limit // 1000
            )
            yield Finding(file.path, 1, 1, what, advice)
