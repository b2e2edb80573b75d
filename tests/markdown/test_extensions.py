"""Which extensions read nothing but the page: of every one that is installed it was decided."""

from importlib import import_module
from pkgutil import iter_modules

import markdown.extensions
import pymdownx
import pymdownx.blocks
import pytest
from gemeengoed.markdown.extensions import READ_NOTHING, may_read_others
from gemeengoed.settings import read_settings
from sites import REPOSITORY


def installed(package, prefix: str) -> set[str]:
    names = (f"{package.__name__}.{found.name}" for found in iter_modules(package.__path__) if found.name[0] != "_")
    found = {name for name in names if hasattr(import_module(name), "makeExtension")}
    return {f"{prefix}{name.removeprefix(f'{package.__name__}.')}" for name in found}


def test_what_comes_with_markdown_and_pymdown_was_looked_at():
    assert installed(markdown.extensions, "") <= READ_NOTHING
    others = {"pymdownx.b64", "pymdownx.pathconverter", "pymdownx.snippets"}
    assert installed(pymdownx, "pymdownx.") - READ_NOTHING == others
    assert installed(pymdownx.blocks, "pymdownx.blocks.") <= READ_NOTHING


@pytest.mark.parametrize(
    ("names", "unknown"),
    [
        (["toc", "markdown.extensions.tables", "pymdownx.tilde"], []),
        (["toc", "pymdownx.snippets", "eigen.uitbreiding"], ["eigen.uitbreiding", "pymdownx.snippets"]),
    ],
)
def test_an_unknown_one_is_not_trusted(names, unknown):
    assert may_read_others(names) == unknown


def test_the_settings_of_this_commons_name_known_ones():
    extensions = read_settings(REPOSITORY).markdown_extensions
    assert "attr_list" in extensions and may_read_others(extensions) == []
