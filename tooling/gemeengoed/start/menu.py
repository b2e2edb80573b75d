"""The menu of a new commons: what there is of it, in the words of its language."""

from __future__ import annotations

from collections.abc import Iterable

from gemeengoed.i18n import Translate, address_word
from gemeengoed.kinds import KIND_BY_FOLDER, Kind

DISCOVER = (
    *("practices", "methods", "tips", "experiences", "used", "collections"),
    *("a-to-z", "themes", "skills", "regions", "new", "feeds"),
)
QUESTIONS = ("questions", "answers")
NETWORKS = (
    *("networks", "map", "gatherings", "calendar", "decisions", "initiatives", "join-in"),
    *("organisations", "contributors", "connections", "balance", "membership"),
)
ABOUT = ("contact", "colophon", "data", "files", "figures")


def menu(kinds: Iterable[Kind], say: Translate) -> list[tuple[str, str | list[str]]]:
    """The entries of ``nav`` in ``mkdocs.yml``: a title with a page, or with the pages below it."""
    unwanted = KIND_BY_FOLDER.keys() - {kind.folder for kind in kinds}

    def listings(*names: str) -> list[str]:
        return [f"{address_word(name, say)}/index.md" for name in names if name not in unwanted]

    def written(*titles: str) -> list[str]:
        return [f"{title.lower().replace(' ', '-')}.md" for title in titles]

    groups = (
        (say("Discover"), listings(*DISCOVER)),
        (say("Questions"), listings(*QUESTIONS)),
        (say("Networks"), listings(*NETWORKS)),
        (say("Contribute"), [*written(say("Contribute"), say("House rules")), *listings("checks")]),
        (
            say("About"),
            [
                *written(say("About"), say("Accessibility"), say("Privacy")),
                *listings("contact", "colophon", "data", "files", "figures"),
            ],
        ),
    )
    return [(say("Start"), "index.md"), *((title, pages) for title, pages in groups if pages)]
