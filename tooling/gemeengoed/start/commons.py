"""A commons of another network's own: a repository with a first page of each kind, to overwrite.

The texts stand in ``templates/``: ``common/`` for every commons, and a folder for each language. A file there has the
name that it gets in the commons, with ``.jinja`` behind it and ``dot-`` for a dot in front.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import gemeengoed
from gemeengoed.forge import Maker, edit_uri, maker_at
from gemeengoed.i18n import Translate, translator
from gemeengoed.kinds import KIND_BY_FOLDER, Kind
from gemeengoed.licences import find_licence
from gemeengoed.start.folder import new_folder
from gemeengoed.start.forge_files import forge_files
from gemeengoed.start.menu import menu
from gemeengoed.start.repository import commit_all

TEMPLATES = Path(__file__).parent / "templates"
NEEDS = {
    "answer": "question",
    "experience": "practice",
    "gathering": "network",
    "initiative": "network",
    "collection": "practice",
}
"""The kind that a first page of another kind refers to."""
_UNTIL_FIRST_GATHERING = timedelta(days=60)


@dataclass(frozen=True)
class Wishes:
    """What a network wants: ``forge`` is the address of the repository (or empty), ``package`` what pip installs.

    ``also`` are the languages of its site besides its own.
    """

    name: str
    language: str
    licence: str
    forge: str
    kinds: tuple[Kind, ...]
    package: str
    today: date
    also: tuple[str, ...] = ()

    @property
    def maker(self) -> Maker | None:
        """Whose program the forge runs; None without one."""
        return maker_at(self.forge) if self.forge else None


Finish = Callable[[Path], Mapping[str, str]]
"""Gives files made of what a new commons holds (forms of the forge), by their path."""


def write_commons(target: Path, wishes: Wishes, finish: Finish | None = None) -> bool:
    """Write a commons into ``target``; returns whether it could be put in a first commit, by who runs this.

    ``finish`` adds to it what needs the commons as it stands. Raises CannotStartError when something stands there.
    """
    with new_folder(target) as fresh:
        for path, text in files(wishes):
            _write(fresh / path, text)
        for path, text in (finish(fresh) if finish else {}).items():
            _write(fresh / path, text)
        say = translator(wishes.language)
        return commit_all(fresh, say("Begin the commons"))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    if file.suffix == ".sh":
        file.chmod(0o755)


def files(wishes: Wishes) -> Iterator[tuple[str, str]]:
    """Every file of the new commons: its path and its text."""
    values = _values(wishes)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what is made is YAML and Markdown, not HTML; values in YAML are written as JSON
    )
    folders = {kind.folder for kind in wishes.kinds}
    for part in ("common", wishes.language):
        for template in sorted((TEMPLATES / part).rglob("*.jinja")):
            path = _path(template.relative_to(TEMPLATES / part))
            if _is_wanted(path, folders, wishes.maker):
                yield path, environment.get_template(template.relative_to(TEMPLATES).as_posix()).render(values)
    yield from forge_files(wishes.maker, translator(wishes.language))
    if text := licence_text(wishes.licence):
        yield f"LICENSES/{wishes.licence}.txt", text


def licence_text(licence: str) -> str:
    """The text of a licence; empty where the package does not bring it."""
    package = Path(gemeengoed.__file__).parent
    shipped = (folder / "LICENSES" / f"{licence}.txt" for folder in (package, package.parents[1]))
    return next((file.read_text("utf-8") for file in shipped if file.is_file()), "")


def with_needed(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds, and those that their first pages refer to, in the usual order."""
    wanted = {kind.name for kind in kinds}
    wanted |= {NEEDS[name] for name in wanted if name in NEEDS}
    return tuple(kind for kind in KIND_BY_FOLDER.values() if kind.name in wanted)


def _path(template: Path) -> str:
    parts = (part.replace("dot-", ".", 1) if part.startswith("dot-") else part for part in template.parts)
    return "/".join(parts).removesuffix(".jinja")


_OF_MAKERS: dict[str, tuple[Maker, ...]] = {
    ".gitlab-ci.yml": (Maker.GITLAB,),
    ".github/workflows/check.yml": (Maker.FORGEJO,),  # on GitHub, Validate does the same
    ".github/": (Maker.GITHUB, Maker.FORGEJO),
}
"""What only some forges read."""


def _is_wanted(path: str, folders: set[str], maker: Maker | None) -> bool:
    """Whether a file belongs: pages of the kinds asked for, and the workflows of the forge."""
    first, _, rest = path.partition("/")
    if first == "commons" and "/" in rest:
        return rest.partition("/")[0] in folders
    makers = next((makers for start, makers in _OF_MAKERS.items() if path.startswith(start)), None)
    return makers is None or maker in makers


def _values(wishes: Wishes) -> dict[str, object]:
    say = translator(wishes.language)
    licence = find_licence(wishes.licence)
    badge = licence.badge if licence else wishes.licence
    return {
        "name": wishes.name,
        "description": _description(say),
        "language": wishes.language,
        "others": {other: _in_another(wishes, badge, other) for other in wishes.also},
        "licence": wishes.licence,
        "licence_name": badge,
        "copyright": _copyright(badge, say),
        "has_text": bool(licence_text(wishes.licence)),
        "forge": wishes.forge,
        "edit_uri": edit_uri(maker_at(wishes.forge)),
        "maker": wishes.maker.value if wishes.maker else "",
        "package": wishes.package,
        "today": wishes.today.isoformat(),
        "later": (wishes.today + _UNTIL_FIRST_GATHERING).isoformat(),
        "menu": menu(wishes.kinds, say),
        "get_ready": (TEMPLATES / "get_ready.yml").read_text("utf-8").rstrip("\n"),
        "say": say,
    }


def _in_another(wishes: Wishes, badge: str, language: str) -> dict[str, str]:
    """What the words of ``mkdocs.yml`` are in another language."""
    said: list[list[str]] = []
    for say in (translator(wishes.language), translator(language, wishes.language)):
        words = [_description(say), _copyright(badge, say), say("Link to this heading")]
        said.append([*words, *(title for title, _ in menu(wishes.kinds, say))])
    return dict(zip(*said, strict=True))


def _description(say: Translate) -> str:
    return say("What our network learns, shared: practices, tips and methods, free to use and to enrich.")


def _copyright(badge: str, say: Translate) -> str:
    return say("{licence}, unless a page says otherwise").format(licence=badge)
