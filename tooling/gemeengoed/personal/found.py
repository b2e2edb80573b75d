"""What the scanners share."""

from __future__ import annotations

from typing import NamedTuple

_FAR = 500
_NO_DIGITS = bytes(byte for byte in range(256) if chr(byte) not in "0123456789")


class Found(NamedTuple):
    """Something found: its offset in the text, and as it stands there."""

    offset: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.offset + len(self.text)


def has_digits(text: str, least: int) -> bool:
    """Whether there are so many digits in the text at all; a test that costs next to nothing."""
    return len(text.encode("utf-8", "replace").translate(None, _NO_DIGITS)) >= least


def in_address(text: str, offset: int) -> bool:
    """Whether the offset is inside a web address, where digits and signs mean something else."""
    before = text[max(0, offset - _FAR) : offset].split()
    return bool(before) and not text[offset - 1].isspace() and "://" in before[-1]
