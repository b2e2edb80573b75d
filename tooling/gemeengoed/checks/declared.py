"""The checks as their modules declare them, and as the settings of a commons have them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from pydantic import ValidationError

from gemeengoed.checks import CHECKS
from gemeengoed.findings import Reach
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.settings import FILE, CheckSettings, Settings, SettingsError
from gemeengoed.suggest import nearest


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
