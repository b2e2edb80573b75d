"""A file that a page names under 'media' is there, beside the page.

Why: readers would get a hole where the picture belongs.

Bad: ``media: [{file: leerdag.png, …}]`` without ``leerdag.png`` in the folder of the page.
Good: the same, with the file in that folder.

(A link or picture in the text that leads to nothing is for link-target.)
"""

import posixpath
from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import nearest

SEVERITY = Severity.ERROR
REACH = Reach.NAMES


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every file under 'media' that is not there."""
    there = frozenset(commons.names.others)
    for item in commons.items.values():
        folder = posixpath.dirname(item.path)
        for index, entry in enumerate(item.fields.media):
            if not entry.file or posixpath.normpath(posixpath.join(folder, entry.file)) in there:
                continue
            beside = (posixpath.basename(path) for path in commons.names.others if posixpath.dirname(path) == folder)
            near = nearest(entry.file, beside)
            if near:
                advice = message("Did you mean '{known}'?", known=near)
            else:
                advice = message("Put the file in {folder}/, or take the entry away.", folder=folder)
            what = message("The file '{file}' is not there.", file=entry.file)
            yield at_value(item.path, item.text.places, ("media", index, "file"), what, advice)
