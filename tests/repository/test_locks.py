"""The lock files: every version with its hashes, nothing about where it was fetched from, and nothing forgotten."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("site.txt", "test.txt")


@pytest.fixture(scope="module")
def project(repository):
    return tomllib.loads((repository / "pyproject.toml").read_text())


def locked(repository, name):
    """The requirements of a lock file, by name, each with its number of hashes."""
    text = (repository / "tooling" / "requirements" / name).read_text()
    logical_lines = re.sub(r"\\\n", " ", text).splitlines()
    found = {}
    for line in logical_lines:
        if line.strip() and not line.lstrip().startswith("#"):
            requirement = Requirement(line.split(" --hash")[0])
            pin = (requirement, line.count("--hash=sha256:"))
            found.setdefault(canonicalize_name(requirement.name), []).append(pin)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_hashed(repository, name):
    for pins in locked(repository, name).values():
        for requirement, hashes in pins:
            assert [specifier.operator for specifier in requirement.specifier] == ["=="], str(requirement)
            assert hashes, f"{requirement} has no hash"


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_and_no_option(repository, name):
    text = (repository / "tooling" / "requirements" / name).read_text()
    assert [line for line in text.splitlines() if re.search(r"://| @ | /|^-", line)] == []


@pytest.mark.parametrize("folder", ["tooling/setup", "tooling/setup/editor"])
def test_package_lock_has_hashes_and_no_address(repository, folder):
    packages = json.loads((repository / folder / "package-lock.json").read_text())["packages"]
    installed = {path: package for path, package in packages.items() if path and package and "link" not in package}
    assert installed
    assert [path for path, package in installed.items() if "resolved" in package] == []
    assert [path for path, package in installed.items() if "integrity" not in package] == []


def missing(requirements, lock, own_name="gemeengoed"):
    """Those of the declared requirements that a lock file does not satisfy."""
    return [
        text
        for text in requirements
        if (wanted := Requirement(text)).name != own_name
        and not any(
            wanted.specifier.contains(pin.version)
            for requirement, _ in lock.get(canonicalize_name(wanted.name), [])
            for pin in requirement.specifier
        )
    ]


def test_all_that_the_site_needs_is_locked(repository, project):
    declared = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    assert missing(declared, locked(repository, "site.txt")) == [], "run: make lock"


def test_all_that_the_tests_need_is_locked(repository, project):
    extras = project["project"]["optional-dependencies"]
    declared = [*project["project"]["dependencies"], *extras["test"], *extras["zensical"]]
    assert missing(declared, locked(repository, "test.txt")) == [], "run: make lock"


def test_both_locks_agree(repository):
    site, test = (
        {name: sorted(str(requirement) for requirement, _ in pins) for name, pins in locked(repository, lock).items()}
        for lock in LOCKS
    )
    assert {name: pins for name, pins in site.items() if test.get(name) != pins} == {}, "run: make lock"
