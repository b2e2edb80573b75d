"""Which extensions of Markdown make a page of nothing but its own text.

Those that anybody may name in ``mkdocs.yml`` are too many to know. Of these it is known; of any other it is not, and
then a page may hold what stands in another file (``pymdownx.snippets``, ``pymdownx.b64``), so that it can be out of
date while its own text is not.
"""

from __future__ import annotations

from collections.abc import Iterable

_OF_PYTHON_MARKDOWN = (
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta "
    "nl2br sane_lists smarty tables toc wikilinks"
)
_OF_PYMDOWN = (
    "arithmatex betterem bracketspan caret critic details emoji escapeall extra fancylists highlight inlinehilite keys "
    "magiclink mark progressbar quotes saneheaders smartsymbols striphtml superfences tabbed tasklist tilde "
    "blocks.admonition blocks.caption blocks.definition blocks.details blocks.html blocks.tab"
)
READ_NOTHING = frozenset(
    [
        *_OF_PYTHON_MARKDOWN.split(),
        *(f"pymdownx.{name}" for name in _OF_PYMDOWN.split()),
        "gemeengoed.markdown.sanitise",
    ]
)


def may_read_others(extensions: Iterable[str]) -> list[str]:
    """Those of the extensions of which it is not known that they read nothing, in order."""
    return sorted({name for name in extensions if name.removeprefix("markdown.extensions.") not in READ_NOTHING})
