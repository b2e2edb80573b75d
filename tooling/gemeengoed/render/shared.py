"""What all pages share: configuration, theme, versions and menu. When that changes, every page is rendered again."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from gemeengoed.cache import digest, program
from gemeengoed.folders import scan
from gemeengoed.markdown.extensions import may_read_others
from gemeengoed.render.pages import Prepared

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pymdown-extensions", "pygments", "nh3")
"""What makes HTML of a page, besides this program."""

IN_MENU = ("title", "icon", "status", "subtitle", "template", "lang")
"""What a menu shows of a page's front matter."""

_CLOCK = re.compile(rb"build_date|update_date")


def needs_everything(config: MkDocsConfig) -> str:
    """Why nothing short of MkDocs' own build will do for this configuration; empty when it need not."""
    if config.plugins:
        return "plugins and hooks may do anything"
    if config.extra_templates:
        return "there are templates of its own"
    unknown = ", ".join(may_read_others(config.markdown_extensions))
    return f"a page may hold what stands in another file, by {unknown}" if unknown else ""


def fingerprint(ready: Prepared) -> str:
    """The state of everything that may show on any page, besides what is in its staged file."""
    return digest(
        program(),
        *(f"{name} {_version(name)}" for name in PACKAGES),
        _configuration(ready.config),
        *_templates(ready.config),
        *(json.dumps(entry, default=str) for entry in _menu(ready.navigation.items)),
    )


def _configuration(config: MkDocsConfig) -> str:
    """The configuration as it was written, what it inherits and takes from the environment filled in."""
    with open(config.config_file_path, encoding="utf-8") as written:
        return json.dumps(yaml_load(written), default=_name, sort_keys=True)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _name(value: Any) -> str:
    """A value of the configuration that is no data: what it is called."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"


def _templates(config: MkDocsConfig) -> Iterator[bytes]:
    """The templates of the commons' own; those of the theme are of its version."""
    own = config.theme.custom_dir or ""
    for path, _ in sorted(scan(own)) if own else ():
        if not path.startswith("assets/"):
            content = Path(own, path).read_bytes()
            yield path.encode()
            yield content
            if _CLOCK.search(content):
                yield os.environ.get("SOURCE_DATE_EPOCH", "").encode()


def _menu(items: list[Any], depth: int = 0) -> Iterator[tuple[Any, ...]]:
    for item in items:
        meta = getattr(item, "meta", None) or {}
        yield depth, item.title, getattr(item, "url", ""), *(meta.get(name) for name in IN_MENU)
        yield from _menu(item.children or [], depth + 1)
