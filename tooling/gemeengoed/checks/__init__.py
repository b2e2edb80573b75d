"""The rules of the commons: each a module with one public function, ``check``, and its documentation in its docstring.

A new check is a module here, its line in ``CHECKS``, and a fixture pair in ``tests/checks/``. The code of a check is
the name of its module with hyphens.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType
from typing import cast

from pydantic import ValidationError

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
    switch,
)
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Problem, Severity
from gemeengoed.settings import FILE, CheckSettings, Settings, SettingsError
from gemeengoed.suggest import nearest

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
    switch,
)


@dataclass(frozen=True)
class Check:
    """A rule: its code, how much breaking it weighs, its documentation, and the function that finds it broken.

    ``parameters`` are the figures and lists that a maintainer may set; None where there are none.
    """

    code: str
    severity: Severity
    documentation: str
    find: Callable[..., Iterator[Finding]]
    parameters: Record | None = None

    @property
    def rule(self) -> str:
        """The rule in a sentence."""
        return self.documentation.partition("\n\n")[0].replace("\n", " ")

    def findings(self, commons: Commons) -> Iterator[Finding]:
        """Where the commons breaks the rule."""
        return self.find(commons) if self.parameters is None else self.find(commons, self.parameters)


def all_checks() -> tuple[Check, ...]:
    """Every check as it is declared, in the order of ``CHECKS``."""
    return tuple(
        Check(
            module.__name__.rpartition(".")[2].replace("_", "-"),
            cast(Severity, module.SEVERITY),
            inspect.getdoc(module) or "",
            module.check,
            module.Parameters() if hasattr(module, "Parameters") else None,
        )
        for module in CHECKS
    )


def configured_checks(settings: Settings) -> tuple[Check, ...]:
    """The checks that the settings leave on, with the severity and parameters that they set.

    Raises SettingsError for a check that does not exist, and for a parameter that is unknown or wrong.
    """
    known = {check.code: check for check in all_checks()}
    for code, own in settings.checks.items():
        if code not in known:
            near = nearest(code, known)
            raise SettingsError(f"{FILE}: there is no check '{code}'." + (f" Did you mean '{near}'?" if near else ""))
        known[code] = _configured(known[code], own)
    return tuple(
        check
        for check in known.values()
        if check.code not in settings.checks or settings.checks[check.code].severity != "off"
    )


def _configured(check: Check, own: CheckSettings) -> Check:
    severity = check.severity if own.severity in (None, "off") else Severity(own.severity)  # type: ignore[call-arg]
    given = own.model_extra or {}
    if check.parameters is None:
        if given:
            raise SettingsError(f"{FILE}: the check '{check.code}' has no parameter '{next(iter(given))}'.")
        return replace(check, severity=severity)
    try:
        parameters = type(check.parameters).model_validate(given)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors())
        raise SettingsError(f"{FILE}, check {check.code}: {wrong}") from error
    return replace(check, severity=severity, parameters=parameters)


def run_checks(commons: Commons) -> tuple[Problem, ...]:
    """Every problem of the commons that no switch in its file turns off, in order of place."""
    checks = configured_checks(commons.settings)
    problems = {_problem(check, finding) for check in checks for finding in check.findings(commons)}
    switched = {(file.path, switch.code) for file in commons.files() for switch in file.switches if switch.reason}
    left = {problem for problem in problems if (problem.path, problem.code) not in switched}
    used = {(problem.path, problem.code) for problem in problems - left}
    active = {check.code: check for check in checks}
    if switch_check := active.get("switch"):
        found = switch.check_switches(commons, frozenset(active), used)
        left |= {_problem(switch_check, finding) for finding in found}
    return tuple(sorted(left, key=_order))


def _problem(check: Check, finding: Finding) -> Problem:
    return Problem(
        finding.path,
        finding.line,
        finding.column,
        check.code,
        check.severity,
        finding.message,
        finding.advice,
        finding.replacement,
    )


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.path, problem.line, problem.column, problem.code, problem.message.text
