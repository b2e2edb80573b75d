"""A picture or other file that a page shows states its licence.

Why: a picture often has another maker than the text, and readers want to use it too.

Bad: ``media: [{file: bord.png, alt: Een bord vol briefjes}]``; or a picture in the text that is not under ``media``.
Good: ``media: [{file: bord.png, alt: Een bord vol briefjes, author: Gemeente A, licence: CC-BY-NC-SA-4.0}]``.
"""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from gemeengoed.checks.base import at_value, in_body
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.links import resolve
from gemeengoed.model import MEDIA, Commons, Item
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every medium without a licence, and every picture in a text that is not among the media."""
    for item in commons.items.values():
        for number, medium in enumerate(item.fields.media):
            if medium.file and not medium.licence:
                what = message("The licence of '{file}' is not stated.", file=medium.file)
                advice = message(
                    "Write its SPDX identifier, as in licence: {licence}. You made it yourself? Then choose the "
                    "licence of the page.",
                    licence=commons.settings.licences.default,
                )
                yield at_value(item.path, item.text.places, ("media", number), what, advice)
        if "![" in item.text.body:
            yield from _undeclared(item)


def _undeclared(item: Item) -> Iterator[Finding]:
    folder = posixpath.dirname(item.path)
    declared = {posixpath.normpath(posixpath.join(folder, medium.file or "")) for medium in item.fields.media}
    advice = message("Name it under 'media' with file, alt and licence, and with its author if you did not make it.")
    for link in item.text.links:
        if link.is_external or not link.is_image:
            continue
        name, _ = resolve(link.target, item.path)
        if PurePosixPath(name).suffix.lower() in MEDIA and name not in declared:
            what = message("The licence of '{file}' is not stated.", file=link.target)
            yield in_body(item.text, link.start, what, advice)
