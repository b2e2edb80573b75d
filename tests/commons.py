"""Tiny commons for tests: one that is right in every way, and whatever a test adds to it or puts in its place.

    root = write_commons(tmp_path, {"commons/tips/kort.md": page("applies_to: [vergaderen]", "De tekst.")})
    assert problems_of(root) == []
    assert problems_of(root, {"commons/tips/kort.md": page("rijp: ja")}) == ["commons/tips/kort.md:6:1 field-unknown"]

A value of ``None`` takes a file of the base away. Lines of a ``page``: the front matter's required fields are lines 2
to 5, ``extra`` starts on line 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gemeengoed.checks.run import run_checks
from gemeengoed.i18n import translator
from gemeengoed.load import load
from gemeengoed.model import Commons
from gemeengoed.problems import Problem
from gemeengoed.settings import read_settings

Files = Mapping[str, str | bytes | None]
"""Texts (written as UTF-8, line ends as they are), bytes, or None for no file, by path from the root."""


def page(extra: str = "", body: str = "Een korte tekst.\n", title: str = "Een pagina") -> str:
    """A page with the four fields that every kind needs, more lines of front matter, and a body."""
    more = f"{extra}\n" if extra else ""
    return f"""---
title: {title}
summary: Voor wie een korte pagina zoekt.
authors: [redactie]
themes: [participatie]
{more}---
{body}"""


SETTINGS = """\
site_name: Proef
site_url: https://proef.example/
theme:
  name: material
  language: nl
  font: false
plugins:
  - gemeengoed:
      language: nl
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      permalink: "#"
  - gemeengoed.markdown.sanitise
"""

CONTRIBUTORS = """\
redactie:
  name: Redactie
  type: team
  organisations: [gemeente-a]
  consent:
    on: 2026-11-22
    scope: [name, organisation]
    licences: [CC-BY-NC-SA-4.0]
"""

ORGANISATIONS = """\
gemeente-a:
  name: Gemeente A
  type: municipality
  regions: [vlaanderen]
vzw-b:
  name: Vzw B
  type: non-profit
"""

VOCABULARY = """\
themes:
  participatie:
    label: {nl: Participatie, en: Participation}
    synonyms: {nl: [inspraak, burgerparticipatie]}
  co-creatie:
    label: {nl: Co-creatie, en: Co-creation}
    broader: participatie
skills:
  luisteren:
    label: {nl: Luisteren, en: Listening}
roles:
  inhoud:
    label: {nl: Inhoud, en: Content}
regions:
  vlaanderen:
    label: {nl: Vlaanderen, en: Flanders}
"""

METHOD = "commons/methods/intervisie.md"
"""The one page of the base: ``methods/intervisie``, with a heading ``stappen``."""

BASE: Files = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": "---\ntitle: Welkom\n---\nDit is een proef.\n",
    "contributors.yaml": CONTRIBUTORS,
    "commons/organisations.yaml": ORGANISATIONS,
    "commons/vocabulary.yaml": VOCABULARY,
    METHOD: page(title="Intervisie", body="Zes collega's, één vraag.\n\n## Stappen\n\n1. Vertel.\n2. Vraag door.\n"),
}
"""A commons without a single problem."""


def write_commons(root: Path, files: Files | None = None) -> Path:
    """Write the base and ``files`` over it into ``root``; returns ``root``."""
    return write_files(root, {**BASE, **(files or {})})


def write_files(root: Path, files: Files) -> Path:
    """Write ``files`` into ``root``, take away those that are None, and leave everything else; returns ``root``."""
    for path, content in files.items():
        file = root / path
        if content is None:
            file.unlink(missing_ok=True)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def load_commons(root: Path) -> Commons:
    """The commons in ``root``, with its own settings."""
    return load(root, read_settings(root))


def check_commons(root: Path) -> tuple[Problem, ...]:
    """Every problem of the commons in ``root``."""
    return run_checks(load_commons(root))


def problems_of(root: Path, files: Files | None = None) -> list[str]:
    """The problems of the commons in ``root``, after writing ``files``, as ``path:line:column code``.

    The base is written first where ``root`` is no commons yet.
    """
    if not (root / "mkdocs.yml").exists():
        write_commons(root)
    write_files(root, files or {})
    return [f"{found.path}:{found.line}:{found.column} {found.code}" for found in check_commons(root)]


def found_by(code: str, root: Path, files: Files) -> list[str]:
    """What one check finds in the commons in ``root``, after writing ``files``: ``path:line:column``."""
    return [found.removesuffix(f" {code}") for found in problems_of(root, files) if found.endswith(f" {code}")]


def said_by(code: str, root: Path, files: Files, language: str = "en") -> list[str]:
    """What one check says, after writing ``files``: the message and, below it, the advice where there is one."""
    problems_of(root, files)
    say = translator(language)
    found = [problem for problem in check_commons(root) if problem.code == code]
    return ["\n".join(part.say(say) for part in (problem.message, problem.advice) if part) for problem in found]
