"""Which pull request a run of a workflow was for: what the forge says, never what the run says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gemeengoed.i18n import message
from gemeengoed.review.artifact import RefusedError

_LARGEST = 20_000_000


@dataclass(frozen=True)
class Run:
    """A finished run of the workflow that checks: the commit it looked at, whose it is, and where one sees it."""

    commit: str
    repository: str
    address: str


def read_run(file: Path) -> Run:
    """The run of an event (GitHub webhook ``workflow_run``). Raises RefusedError for anything else."""
    event = _json(file)
    try:
        run = event["workflow_run"]
        if run["event"] != "pull_request":
            raise RefusedError(message("The run was not for a pull request."))
        found = Run(str(run["head_sha"]), str(run["head_repository"]["full_name"]), str(run["html_url"]))
    except (KeyError, TypeError) as error:
        raise RefusedError(message("The event is not that of a run.")) from error
    if not found.address.startswith("https://"):
        raise RefusedError(message("The event is not that of a run."))
    return found


def number_of(run: Run, pulls: Path) -> int:
    """The number of the open pull request that the run looked at, out of those that the forge lists.

    Raises RefusedError when there is none: the branch went on meanwhile, and another run tells about that.
    """
    listed = _json(pulls)
    for pull in listed if isinstance(listed, list) else []:
        try:
            head = pull["head"]
            is_same = head["sha"] == run.commit and (head["repo"] or {}).get("full_name") == run.repository
            if is_same and pull["state"] == "open" and isinstance(pull["number"], int):
                return int(pull["number"])
        except (KeyError, TypeError, AttributeError):
            continue
    raise RefusedError(message("No open pull request stands at what this run looked at."))


def _json(file: Path) -> Any:
    try:
        if file.stat().st_size > _LARGEST:
            raise ValueError("too large")
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise RefusedError(message("{file} cannot be read as JSON.", file=file.name)) from error
