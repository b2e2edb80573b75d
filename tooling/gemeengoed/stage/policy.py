"""What a page may load and run, said to browsers (Content Security Policy, level 3): this site's own files only.

No script stands in a page, no style either, nothing comes from another origin, and no other site may show a page in a
frame. In each page, so that it holds with any host, and as an HTTP header for hosts that read ``_headers``.
"""

from __future__ import annotations

from collections.abc import Iterable

_DIRECTIVES = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search program is WebAssembly
    "img-src": "'self' data:",  # the theme's stylesheet holds its icons
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_HEADER_ONLY = {"frame-ancestors": "'none'"}


def in_a_page() -> str:
    """The policy as the content of a ``meta`` element."""
    return _written(_DIRECTIVES)


def in_the_editor(origins: Iterable[str]) -> str:
    """The policy of the editor's page, which asks the forge. It cannot do with less:

    Decap compiles the rules for its settings (Ajv: ``unsafe-eval``), writes its styles into the page (Emotion:
    ``unsafe-inline``), and keeps drafts and pictures as blobs.
    """
    return _written(_editor(origins))


def with_policy(base: str, headers: str, editor: Iterable[str] | None = None) -> str:
    """The text of ``_headers``, with the policy for all of the site; a host may not read two rules for one path.

    Where there is an editor it is that of the editor, given the origins that it asks: two policies for one page would
    both hold. The narrower one of every other page stands in the page itself.
    """
    all_of_it = f"{base}/*\n"
    directives = _DIRECTIVES if editor is None else _editor(editor)
    policy = f"  Content-Security-Policy: {_written(directives | _HEADER_ONLY)}\n"
    return all_of_it + policy + headers.removeprefix(all_of_it)


def _editor(origins: Iterable[str]) -> dict[str, str]:
    return _DIRECTIVES | {
        "script-src": "'self' 'unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "connect-src": " ".join(("'self'", "blob:", *origins)),
    }


def _written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
