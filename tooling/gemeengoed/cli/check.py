"""``gemeengoed check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.baseline import BaselineError, compare, read_baseline, write_baseline
from gemeengoed.changes import problems_since
from gemeengoed.checking import load_and_check
from gemeengoed.checks.external_link import external_addresses
from gemeengoed.checks.run import external_problems, in_order
from gemeengoed.cli import mend
from gemeengoed.cli.describe import explain_check, list_checks
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.cli.tell import tell
from gemeengoed.cli.terminal import complain, progress
from gemeengoed.fixes import with_ends
from gemeengoed.i18n import Translate, message
from gemeengoed.liveness import dead_addresses
from gemeengoed.problems import Problem, Severity
from gemeengoed.report import Format
from gemeengoed.settings import Settings, SettingsError, read_settings
from gemeengoed.snapshot import NoSnapshotError
from gemeengoed.stage.addresses import check_address


def check(
    root: Root = HERE,
    lang: Lang = None,
    format: Annotated[Format, typer.Option("--format", help="How the problems are told.")] = Format.TEXT,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend, then tell what is left.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, change nothing, stop.")] = False,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REF", help="Only problems in, or caused by, what changed since REF."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Pass over the problems noted in FILE.")
    ] = None,
    write_noted: Annotated[
        bool, typer.Option("--write-baseline", help="Note all present problems in the file of --baseline, and stop.")
    ] = False,
    external: Annotated[
        bool, typer.Option("--external", help="Also ask whether links to other websites still answer (takes minutes).")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the checks and stop.")] = False,
    explain: Annotated[str | None, typer.Option("--explain", metavar="CODE", help="Explain a check and stop.")] = None,
) -> None:
    """Check the commons: every problem with its place and what to do.

    Exits with 0 when there is no error (there may be warnings), 1 when there is, and 2 when it could not check.
    """
    if list_ or explain:
        raise typer.Exit(_describe(root, lang, explain))
    if write_noted and baseline is None:
        raise typer.BadParameter("--write-baseline needs --baseline FILE, to know where.")
    settings = read_settings(root)
    say = speaker(lang, settings)
    if fix or diff:
        changes = mend.changes_of(root, settings)
        if diff:
            mend.show(changes)
            return
        mend.write(root, changes, say)
    problems = _problems(root, settings, say, changed_since, external=external)
    if baseline is not None and write_noted:
        write_baseline(baseline, problems)
        complain(message("{count} problems noted in {file}.", count=len(problems), file=baseline).say(say))
        return
    problems = _without_noted(problems, baseline, say, is_whole=changed_since is None)
    tell(problems, format, say, root, settings)
    raise typer.Exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _problems(
    root: Path, settings: Settings, say: Translate, changed_since: str | None, *, external: bool
) -> tuple[Problem, ...]:
    with progress(say) as step:
        commons, problems = load_and_check(root, settings, step)
        if external:
            with step("external"):
                dead = dead_addresses(root, external_addresses(commons))
            problems = tuple(sorted((*problems, *external_problems(commons, dead)), key=in_order))
        if changed_since is not None:
            try:
                problems = problems_since(commons, problems, changed_since)
            except NoSnapshotError as error:
                complain(error.why.say(say))
                raise typer.Exit(2) from error
        return with_ends(commons, problems)


def _without_noted(
    problems: tuple[Problem, ...], baseline: Path | None, say: Translate, *, is_whole: bool
) -> tuple[Problem, ...]:
    """The problems that the file does not note; mentions noted ones that are gone, if all problems were looked for."""
    if baseline is None:
        return problems
    try:
        compared = compare(problems, read_baseline(baseline))
    except BaselineError as error:
        complain(error.why.say(say))
        raise typer.Exit(2) from error
    if compared.gone and is_whole:
        what = message(
            "{count} problems noted in {file} are gone. Note the rest anew with --write-baseline.",
            count=compared.gone,
            file=baseline,
        )
        complain(what.say(say))
    return compared.new


def _describe(root: Path, lang: Lang, code: str | None) -> int:
    try:
        settings = read_settings(root)
    except SettingsError:
        settings = Settings()
    if code is None:
        list_checks(speaker(lang, settings))
        return 0
    return explain_check(code, speaker(lang, settings), check_address(settings, code))
