"""Modules, registry, tests and documentation are the same set, both ways."""

from pathlib import Path

import pytest
from gemeengoed import checks
from gemeengoed.checks.declared import all_checks
from gemeengoed.problems import Severity

MODULES = {file.stem for file in Path(checks.__file__).parent.glob("*.py") if "\ndef check(" in file.read_text("utf-8")}
TESTS = {file.stem.removeprefix("test_") for file in Path(__file__).parent.glob("test_*.py")} - {"registry"}


def test_every_module_is_in_the_registry_once():
    registered = [module.__name__.rpartition(".")[2] for module in checks.CHECKS]
    assert sorted(registered) == sorted(MODULES)


def test_every_check_has_one_test_and_every_test_its_check():
    assert sorted(TESTS) == sorted(MODULES)


def test_the_code_of_a_check_is_the_name_of_its_module():
    assert {check.code.replace("-", "_") for check in all_checks()} == MODULES


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_documents_itself(check):
    rule, *sections = check.documentation.split("\n\n")
    assert rule.endswith(".")
    assert check.rule == " ".join(rule.split())
    assert [section.partition(": ")[0] for section in sections[:2]] == ["Why", "Bad"]
    assert sections[1].partition("\nGood: ")[2]
    assert isinstance(check.severity, Severity)
    assert (check.find.__doc__ or "").startswith("Yield ")
