"""A document as the text of a page: Markdown, pictures, what it says of itself, and what was lost on the way."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path, PurePosixPath
from typing import Any, Final

from gemeengoed.documents.opening import DocumentError, Opened, Sort, open_document
from gemeengoed.documents.pandoc import run_pandoc
from gemeengoed.documents.pictures import clean_picture
from gemeengoed.documents.tree import Node, flat, plain, trim
from gemeengoed.i18n import Message, message
from gemeengoed.intake.clean import body as visible_body
from gemeengoed.intake.clean import clean, one_line
from gemeengoed.slug import slug_of

_MARKDOWN: Final = "markdown_strict+pipe_tables+footnotes+definition_lists+backtick_code_blocks-raw_html"
_DATA: Final = re.compile(r"data:image/[a-z+]+;base64,(.*)", re.DOTALL)
_HEAD: Final = re.compile(
    r"^(van|from|aan|to|cc|bcc|verzonden|sent|datum|date|onderwerp|subject)\s*:\s*(.*)$", re.IGNORECASE
)
_LONGEST_TITLE: Final = 120
_SIGNATURE: Final = re.compile(r"^--[ ]?$", re.MULTILINE)


@dataclass
class Converted:
    """A document as a page would have it. ``pictures`` are the files beside it; ``lost`` is what did not come along."""

    text: str
    title: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    without_alt: tuple[str, ...] = ()
    lost: list[Message] = field(default_factory=list)


def convert(file: Path) -> Converted:
    """The text of a document. Raises DocumentError, and never anything else, for whatever stands in the file."""
    opened = open_document(file)
    if opened.sort is Sort.MAIL:
        return _mail(opened)
    if opened.sort is Sort.TEXT:
        return _plain_text(opened.content)
    return _tree(opened, slug_of(file.stem) or "beeld")


def _tree(opened: Opened, name: str) -> Converted:
    raw = run_pandoc(opened.content, "--from", opened.sort.value, "--to", "json")
    tree = json.loads(raw)
    made = Converted("", lost=list(opened.lost))
    done: dict[str, str] = {}

    def picture(source: str, alt: str) -> tuple[str, str]:
        if source not in done:
            done[source] = _picture(source, opened, name, made)
        return done[source], alt or one_line(opened.alts.get(source, ""))

    title, blocks = _titled(one_line(plain(tree["meta"].get("title", {}).get("c", []))), flat(tree["blocks"]))
    tree["blocks"], trimmed = trim(blocks, 2, picture)
    tree["meta"] = {}
    arguments = ("--from", "json", "--to", _MARKDOWN, "--wrap", "none", "--markdown-headings", "atx")
    text = run_pandoc(json.dumps(tree).encode(), *arguments).decode("utf-8")
    made.text, was_cut = visible_body(text)
    made.title = title
    made.lost += trimmed.lost()
    made.without_alt = tuple(file for file, alt in trimmed.pictures.items() if not alt)
    if was_cut:
        made.lost.append(message("A remark that no reader sees (<!-- … -->) was left out."))
    return made


def _titled(title: str, blocks: list[Node]) -> tuple[str, list[Node]]:
    """The title of a document, and its blocks without it: what is noted of it, a first heading, a line above one."""
    if not blocks:
        return title, blocks
    first = one_line(plain(blocks[0]["c"])) if blocks[0]["t"] in ("Header", "Para") else ""
    is_heading = blocks[0]["t"] == "Header" and not any(
        block["t"] == "Header" and block["c"][0] <= blocks[0]["c"][0] for block in blocks[1:]
    )
    stands_above = len(blocks) > 1 and blocks[1]["t"] == "Header" and 0 < len(first) <= _LONGEST_TITLE
    if first and (first == title or (not title and (is_heading or (blocks[0]["t"] == "Para" and stands_above)))):
        return first, blocks[1:]
    return title, blocks


def _picture(source: str, opened: Opened, name: str, made: Converted) -> str:
    """The name beside the page of a picture of the document; empty, and said so, where it cannot come along."""
    content = _content(source, opened)
    shown = PurePosixPath(source[:80]).name
    if content is None:
        made.lost.append(message("The picture '{name}' is not in the document itself; it was left out.", name=shown))
        return ""
    cleaned = clean_picture(shown, content)
    if isinstance(cleaned, Message):
        made.lost.append(cleaned)
        return ""
    made.lost += cleaned.said
    file = f"{name[:60].strip('-')}-{len(made.pictures) + 1}{cleaned.ending}"
    made.pictures[file] = cleaned.content
    return file


def _content(source: str, opened: Opened) -> bytes | None:
    if match := _DATA.fullmatch(source):
        try:
            return base64.b64decode(match[1], validate=False)
        except (binascii.Error, ValueError):
            return None
    return opened.pictures.get(source) or opened.pictures.get(f"word/{source}")


def _plain_text(content: bytes) -> Converted:
    """A text; what stands at its top may be the head of a mail, which is taken off but for its subject."""
    try:
        text = clean(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = clean(content.decode("cp1252", "replace"))
    made = Converted("")
    lines = text.split("\n")
    heads = []
    while lines and (head := _HEAD.match(lines[0])):
        heads.append(head)
        lines.pop(0)
    if len(heads) < 2:
        lines = text.split("\n")
    else:
        made.title = next((head[2].strip() for head in heads if head[1].casefold() in ("onderwerp", "subject")), "")
        made.lost.append(message("The head of the mail was left out: who wrote it, to whom, and when."))
    return _without_signature("\n".join(lines), made)


def _without_signature(text: str, made: Converted) -> Converted:
    shown, was_cut = visible_body(text)
    if was_cut:
        made.lost.append(message("A remark that no reader sees (<!-- … -->) was left out."))
    if end := _SIGNATURE.search(shown):
        made.lost.append(message("What stands under the mail (a signature) was left out."))
        shown = shown[: end.start()].strip()
    made.text = shown
    return made


def _mail(opened: Opened) -> Converted:
    mail: Any = BytesParser(EmailMessage, policy=policy.default).parsebytes(opened.content)
    try:
        part = mail.get_body(("html", "plain"))
        content = part.get_content() if part is not None else None
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise DocumentError(
            message("The document is damaged and cannot be read. Open it, and save it anew.")
        ) from error
    if not isinstance(content, str) or not content.strip():
        raise DocumentError(message("There is no text in this mail."))
    if part.get_content_type() == "text/html":
        made = _tree(Opened(Sort.HTML, content.encode("utf-8", "replace")), "mail")
        made = _without_signature(made.text, made)
    else:
        made = _without_signature(content, Converted(""))
    made.title = one_line(str(mail.get("subject", ""))) or made.title
    made.lost.append(message("The head of the mail was left out: who wrote it, to whom, and when."))
    attached = [attachment.get_filename() or "?" for attachment in mail.iter_attachments()]
    made.lost += [message("The attachment '{name}' was left out.", name=name) for name in attached]
    return made
