"""A picture or other file beside the pages is shown on one of them, or linked from it.

Why: a file that no page shows is found by nobody, and whose it is and under what licence is said nowhere.

Bad: ``commons/tips/oud-schema.png``, of which no page speaks.
Good: ``![Het schema: …](oud-schema.png)`` on a page in ``commons/tips/``; or no such file.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.links import resolve
from gemeengoed.model import MEDIA, Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import START

SEVERITY = Severity.WARNING
REACH = Reach.OUTLINE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every such file below ``commons/`` that no page names."""
    files = [file for file in commons.strays if PurePosixPath(file.path).suffix.lower() in MEDIA]
    if not files:
        return
    used = {path for item in commons.items.values() for path in item.media}
    used |= {resolve(link.target, page.path)[0] for page in commons.pages for link in page.links if link.target}
    advice = message("Show it on a page, as ![what it shows](name-of-the-file), or remove it.")
    for file in files:
        if file.path not in used:
            name = PurePosixPath(file.path).name
            yield Finding(file.path, *START, message("No page shows '{name}' or links to it.", name=name), advice)
