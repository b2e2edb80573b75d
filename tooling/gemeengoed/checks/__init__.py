"""The rules of the commons: each a module with one public function, ``check``, and its documentation in its docstring.

A new check is a module here, its line in ``CHECKS``, and a fixture pair in ``tests/checks/``. The code of a check is
the name of its module with hyphens.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import ModuleType
from typing import cast

from pydantic import ValidationError

from gemeengoed.cache import Memory
from gemeengoed.checks import (
    alias_taken,
    answer_accepted,
    attribution_complete,
    body_empty,
    collection_part,
    consent_scope,
    contributor_consent,
    contributor_email,
    contributor_licence,
    contributor_unused,
    contributor_withdrawn,
    cycle_derived,
    cycle_part_of,
    cycle_supersedes,
    direction_characters,
    domain_form,
    domain_twice,
    end_before_start,
    engagement_limit,
    evaluation_overdue,
    expert_wanted,
    external_link,
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
    file_reuse,
    file_size,
    file_symlink,
    file_type,
    front_matter,
    front_matter_alias,
    front_matter_duplicate_key,
    front_matter_yaml,
    gap_closed,
    gathering_cancelled,
    gathering_next,
    gathering_past,
    gathering_twice,
    handover_receiver,
    heading_bold,
    heading_skipped,
    heading_title,
    html_unsafe,
    image_alt,
    image_location,
    image_size,
    initiative_roles,
    invisible_characters,
    jargon,
    licence_allowed,
    licence_compatible,
    licence_included_restriction,
    licence_known,
    licence_of_media,
    licence_of_source,
    link_anchor,
    link_form,
    link_https,
    link_own_site,
    link_target,
    link_text,
    list_broken,
    maturity_proven,
    media_missing,
    media_name,
    media_size,
    media_unused,
    membership_complete,
    near_duplicate,
    orcid_checksum,
    passive_pile_up,
    question_open_too_long,
    reference_item,
    reference_party,
    reference_term,
    review_overdue,
    role_twice,
    sentence_length,
    series,
    soft_hyphen,
    steward_left,
    summary_quality,
    svg_active,
    switch,
    table_header,
    text_email,
    text_iban,
    text_national_number,
    text_phone,
    title_double,
    title_quality,
    trailing_blank,
    translation_behind,
    translation_pair,
    worksheet_usable,
)
from gemeengoed.findings import Found, Reach, find
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
    file_type,
    media_size,
    media_name,
    front_matter,
    front_matter_yaml,
    front_matter_duplicate_key,
    front_matter_alias,
    body_empty,
    heading_title,
    heading_skipped,
    heading_bold,
    list_broken,
    trailing_blank,
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
    link_own_site,
    link_form,
    link_https,
    media_missing,
    media_unused,
    cycle_part_of,
    cycle_supersedes,
    alias_taken,
    cycle_derived,
    answer_accepted,
    series,
    collection_part,
    translation_pair,
    licence_known,
    licence_allowed,
    licence_compatible,
    licence_of_source,
    licence_of_media,
    licence_included_restriction,
    attribution_complete,
    contributor_licence,
    file_reuse,
    contributor_consent,
    contributor_email,
    consent_scope,
    contributor_withdrawn,
    contributor_unused,
    orcid_checksum,
    domain_form,
    domain_twice,
    membership_complete,
    text_email,
    text_phone,
    text_national_number,
    text_iban,
    steward_left,
    review_overdue,
    evaluation_overdue,
    translation_behind,
    question_open_too_long,
    gap_closed,
    expert_wanted,
    role_twice,
    initiative_roles,
    engagement_limit,
    handover_receiver,
    end_before_start,
    gathering_past,
    gathering_cancelled,
    gathering_next,
    gathering_twice,
    maturity_proven,
    worksheet_usable,
    external_link,
    near_duplicate,
    title_quality,
    title_double,
    summary_quality,
    image_alt,
    image_location,
    image_size,
    link_text,
    table_header,
    sentence_length,
    passive_pile_up,
    jargon,
    html_unsafe,
    svg_active,
    direction_characters,
    invisible_characters,
    soft_hyphen,
    switch,
)


@dataclass(frozen=True)
class Check:
    """A rule: its code, how much breaking it weighs, its documentation, and the function that finds it broken.

    ``parameters`` are the figures and lists that a maintainer may set; None where there are none. ``folders`` are those
    of the only items that it looks at; empty when those of any kind matter.
    """

    code: str
    severity: Severity
    documentation: str
    find: Callable[..., Iterator[Finding]]
    parameters: Record | None = None
    reach: Reach = Reach.COMMONS
    folders: frozenset[str] = frozenset()

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
            getattr(module, "REACH", Reach.COMMONS),
            getattr(module, "FOLDERS", frozenset()),
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
