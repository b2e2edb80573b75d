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

_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\(mailto:([^()\s?]{1,200})[^()\n]{0,500}\)")
_HTML_LINK = re.compile(  # within bounds: each start would look for an end to the end of the text
    r"<a\b[^<>]{0,300}\bhref=\\?[\"']mailto:([^\"'?\\]{1,200})[^<>]{0,500}>(.{0,300}?)</a>", re.DOTALL | re.IGNORECASE
)
_AUTOLINK = re.compile(r"<(?:mailto:)?([^<>@\s:/]{1,100}@[^<>\s]{1,200})>")

_ANY = re.compile(r"(?<![\w.+@-])([\w+][\w.+'-]{0,63})@((?:[\w-]{1,63}\.){1,8}([A-Za-z]{2,24}))(?![\w-])(:[^\s\"'<])?")
"""An address in text, HTML or JSON, with what stands behind it where a repository has a path (``git@server:path``)."""

_UP_TO_HERE = re.compile(r"[^\s\"'<>()\[\]]*$")
_FAR = 500

_ENDS_A_NAME = re.compile(r"[\w.+'-]")
_FILES = frozenset({"png", "jpg", "jpeg", "webp", "svg", "gif", "avif", "pdf", "md", "css", "js"})


def find_email_addresses(text: str) -> Iterator[Found]:
    """Every address, those that can be nobody's aside; no names of files, of accounts or in web addresses."""
    at = text.find("@")
    while at != -1:
        local, domain = _LOCAL.search(text, max(0, at - _LONGEST), at), _DOMAIN.match(text, at + 1)
        if local and domain and _is_address(text, local, domain):
            yield Found(local.start(), text[local.start() : domain.end()])
        at = text.find("@", at + 1)


def disguised(text: str) -> str:
    """The text with every address as people read it and programs that gather addresses do not: ``an [at] gemeente.be``.

    A link that opens a mail, in Markdown or HTML, keeps what it says.
    """
    if not _may_hold_one(text):
        return text
    text = _MARKDOWN_LINK.sub(lambda link: link[1] if "@" in link[1] else f"{link[1]} ({link[2]})", text)
    text = _HTML_LINK.sub(lambda link: link[2] if "@" in link[2] else f"{link[2]} ({link[1]})", text)
    text = _AUTOLINK.sub(r"\1", text)
    return _ANY.sub(_disguise, text)


def _disguise(found: re.Match[str]) -> str:
    local, domain, ending, path = found.groups()
    is_none = ending.lower() in _FILES or _NOBODYS.search(domain) or (path and local == "git")
    before = _UP_TO_HERE.search(found.string, max(0, found.start() - _FAR), found.start())
    if is_none or (before and "://" in before[0]):
        return found[0]
    return f"{local} [at] {domain}{path or ''}"


def _may_hold_one(text: str) -> bool:
    """Whether an @ stands in a word somewhere: a quick look, since nearly no text has one."""
    at = text.find("@")
    while at != -1:
        before = text[at - 1 : at]
        if before != '"' and _ENDS_A_NAME.match(before) and text[at + 1 : at + 2].isalnum():
            return True
        at = text.find("@", at + 1)
    return False


def _is_address(text: str, local: re.Match[str], domain: re.Match[str]) -> bool:
    before, after = text[local.start() - 1 : local.start()], text[domain.end() : domain.end() + 2]
    if before == "@" or (after[:1] == ":" and after[1:].strip()):
        return False  # @name@server is an account; git@server:path is where a repository is
    if domain.group().rpartition(".")[2].lower() in _FILES or _NOBODYS.search(domain.group()):
        return False
    return not in_address(text, local.start())
