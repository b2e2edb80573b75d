"""pandoc, run on bytes of strangers: without files, without a network, and not for ever."""

from __future__ import annotations

import subprocess
from typing import Final

from gemeengoed.documents.opening import DocumentError
from gemeengoed.i18n import message

_SECONDS: Final = 90
_MEMORY: Final = ("+RTS", "-M1500m", "-RTS")


def run_pandoc(content: bytes, *arguments: str) -> bytes:
    """What pandoc makes of the content. Raises DocumentError where it cannot, or takes too long or too much."""
    try:
        import pypandoc
    except ImportError as error:
        raise DocumentError(message("Documents need a package more: pip install 'gemeengoed[documents]'")) from error
    command = [pypandoc.get_pandoc_path(), "--sandbox", *arguments, *_MEMORY]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(message("The document takes too long to read. Save it anew, or in parts.")) from error
    if done.returncode:
        raise DocumentError(message("The document is damaged and cannot be read. Open it, and save it anew."))
    return done.stdout
