"""A link inside the commons leads to a page or file that exists.

Why: a dead link is a promise that is not kept.

Bad: ``[intervisie](methods/intervise)``.
Good: ``[intervisie](methods/intervisie)``, or ``[intervisie](../methods/intervisie.md)``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.i18n import message
from gemeengoed.markdown.links import find_links, resolve
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import nearest_reference

SEVERITY = Severity.ERROR


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every link to something that is not there."""
    known = {*commons.items, *commons.listings(), *(file.path for file in commons.files())}
    for text in texts(commons):
        for link in find_links(text.body):
            if link.is_external or not link.target or "{{" in link.target:
                continue
            name, _ = resolve(link.target, text.path)
            if not name or name in known or (name.startswith("docs/") and not name.endswith(".md")):
                continue
            near = nearest_reference(name, commons.items)
            if near:
                advice = message("Did you mean '{known}'?", known=near)
            else:
                advice = message("Write it as folder/name, as in methods/intervisie, and without .md.")
            yield in_body(
                text, link.start, message("The link leads to '{name}', which does not exist.", name=name), advice
            )
