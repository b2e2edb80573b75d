"""Old problems noted, so that only new ones count: in a file (a baseline), or those of an earlier state (a change).

A problem is known again by its fingerprint, which has no line in it. Where a file had a problem twice and now has it
three times, the last one in the file counts as new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import PositiveInt, TypeAdapter, ValidationError

from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Record
from gemeengoed.problems import Fingerprint, Problem, fingerprint

Known = Mapping[Fingerprint, int]


class BaselineError(Exception):
    """The file with the noted problems cannot be read; ``why`` says what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


class _Noted(Record):
    """One entry of the file: so many problems with one fingerprint."""

    path: str
    code: str
    quotes: tuple[str, ...] = ()
    count: PositiveInt = 1


_ENTRIES = TypeAdapter(tuple[_Noted, ...])


@dataclass(frozen=True)
class Compared:
    """What a comparison leaves: the problems that were not known, and how many known ones are gone."""

    new: tuple[Problem, ...]
    gone: int


def compare(problems: Iterable[Problem], known: Known) -> Compared:
    """Take the known problems out; of several with one fingerprint the first in order."""
    left, new = Counter(dict(known)), []
    for problem in problems:
        mark = fingerprint(problem)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            new.append(problem)
    return Compared(tuple(new), left.total())


def count(problems: Iterable[Problem]) -> Known:
    """The problems as they are known again later."""
    return Counter(map(fingerprint, problems))


def write_baseline(file: Path, problems: Iterable[Problem]) -> None:
    """Note the problems in a file, one entry for each fingerprint, in order, so that its history can be read."""
    entries = [_entry(*noted) for noted in sorted(count(problems).items())]
    file.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _entry(mark: Fingerprint, times: int) -> dict[str, Any]:
    path, code, quotes = mark
    return {
        "path": path,
        "code": code,
        **({"quotes": quotes} if quotes else {}),
        **({"count": times} if times > 1 else {}),
    }


def read_baseline(file: Path) -> Known:
    """The problems that a file notes. Raises BaselineError when it is not there or not as ``write_baseline`` has it."""
    try:
        entries = _ENTRIES.validate_json(file.read_bytes())
    except FileNotFoundError as error:
        what = message("There is no file {file} with noted problems. Make it with --write-baseline.", file=file)
        raise BaselineError(what) from error
    except (OSError, ValidationError) as error:
        what = message("The noted problems in {file} cannot be read. Make it anew with --write-baseline.", file=file)
        raise BaselineError(what) from error
    known: Counter[Fingerprint] = Counter()
    for entry in entries:
        known[entry.path, entry.code, entry.quotes] += entry.count
    return known
