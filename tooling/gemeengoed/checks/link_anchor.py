"""A link to a heading leads to a heading that is there.

Why: a reader who follows it lands at the top of the page, and must search after all.

Bad: ``[de stappen](methods/intervisie#stapen)``.
Good: ``[de stappen](methods/intervisie#stappen)``.
"""

from collections.abc import Iterator
from functools import cache

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.headings import find_anchors
from gemeengoed.markdown.links import resolve
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import nearest

SEVERITY = Severity.WARNING
REACH = Reach.OUTLINE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every link to an anchor that its page does not have."""
    linking = [text for text in texts(commons) if text.has_anchored_links]
    if not linking:
        return
    pages = {page.path: page for page in commons.whole.pages}
    pages |= {item.ref: item.text for item in commons.whole.items.values()}

    @cache
    def anchors(name: str) -> frozenset[str]:
        return frozenset(find_anchors(pages[name].body))

    own = {item.path: item.ref for item in commons.items.values()}
    for text in linking:
        for link in text.links:
            if link.is_external or "#" not in link.target:
                continue
            name, anchor = resolve(link.target, text.path)
            name = name or own.get(text.path, text.path)
            if not anchor or name not in pages or anchor in anchors(name):
                continue
            near = nearest(anchor, anchors(name))
            advice = message("Did you mean '{known}'?", known=f"#{near}") if near else None
            what = message("The page '{name}' has no heading with the anchor '{anchor}'.", name=name, anchor=anchor)
            yield in_body(text, link.start, what, advice)
