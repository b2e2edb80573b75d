"""What the package imports and what pyproject.toml declares are the same."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# Parts of another distribution, which alone says in which version it needs them.
PARTS = {"pydantic-core"}


@pytest.fixture(scope="module")
def imported(repository):
    """The distributions that the package imports, each with a module that does."""
    distributions = packages_distributions()
    found = {}
    for path in sorted(repository.glob("tooling/gemeengoed/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"gemeengoed"}:
                found |= {canonicalize_name(name): str(path) for name in distributions.get(top, [top])}
    return found


@pytest.fixture(scope="module")
def project(repository):
    return tomllib.loads((repository / "pyproject.toml").read_text())["project"]


def names(requirements):
    return {canonicalize_name(Requirement(text).name) for text in requirements}


def test_all_that_is_imported_is_declared(imported, project):
    optional = project["optional-dependencies"]
    declared = names(project["dependencies"] + optional["zensical"] + optional["documents"])
    assert {name: path for name, path in imported.items() if name not in declared | PARTS} == {}


def test_all_that_is_declared_is_used(imported, project):
    assert names(project["dependencies"]) - set(imported) == set()
