"""A drawing (SVG) only draws: no script, no event handler, no foreign content, nothing fetched from elsewhere.

Why: an SVG is a program as much as a picture; opened by itself, a script in it acts in the name of the site.

Bad: ``<script>``, ``onload="…"``, ``<foreignObject>``, ``<image href="https://…">``, ``href="javascript:…"``.
Good: shapes, text, gradients, and references inside the drawing (``href="#pijl"``).
"""

from collections.abc import Iterator

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.load.media import media_files, read_head
from gemeengoed.markdown.drawing import find_active
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield everything in an SVG that could act or fetch, where it stands; and an SVG that cannot be read at all."""
    messages = {
        "element": lambda quote: message("The drawing holds <{quote}>, which is more than drawing.", quote=quote),
        "handler": lambda quote: message("The drawing has an event handler: {quote}.", quote=quote),
        "address": lambda quote: message("The drawing fetches something from elsewhere: '{quote}'.", quote=quote),
        "entity": lambda quote: message("The drawing declares entities of its own ({quote}).", quote=quote),
        "broken": lambda quote: message("The drawing cannot be read: {why}.", why=quote),
    }
    advice = message("Save it as 'plain' or 'optimised' SVG, or as a PNG picture.")
    limit = commons.settings.limits.media_bytes
    for file in media_files(commons):
        if file.suffix == ".svg" and file.size <= limit:
            for active in find_active(read_head(commons.root, file.path, limit)):
                yield Finding(file.path, active.line, active.column, messages[active.what](active.quote), advice)
