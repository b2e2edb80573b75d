"""The licence of a page is one that everything it is made of allows.

Why: who adapts or translates a work may only share the result under a licence that the work's own licence allows. Each
source has its say, and some licences do not go together. What a page includes unchanged or cites asks for nothing here.

Bad: a page with the licence CC-BY-NC-SA-4.0 whose source is ``{relation: derived-from, licence: CC-BY-SA-4.0}``.
Good: the same page with ``licence: CC-BY-SA-4.0``; or only a reference to the source, ``relation: cites``.
"""

from collections.abc import Iterator
from itertools import pairwise

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.licences import allowed, clash, is_covered, is_known, permits
from gemeengoed.model import Commons, Item, Trait
from gemeengoed.problems import Finding, Severity
from gemeengoed.provenance import Ground, Held, Part, adapted, fitting, licence_of

SEVERITY = Severity.ERROR
REACH = Reach.OUTLINE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every source whose licence does not allow that of the page, and every two that nothing can be made of."""
    for item in commons.items.values():
        if {Trait.DERIVED, Trait.TRANSLATION} & item.traits:
            yield from of_item(commons, item)


def of_item(commons: Commons, item: Item) -> Iterator[Finding]:
    """Yield what stands between one item and its licence."""
    parts, held = adapted(commons, item), licence_of(commons, item)
    if not is_known(held.licence):
        return
    closed = [part for part in parts if not allowed(part.licence)]
    for part in closed:
        yield _found(item, part, _closed(part), _ADVICE_CLOSED)
    open_parts = tuple(part for part in parts if part not in closed)
    clashing = clash(part.licence for part in open_parts)
    if clashing:
        yield _clash(item, open_parts, clashing)
        return
    for part in open_parts:
        if not permits(part.licence, held.licence):
            yield _found(item, part, _refused(item, part, held), _advice(commons, open_parts, part))


def _found(item: Item, part: Part, what: Message, advice: Message) -> Finding:
    return at_value(item.path, item.text.places, part.loc, what, advice)


_ADVICE_CLOSED = message(
    "Only refer to it (relation: cites), take it up unchanged (relation: includes), or ask its maker for permission."
)
_ADVICE_CLASH = message("Only refer to one of the two (relation: cites), or ask its maker for permission.")


def _closed(part: Part) -> Message:
    return message(
        "'{title}' has the licence {licence}: nobody may spread a changed version of it, and so no page made after it.",
        title=part.title,
        licence=part.licence,
    )


def _clash(item: Item, parts: tuple[Part, ...], clashing: tuple[str, ...]) -> Finding:
    """The finding at the second of the two that clash. Where more than two clash, each two in a row are told."""
    involved = [next(part for part in parts if part.licence == licence) for licence in clashing]
    first, second = next(pairwise(involved))
    what = message(
        "No page can be made after both '{first}' ({licence}) and '{second}' ({other}): "
        "the first allows {allowed} only, the second {others} only.",
        first=first.title,
        licence=first.licence,
        second=second.title,
        other=second.licence,
        allowed=_names(first),
        others=_names(second),
    )
    return _found(item, second, what, _ADVICE_CLASH)


def _refused(item: Item, part: Part, held: Held) -> Message:
    names = {"title": part.title, "source": part.licence, "allowed": _names(part), "licence": held.licence}
    if not is_covered(part.licence):
        return message(
            "Whether a page made after '{title}' ({source}) may have the licence {licence} is not known here.", **names
        )
    if held.ground is Ground.FILE:
        return message(
            "What is made after '{title}' ({source}) may have the licence {allowed} only; this page says {licence}.",
            **names,
        )
    if held.ground is Ground.FOLDER:
        return message(
            "What is made after '{title}' ({source}) may have the licence {allowed} only; this page has {licence}, "
            "as every page in the folder {folder} that names none itself.",
            **names,
            folder=item.kind.folder,
        )
    return message(
        "What is made after '{title}' ({source}) may have the licence {allowed} only; this page has {licence}, "
        "the default of this commons, since it names none itself.",
        **names,
    )


def _names(part: Part) -> str:
    return ", ".join(allowed(part.licence).names())


def _advice(commons: Commons, parts: tuple[Part, ...], part: Part) -> Message:
    options = fitting(commons, parts)
    if options:
        return message("Write in this page: licence: {licence}", licence=options[0])
    if not is_covered(part.licence):
        return message(
            "Read that licence, or ask the maker. If it is allowed, switch this check off in the page, with the reason."
        )
    return message(
        "This commons takes no page with such a licence. Only refer to the source (relation: cites), or ask its maker "
        "for permission."
    )
