"""A link to a page names it as folder/name, or as the path of its file from where the link stands.

Why: one form can be read, searched for and kept right when a page is renamed; half forms break on the first move.

Bad: ``[intervisie](methods/intervisie.md)``, ``[intervisie](methods/intervisie/)``
Good: ``[intervisie](methods/intervisie)``, ``[intervisie](../methods/intervisie.md)``
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, mended, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.markdown.links import resolve
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.NAMES


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every link to an item of the commons that has more to it than folder and name."""
    items = commons.names.items
    for text in texts(commons):
        for link in text.links:
            written = link.target.partition("#")[0]
            folder, _, rest = written.partition("/")
            if folder not in KIND_BY_FOLDER or not rest.endswith((".md", "/")):
                continue
            name, anchor = resolve(link.target, text.path)
            if name in items and "?" not in written:
                target = f"{name}#{anchor}" if anchor else name
                what = message("The link '{target}' has more to it than folder and name.", target=link.target)
                found = in_body(text, link.start, what, message("Write it as: {target}", target=target))
                yield mended(text, found, link.end, target, is_sure=True)
