"""A picture says in words what somebody who cannot see it must know.

Why: screen readers read that text aloud, and it stands in the place of a picture that does not load (WCAG 1.1.1).

Bad: ``![](zaal.jpg)``, ``![IMG_2041.jpg](zaal.jpg)``.
Good: ``![Vier tafels met elk vijf stoelen, in een ruit](zaal.jpg)``.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

_TAG = re.compile(r"<img\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w-])(?P<name>alt|src)\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+))")
_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)|(?:img|dsc|dscn|image|screenshot)[_ -]?\d+", re.I
)


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every picture without words, in Markdown and in HTML. ``alt=""`` in HTML marks one that only decorates."""
    advice = message("Write between the square brackets what can be seen: ![Vier tafels in een ruit](zaal.jpg).")
    for text in texts(commons):
        for link in text.links:
            if link.is_image and link.whole and (what := _fault(link.label, link.target)):
                yield in_body(text, link.whole[0], what, advice)
        if "<img" in text.body.lower():
            yield from (in_body(text, *found) for found in _tags(text.masked))


def _tags(masked: str) -> Iterator[tuple[int, Message, Message]]:
    advice = message('Write what can be seen: alt="Vier tafels in een ruit".')
    for tag in _TAG.finditer(masked):
        found = {match["name"]: match["a"] or match["b"] or match["c"] or "" for match in _ATTRIBUTE.finditer(tag[0])}
        what = _fault(found.get("alt", ""), found.get("src", ""))
        if what and found.get("alt") != "":
            yield tag.start(), what, advice


def _fault(alt: str, target: str) -> Message | None:
    if not alt.strip():
        return message("The picture '{file}' has no text for those who cannot see it.", file=target)
    name = PurePosixPath(target.partition("?")[0])
    if alt.strip() in (name.name, name.stem) or _FILE_NAME.fullmatch(alt.strip()):
        return message("The picture has its file name for a text: '{alt}'.", alt=alt)
    return None
