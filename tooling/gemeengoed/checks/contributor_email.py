"""The register of contributors holds no e-mail address.

Why: the repository is public and its history is kept for ever; an address in it is harvested, and cannot be taken back.

Bad: ``about: Bereikbaar op an@voorbeeld.example``.
Good: ``website: https://www.voorbeeld.be/wie-is-wie``.
"""

import re
from collections.abc import Iterator

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.mask import place
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "contributors.yaml"
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+")


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every address in the file, those in comments and in unknown fields too."""
    file = commons.register_files.get(FILE)
    if file is None:
        return
    advice = message("Remove it, also from the history of the repository. A web page may stand here.")
    for found in _ADDRESS.finditer(file.text):
        line, column = place(file.text, found.start(), 1)
        yield Finding(FILE, line, column, message("Here stands an e-mail address."), advice)
