"""E-mail addresses in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemeengoed.personal.found import Found, in_address

_LOCAL = re.compile(r"(?<![\w.+'-])[\w+][\w.+'-]*$")
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_LONGEST = 64
"""Characters before the @ (RFC 5321, 4.5.3.1.1)."""

_NOBODYS = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)$", re.IGNORECASE)
"""Domains that never belong to anybody (RFC 2606)."""

_FILES = frozenset({"png", "jpg", "jpeg", "webp", "svg", "gif", "avif", "pdf", "md", "css", "js"})


def find_email_addresses(text: str) -> Iterator[Found]:
    """Every address, those that can be nobody's aside; no names of files, of accounts or in web addresses."""
    at = text.find("@")
    while at != -1:
        local, domain = _LOCAL.search(text, max(0, at - _LONGEST), at), _DOMAIN.match(text, at + 1)
        if local and domain and _is_address(text, local, domain):
            yield Found(local.start(), text[local.start() : domain.end()])
        at = text.find("@", at + 1)


def _is_address(text: str, local: re.Match[str], domain: re.Match[str]) -> bool:
    before, after = text[local.start() - 1 : local.start()], text[domain.end() : domain.end() + 2]
    if before == "@" or (after[:1] == ":" and after[1:].strip()):
        return False  # @name@server is an account; git@server:path is where a repository is
    if domain.group().rpartition(".")[2].lower() in _FILES or _NOBODYS.search(domain.group()):
        return False
    return not in_address(text, local.start())
