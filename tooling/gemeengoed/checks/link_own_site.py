"""A link to a page of this commons names the page, not its address on the web.

Why: an address changes when the site moves or a copy of it is made, and nobody sees that such a link is dead.

Bad: ``[intervisie](https://gemeengoed.example/methoden/intervisie/)``.
Good: ``[intervisie](methods/intervisie)``.

Addresses of the site (``site_url``) and of files in its repository (``repo_url``) are its own.
"""

import posixpath
from collections.abc import Container, Iterator

from gemeengoed.checks.base import at_value, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.markdown.mask import place
from gemeengoed.model import Commons, Item
from gemeengoed.own_site import is_own, own_target
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import Text

SEVERITY = Severity.WARNING
REACH = Reach.NAMES


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every link, and every web address of a source, that is one of the commons' own pages."""
    if not commons.settings.site_url and not commons.settings.repo_url:
        return
    known = {*commons.names.items, *commons.listings(), *commons.names.pages}
    for text in texts(commons):
        yield from _links(commons, text, known)
    for item in commons.items.values():
        yield from _sources(commons, item, known)


def _links(commons: Commons, text: Text, known: Container[str]) -> Iterator[Finding]:
    for link in text.links:
        if not link.is_external:
            continue
        target = own_target(link.target, commons.settings, known)
        if target is None and not is_own(link.target, commons.settings):
            continue
        if target and target.startswith("docs/"):
            target = posixpath.relpath(target, posixpath.dirname(text.path))
        what = message("'{address}' is an address of this commons itself.", address=link.target)
        line, column = place(text.body, link.start, text.body_line)
        end = place(text.body, link.end, text.body_line)
        is_sure = target is not None and link.whole is not None
        yield Finding(text.path, line, column, what, _advice(target), target, end=end, is_sure=is_sure)


def _sources(commons: Commons, item: Item, known: Container[str]) -> Iterator[Finding]:
    for index, source in enumerate(item.fields.sources):
        target = own_target(source.url, commons.settings, known) if source.url else None
        if target and not target.startswith("docs/"):
            what = message("'{address}' is an address of this commons itself.", address=source.url)
            advice = message("If it is only related, write it under 'related': {target}.", target=target)
            yield at_value(item.path, item.text.places, ("sources", index, "url"), what, advice)


def _advice(target: str | None) -> Message:
    if target:
        return message("Write it as: {target}", target=target)
    return message("Write it as folder/name, as in methods/intervisie. This address leads to no page that is here.")
