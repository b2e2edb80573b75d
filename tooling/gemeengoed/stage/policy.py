"""What a page may load and run, said to browsers (Content Security Policy, level 3): this site's own files only.

No script stands in a page, no style either, nothing comes from another origin, and no other site may show a page in a
frame. In each page, so that it holds with any host, and as an HTTP header for hosts that read ``_headers``.
"""

from __future__ import annotations

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


def with_policy(base: str, headers: str) -> str:
    """The text of ``_headers``, with the policy for all of the site; a host may not read two rules for one path."""
    all_of_it = f"{base}/*\n"
    policy = f"  Content-Security-Policy: {_written(_DIRECTIVES | _HEADER_ONLY)}\n"
    return all_of_it + policy + headers.removeprefix(all_of_it)


def _written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
