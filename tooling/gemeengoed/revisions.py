"""What git knows of the files of a commons: when each came, and when it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gemeengoed.i18n import Message


@dataclass(frozen=True, slots=True)
class Revision:
    """When a file came, when it last changed, and how often. Days are those of the authors of the commits.

    ``days`` has one for every commit, the newest commit first.
    """

    created: date
    changed: date
    commits: int
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class History:
    """What git knows of the files. ``notice`` says why it knows nothing or less than everything.

    ``renamed`` has the path of today by every path that a file had before. ``state`` tells one history from another;
    it is empty where that is not known.
    """

    revisions: Mapping[str, Revision] = field(default_factory=dict)
    notice: Message | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    state: str = field(default="", compare=False)

    def came(self, path: str) -> date | None:
        """The day on which a file came, where that is known. It stays what it is when the file changes."""
        revision = self.revisions.get(path)
        return revision.created if revision else None
