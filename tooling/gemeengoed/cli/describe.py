"""What ``check --list`` and ``check --explain`` print: the rules, in the words of the reader where those exist."""

from __future__ import annotations

import typer

from gemeengoed.checks.declared import Check, all_checks
from gemeengoed.checks.documentation import documentation
from gemeengoed.checks.groups import grouped
from gemeengoed.cli.terminal import complain
from gemeengoed.i18n import Translate, message
from gemeengoed.suggest import nearest


def list_checks(say: Translate) -> None:
    """Print every check on a line: its code, how much it weighs, its rule; by what they are about."""
    for label, checks in grouped(all_checks()).items():
        typer.echo(f"\n{label.say(say)}")
        for check in checks:
            rule = say(documentation(check.documentation).rule).replace("``", "")
            typer.echo(f"  {check.code:<28} {say(check.severity.label):<14} {rule}")


def explain_check(code: str, say: Translate, link: str) -> int:
    """Print the documentation of one check, and where it stands on the site; returns the exit code."""
    known = {check.code: check for check in all_checks()}
    if code not in known:
        near = nearest(code, known)
        what = message("There is no check '{code}'. 'gemeengoed check --list' lists them.", code=code).say(say)
        meant = message("Did you mean '{known}'?", known=near).say(say) if near else ""
        complain(" ".join(part for part in (what, meant) if part))
        return 2
    _explain(known[code], say, link)
    return 0


def _explain(check: Check, say: Translate, link: str) -> None:
    parts = documentation(check.documentation)
    typer.echo(f"{check.code} ({say(check.severity.label)})\n\n{say(parts.rule)}")
    for label, text in parts.labelled():
        if text:
            typer.echo(f"\n{label.say(say)}: {say(text)}")
    if link:
        typer.echo(f"\n{link}")
