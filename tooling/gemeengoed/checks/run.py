"""The checks held against a commons: every problem, in order of place."""

from __future__ import annotations

from collections.abc import Mapping

from gemeengoed.cache import Memory
from gemeengoed.checks import external_link, switch
from gemeengoed.checks.declared import Check, configured_checks
from gemeengoed.findings import Found, find
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Problem


def run_checks(commons: Commons, memory: Memory | None = None, told: Found | None = None) -> tuple[Problem, ...]:
    """Every problem of the commons that no switch in its file turns off, in order of place.

    ``memory`` is that with which the commons was loaded: what it knows is not looked for again. ``told`` is
    what checks that look no further than a file found elsewhere.
    """
    checks = configured_checks(commons.settings)
    findings = find(checks, commons, memory or Memory(), told)
    problems = dict.fromkeys(_problem(check, finding) for check in checks for finding in findings[check.code])
    switched = {(file.path, switch.code) for file in commons.files() for switch in file.switches if switch.reason}
    left = [problem for problem in problems if (problem.path, problem.code) not in switched]
    used = {(problem.path, problem.code) for problem in problems} & switched
    active = {check.code: check for check in checks}
    if switch_check := active.get("switch"):
        found = switch.check_switches(commons, frozenset(active), used)
        left += [_problem(switch_check, finding) for finding in found]
    return tuple(sorted(left, key=in_order))


def external_problems(commons: Commons, dead: Mapping[str, str]) -> tuple[Problem, ...]:
    """The problems with links to other websites, given the addresses that do not answer and why."""
    code = "external-link"
    found = next((check for check in configured_checks(commons.settings) if check.code == code), None)
    switched = {
        file.path for file in commons.files() for switch in file.switches if switch.reason and switch.code == code
    }
    findings = external_link.check_answers(commons, dead) if found else ()
    return tuple(_problem(found, finding) for finding in findings if found and finding.path not in switched)


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
        finding.end,
        finding.is_sure,
    )


def in_order(problem: Problem) -> tuple[str, int, int, str]:
    """What problems are sorted by: their place, then their check."""
    return problem.path, problem.line, problem.column, problem.code
