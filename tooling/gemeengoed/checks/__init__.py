"""The rules of the commons: each a module with one public function, ``check``, and its documentation in its docstring.

A new check is a module here, its line in ``CHECKS``, and a fixture pair in ``tests/checks/``. The code of a check is
the name of its module with hyphens.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import cast

from gemeengoed.checks import (
    contributor_consent,
    contributor_email,
    field_date,
    field_list,
    field_missing,
    field_type,
    field_unknown,
    field_value,
    file_byte_order_mark,
    file_empty,
    file_encoding,
    file_kind,
    file_name,
    file_size,
    file_symlink,
    front_matter,
    front_matter_alias,
    front_matter_duplicate_key,
    front_matter_yaml,
    html_unsafe,
    licence_allowed,
    licence_known,
    link_anchor,
    link_target,
    reference_item,
    reference_party,
    reference_term,
)
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Problem, Severity

CHECKS: tuple[ModuleType, ...] = (
    file_kind,
    file_name,
    file_symlink,
    file_encoding,
    file_byte_order_mark,
    file_size,
    file_empty,
    front_matter,
    front_matter_yaml,
    front_matter_duplicate_key,
    front_matter_alias,
    field_unknown,
    field_missing,
    field_type,
    field_list,
    field_value,
    field_date,
    reference_item,
    reference_party,
    reference_term,
    link_target,
    link_anchor,
    licence_known,
    licence_allowed,
    contributor_consent,
    contributor_email,
    html_unsafe,
)


@dataclass(frozen=True)
class Check:
    """A rule: its code, how much breaking it weighs, its documentation, and the function that finds it broken."""

    code: str
    severity: Severity
    documentation: str
    find: Callable[[Commons], Iterator[Finding]]

    @property
    def rule(self) -> str:
        """The rule in a sentence."""
        return self.documentation.partition("\n\n")[0].replace("\n", " ")


def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of ``CHECKS``."""
    return tuple(
        Check(
            module.__name__.rpartition(".")[2].replace("_", "-"),
            cast(Severity, module.SEVERITY),
            inspect.getdoc(module) or "",
            module.check,
        )
        for module in CHECKS
    )


def run_checks(commons: Commons) -> tuple[Problem, ...]:
    """Every problem of the commons, in order of place."""
    problems = {
        Problem(
            finding.path,
            finding.line,
            finding.column,
            check.code,
            check.severity,
            finding.message,
            finding.advice,
            finding.replacement,
        )
        for check in all_checks()
        for finding in check.find(commons)
    }
    return tuple(sorted(problems, key=_order))


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.path, problem.line, problem.column, problem.code, problem.message.text
