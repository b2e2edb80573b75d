"""The newsletter: what is new in a commons since a day, as Markdown, as an HTML mail and as plain text."""

from __future__ import annotations

from gemeengoed.digest.content import Digest, digest
from gemeengoed.digest.earlier import Earlier, NoEarlierError
from gemeengoed.digest.formats import FILES, DigestFormat, render

__all__ = ["FILES", "Digest", "DigestFormat", "Earlier", "NoEarlierError", "digest", "render"]
