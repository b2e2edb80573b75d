"""A link inside the commons leads to a page or file that exists.

Why: a dead link is a promise that is not kept.

Bad: ``[intervisie](methods/intervise)``.
Good: ``[intervisie](methods/intervisie)``, or ``[intervisie](../methods/intervisie.md)``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, mended, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.links import resolve
from gemeengoed.model import MEDIA, Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import is_sure, nearest_reference

SEVERITY = Severity.ERROR
REACH = Reach.NAMES


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every link to something that is not there."""
    names, items = commons.names, commons.names.items
    files = (*(f"commons/{ref}.md" for ref in items), *names.pages, *names.others, *commons.registers)
    known = {*items, *commons.listings(), *files}
    for text in texts(commons):
        for link in text.links:
            if link.is_external or not link.target or "{{" in link.target:
                continue
            name, anchor = resolve(link.target, text.path)
            if not name or name in known or (name.startswith("docs/") and not name.endswith(".md")):
                continue
            what = message("The link leads to '{name}', which does not exist.", name=name)
            if name.lower().endswith(tuple(MEDIA)):
                advice = message("Put the file in the folder of the page, or name the one that is there.")
                yield in_body(text, link.start, what, advice)
                continue
            near = nearest_reference(name, items)
            if near is None:
                advice = message("Write it as folder/name, as in methods/intervisie, and without .md.")
                yield in_body(text, link.start, what, advice)
                continue
            found = in_body(text, link.start, what, message("Did you mean '{known}'?", known=near))
            target = f"{near}#{anchor}" if anchor else near
            yield mended(text, found, link.end, target, is_sure=is_sure(name.removeprefix("commons/"), near, items))
