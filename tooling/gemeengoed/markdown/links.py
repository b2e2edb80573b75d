"""The links and pictures in a Markdown text (CommonMark inline links, reference definitions, autolinks, HTML)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gemeengoed.kinds import KIND_BY_FOLDER, REGISTER_BY_PLURAL
from gemeengoed.markdown.mask import mask

_INLINE = re.compile(
    r"\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*+)\]"
    r"\(\s*+(?:<(?P<angled>[^<>\n]*)>|(?P<target>(?:[^\s()]|\([^\s()]*\))*+))"
    r"(?P<title>\s++(?:\"[^\"]*\"|'[^']*'))?+\s*+\)"
)
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!-]")
_DEFINITION = re.compile(
    r"^[ \t>]*(?:(?:[*+-]|\d+\.)[ \t]+)*\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t>]*<?(?P<target>[^\s<>]+)>?", re.MULTILINE
)
_AUTO = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*)>")
_HTML = re.compile(
    r"<[a-z][^<>]*?\b(?:href|src)\s*=\s*(?:(?P<quote>[\"'])(?P<target>.*?)(?P=quote)|(?P<bare>[^\s\"'<>=`]+))",
    re.DOTALL | re.IGNORECASE,
)

_SCHEME = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


@dataclass(frozen=True)
class Link:
    """A link: where it points, what it says, and its offsets in the text: of the target, and of the whole.

    ``whole`` is None where the words of the link cannot stand without it (a definition, an address, a tag).
    """

    target: str
    label: str
    start: int
    end: int
    whole: tuple[int, int] | None = None
    is_image: bool = False

    @property
    def is_external(self) -> bool:
        """Whether the target has a scheme or a host of its own."""
        return bool(_SCHEME.match(self.target))


def find_links(text: str) -> Iterator[Link]:
    """Every link and picture of the text, those in code and comments aside; in order of kind, then of place."""
    masked = mask(text)
    if "](" in masked:
        yield from _inline(text, _ESCAPED.sub("..", masked), 0, len(masked))
    if "]:" in masked:
        yield from (_plain(text, match) for match in _DEFINITION.finditer(masked))
    if "<" in masked:
        yield from (_plain(text, match) for match in _AUTO.finditer(masked))
        yield from (_plain(text, match) for match in _HTML.finditer(masked))


def _inline(text: str, masked: str, first: int, last: int) -> Iterator[Link]:
    """The links between two offsets, and the pictures in the words of those links."""
    for match in _INLINE.finditer(masked, first, last):
        start, end = match.span("target" if match["angled"] is None else "angled")
        label = text[slice(*match.span("label"))]
        is_image = text.startswith("!", max(match.start() - 1, first))
        yield Link(text[start:end], label, start, end, (match.start() - is_image, match.end()), is_image)
        if masked.find("](", *match.span("label")) >= 0:
            yield from _inline(text, masked, *match.span("label"))


def _plain(text: str, match: re.Match[str]) -> Link:
    start, end = match.span("target" if match["target"] is not None else "bare")
    return Link(text[start:end], "", start, end)


def rewrite_links(text: str, change: Callable[[Link], str | None]) -> str:
    """The text with every link's target replaced by what ``change`` makes of it.

    Where that is None the link goes and its words stay; one without words of its own then leads to its own page.
    """
    found = {(link.start, link.end): link for link in reversed(list(find_links(text)))}
    edits = [edit for link in found.values() for edit in _edits(link, change(link))]
    pieces, done = list[str](), 0
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= done:
            pieces += [text[done:start], new]
            done = end
    return "".join([*pieces, text[done:]])


def _edits(link: Link, target: str | None) -> Iterator[tuple[int, int, str]]:
    """What to put where, so that a link leads to the target, or is no link any more."""
    if target is not None or link.whole is None:
        yield link.start, link.end, "#" if target is None else target
    elif link.is_image:
        yield *link.whole, ""
    else:
        before, after = link.whole
        yield before, before + 1, ""
        yield before + 1 + len(link.label), after, ""


def resolve(target: str, path: str) -> tuple[str, str]:
    """What a link in the file ``path`` points at, and the anchor: a reference, or a path below the root.

    ``methods/intervisie`` and, from ``commons/practices/x.md``, ``../methods/intervisie.md`` both name the item
    ``methods/intervisie``. ``methods/`` names all methods, ``themes/participatie`` a term and ``themes/`` all terms.
    An empty first part means the page itself. A path that leaves the root starts with ``..``.
    """
    name, _, anchor = target.partition("#")
    name = name.partition("?")[0]
    if not name:
        return "", anchor
    folder = name.partition("/")[0]
    if (folder in KIND_BY_FOLDER or folder in REGISTER_BY_PLURAL) and "/" in name:
        return name.rstrip("/").removesuffix(".md"), anchor
    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name[0] != "/" else name
    parts = full.split("/")
    if parts[0] == "commons" and len(parts) == 3 and parts[1] in KIND_BY_FOLDER and full.endswith(".md"):
        return f"{parts[1]}/{parts[2].removesuffix('.md')}", anchor
    return full, anchor
