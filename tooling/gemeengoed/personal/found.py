"""What the scanners share."""

from __future__ import annotations

from typing import NamedTuple

_FAR = 500


class Found(NamedTuple):
    """Something found: its offset in the text, and as it stands there."""

    offset: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.offset + len(self.text)


def in_address(text: str, offset: int) -> bool:
    """Whether the offset is inside a web address, where digits and signs mean something else."""
    before = text[max(0, offset - _FAR) : offset].split()
    return bool(before) and not text[offset - 1].isspace() and "://" in before[-1]
