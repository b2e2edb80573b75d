"""Mending what is safe, in place: every edit is of the characters that a problem names, and of nothing else.

So comments, order, quotation marks and line ends stay as they were. What a commons becomes is worked out in a copy of
it (``plan``), where the rules are asked again after every round; only then is it written (``write``) or shown.
"""

from __future__ import annotations

from gemeengoed.fixes.extents import with_ends
from gemeengoed.fixes.plan import Change, difference, plan
from gemeengoed.fixes.write import write_change

__all__ = ["Change", "difference", "plan", "with_ends", "write_change"]
