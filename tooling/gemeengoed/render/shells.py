"""Pages by shells: a template is run once for all pages that it treats alike, and each page's texts are filled in.

A template makes the same of nearly every page: Material's in two milliseconds, our own in a third of one, a shell in a
twentieth. A shell serves for the pages that are alike in everything a template can tell them apart by
(``Shells._shape``). That is held to twice: whatever a template asks of a text is noted (``stand_in``), and for each
shell the first page and one in ``CHECK`` is rendered in full as well. Where the two differ, pages of that shape are
rendered in full from then on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from gemeengoed.render.stand_in import MARK, Hole, NotSharedError, Path, Pinned, Question, Shell, answer, find_marks

CHECK = 64
"""One page in so many is rendered in full besides."""

TOO_MANY = 100
"""A template that asks so many questions of texts is run for every page."""

_TEXTS = ("content", "url", "canonical_url", "abs_url", "edit_url")
_ALIKE = ("update_date", "is_index")
_ALONE: dict[str, Any] = {
    "children": None, "parent": None, "previous_page": None, "next_page": None, "ancestors": (), "toc": (),
    "is_section": False, "is_page": True, "is_link": False, "is_homepage": False, "is_top_level": True, "active": True,
}  # fmt: skip
"""What holds of every page that ``may_share``."""


class At(NamedTuple):
    """A place on the site, for what needs no more of a page."""

    url: str


class StandIn:
    """A page with holes for texts. Raises NotSharedError when asked for what is not known of every page like it."""

    def __init__(self, fields: dict[str, Any], at: At, holes: list[Path]) -> None:
        self.__dict__.update(_ALONE | fields)
        self.title = fields["meta"]["title"]
        self.at, self.holes = at, holes
        self.targets: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        raise NotSharedError(name)


@pass_context
def url(context: Context, value: Any) -> str:
    """MkDocs' filter of the same name; for a page that is stood in for, as seen from an address like its own."""
    page, text = context["page"], str(value)
    if not isinstance(page, StandIn):
        return normalize_url(text, page=page, base=context["base_url"])
    if found := find_marks(text, page.holes):
        raise Pinned(*found)
    page.targets.add(text)
    return normalize_url(text, page=page.at)  # type: ignore[arg-type]


def may_share(page: Page) -> bool:
    """Whether all that a template may know of a page can be said in a shape. It must not be in the menu."""
    parts = page.url.split("/")
    has_address = parts.pop() == "" and bool(parts) and not {"", ".", ".."}.intersection(parts)
    return has_address and not page.is_homepage and len(page.toc) == 0 and type(page.meta.get("title")) is str


class Shells:
    """The shells that were made so far, by shape (None: there can be none), and what makes up a shape.

    ``in_full`` renders a page, or what stands in for one; ``links`` are addresses that it looks at from there besides.
    ``filled`` counts the pages that a shell served for.
    """

    def __init__(
        self, environment: Environment, in_full: Callable[[Any, At], str], links: Iterable[str], check: int = CHECK
    ) -> None:
        environment.filters["url"] = url
        self._check = check
        self.filled = 0
        self._in_full = in_full
        self._shells: dict[Any, Shell | None] = {}
        self._used: dict[Any, int] = {}
        self._pinned: set[Path] = set()
        self._questions: dict[Question, None] = {}
        self._folders = {folder for link in links for folder in _folders(link)}

    def render(self, page: Page) -> str:
        """The HTML of a page outside the menu: the same bytes as in full."""
        at = At(page.url)
        if len(self._questions) > TOO_MANY or not may_share(page):
            return self._in_full(page, at)
        fields = {name: getattr(page, name) for name in ("meta", *_TEXTS, *_ALIKE)}
        texts: dict[Path, str] = {}
        try:
            shape = self._shape(fields, texts)
            used = self._used[shape] = self._used.get(shape, 0) + 1
            if used == 1:
                return self._in_full(page, at)
            if shape not in self._shells:
                shape = self._make(fields, shape)
        except NotSharedError:
            return self._in_full(page, at)
        shell = self._shells[shape]
        if shell is None:
            return self._in_full(page, at)
        html = shell.fill(texts)
        self.filled += 1
        if not self._check or (used - 2) % self._check:
            return html
        whole = self._in_full(page, at)
        if whole != html:
            self._shells[shape] = None
        return whole

    def _shape(self, fields: dict[str, Any], texts: dict[Path, str]) -> Any:
        """All that a template may tell a page by; its texts are put in ``texts``, by their path."""
        form = self._form(fields, (), texts)
        answers = tuple(answer(texts[asked[0]], asked) if asked[0] in texts else None for asked in self._questions)
        return self._address(fields["url"]), form, answers

    def _form(self, value: Any, path: Path, texts: dict[Path, str]) -> Any:
        """What a value is when the texts in it are left out."""
        kind = type(value)
        if kind is str:
            if value and path not in self._pinned:
                texts[path] = value
                return str
            return value
        if kind is dict:
            return tuple([(key, self._form(inner, (*path, key), texts)) for key, inner in value.items()])
        if kind is list:
            return list, tuple([self._form(inner, (*path, at), texts) for at, inner in enumerate(value)])
        if kind in (bool, int, float) or value is None:
            return kind, value
        raise NotSharedError(path)

    def _address(self, url: str) -> str:
        """An address like this one: the names that links could have in common with it, and unknown ones."""
        parts, known = url.split("/")[:-1], ""
        for number, part in enumerate(parts):
            if known + part not in self._folders:
                return known + "".join(f"{MARK}x{at}/" for at in range(len(parts) - number))
            known += f"{part}/"
        return known

    def _make(self, fields: dict[str, Any], shape: Any) -> Any:
        """Make the shell for pages like one; returns their shape, of which more may be known then than before."""
        try:
            while (shell := self._tried(fields)) is None:
                self._shells.clear()
                self._used.clear()
        except NotSharedError:
            self._shells[shape] = None
            raise
        shape = self._shape(fields, {})
        self._shells[shape] = shell
        return shape

    def _tried(self, fields: dict[str, Any]) -> Shell | None:
        """A shell, if nothing came to light that makes up a shape and was not known before."""
        holes: list[Path] = []
        asked: dict[Question, Any] = {}
        at = At(self._address(fields["url"]))
        page = StandIn(self._with_holes(fields, (), holes, asked), at, holes)
        known = len(self._folders), len(self._pinned), len(self._questions)
        try:
            shell = Shell(self._in_full(page, at), holes)
        except Pinned as pinned:
            self._pinned.update(pinned.args)
            return None
        self._questions.update(dict.fromkeys(asked))
        self._folders.update(folder for target in page.targets for folder in _folders(target))
        return shell if known == (len(self._folders), len(self._pinned), len(self._questions)) else None

    def _with_holes(self, value: Any, path: Path, holes: list[Path], asked: dict[Question, Any]) -> Any:
        """The value with holes for the texts in it."""
        if isinstance(value, str):
            if not value or path in self._pinned:
                return value
            holes.append(path)
            return Hole(len(holes) - 1, path, value, asked)
        if isinstance(value, dict):
            return {key: self._with_holes(inner, (*path, key), holes, asked) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._with_holes(inner, (*path, at), holes, asked) for at, inner in enumerate(value)]
        return value


def _folders(target: str) -> Iterable[str]:
    """An address below the site, and every folder above it, without the slash at the end."""
    parts = posixpath.normpath(f"/{target}")[1:].split("/")
    return ("/".join(parts[: number + 1]) for number in range(len(parts)))
