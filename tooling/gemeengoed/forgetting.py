"""Forgetting a contributor who withdrew: what of the register goes, and where the person is still named.

Consent may be taken back at any moment (GDPR, article 7(3)), and what rested on it is then erased (article 17). Of the
entry only the identifier and the day stay, so that nobody adds the name again and the checks can tell where it stands.
Every reference gets the party that takes its place, where one is given; the name in a text is for a person to mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from gemeengoed.checks import contributor_withdrawn, steward_left
from gemeengoed.expected import ExpectedError
from gemeengoed.fixes import Change
from gemeengoed.fixes.edits import edited
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Problem, Severity

FILE = "contributors.yaml"


class UnknownContributorError(ExpectedError):
    """No contributor has the identifier, or none has that of who is to be named instead."""


@dataclass(frozen=True)
class Forgotten:
    """What forgetting changes, and the places where the person is named and nothing is put instead."""

    changes: tuple[Change, ...]
    left: tuple[Finding, ...]


def forget(commons: Commons, identifier: str, instead: str = "") -> Forgotten:
    """Work out what forgetting a contributor changes; nothing is written. Raises UnknownContributorError."""
    for name in (identifier, *([instead] if instead else [])):
        if name not in commons.contributors and not (name == instead and name in commons.organisations):
            raise UnknownContributorError(f"Nobody here has the identifier '{name}'.")
    raw = (commons.root / FILE).read_bytes()
    entry = Change(FILE, raw, _without_details(raw.decode("utf-8"), commons, identifier).encode())
    mended, left = list[Problem](), list[Finding]()
    for finding in _named(commons, identifier):
        column = _stands_at(commons.root, finding, identifier)
        if not instead or column is None or finding.path == FILE:
            left.append(finding)
            continue
        place, end = (finding.path, finding.line, column), (finding.line, column + len(identifier))
        mended.append(Problem(*place, "", Severity.ERROR, finding.message, replacement=instead, end=end))
    return Forgotten((entry, *_replaced(commons.root, mended)), tuple(left))


def _named(commons: Commons, identifier: str) -> list[Finding]:
    """Every place that names the person, as the checks find it once the withdrawal is written down."""
    text = commons.today.isoformat()
    gone = commons.contributors[identifier].model_copy(update={"withdrawn_on": PartialDate.parse(text)})
    others = {name: one.model_copy(update={"withdrawn_on": None}) for name, one in commons.contributors.items()}
    without = replace(commons, contributors={**others, identifier: gone})
    found = [*contributor_withdrawn.check(without), *steward_left.check(_only(without, identifier))]
    return sorted(set(found))


def _only(commons: Commons, identifier: str) -> Commons:
    """The commons with the items of which the person is the steward."""
    items = {ref: item for ref, item in commons.items.items() if item.fields.steward == identifier}
    return replace(commons, items=items)


def _without_details(text: str, commons: Commons, identifier: str) -> str:
    """The register with only the day of withdrawal below the identifier. Other entries stay byte for byte."""
    day: PartialDate | date = commons.contributors[identifier].withdrawn_on or commons.today
    lines = text.splitlines(keepends=True)
    start = commons.registers[FILE].places.key(identifier)[0] - 1
    last = start + 1
    for number in range(start + 1, len(lines)):
        if re.match(r"[^\s#]", lines[number]):
            break
        if lines[number].strip() and not lines[number].startswith("#"):
            last = number + 1
    end = "\r\n" if lines[start].endswith("\r\n") else "\n"
    return "".join([*lines[:start], f"{identifier}:{end}  withdrawn_on: {day}{end}", *lines[last:]])


def _stands_at(root: Path, finding: Finding, identifier: str) -> int | None:
    """The column of the identifier, where it stands there by itself; None where it is the name of the person."""
    line = (root / finding.path).read_text("utf-8-sig").splitlines()[finding.line - 1]
    found = re.compile(rf"['\"]?({re.escape(identifier)})(?![\w-])").match(line, finding.column - 1)
    return found.start(1) + 1 if found else None


def _replaced(root: Path, mended: Iterable[Problem]) -> Iterator[Change]:
    for path, group in groupby(mended, lambda problem: problem.path):
        raw = (root / path).read_bytes()
        yield Change(path, raw, edited(raw, group))
