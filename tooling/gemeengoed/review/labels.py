"""The labels of a pull request: what kinds, themes and networks it is about, out of fixed lists."""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.i18n import Translate, message
from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.model import Commons
from gemeengoed.review.form import Review

_LONGEST = 50
"""Characters that a label of the forge can have."""

_MOST = 20


def labels_of(review: Review, commons: Commons, say: Translate) -> tuple[str, ...]:
    """The labels that a review asks for. ``commons`` is the published one: what it does not know is no label."""
    return tuple(dict.fromkeys(label[:_LONGEST].replace(",", " ") for label in _labels(review, commons, say)))[:_MOST]


def _labels(review: Review, commons: Commons, say: Translate) -> Iterator[str]:
    for page in review.pages:
        kind = KIND_BY_FOLDER.get(page.path.removeprefix("commons/").partition("/")[0])
        if kind and page.path.startswith("commons/"):
            yield say(kind.label).lower()
    for page in review.pages:
        for theme in page.themes:
            if theme in commons.themes:
                label = commons.themes[theme].label
                name = getattr(label, str(commons.settings.language), None) or theme
                yield message("theme: {name}", name=name).say(say)
        for network in page.networks:
            if network in commons.items:
                yield message("network: {name}", name=commons.items[network].slug).say(say)
