"""What a contributor reads who never saw YAML, of a pull request with six mistakes in one page.

The texts are kept in ``golden/``. After a change of messages or translations: ``UPDATE_GOLDEN=1 pytest
tests/report/test_pull_request.py``, and read what came out as somebody who does not know git.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gemeengoed.checks.run import run_checks
from gemeengoed.cli.tell import context_of
from gemeengoed.fixes import with_ends
from gemeengoed.i18n import translator
from gemeengoed.problems import Problem
from gemeengoed.report import REPORTS, Format, Report, job_summary
from gemeengoed.settings import read_settings

from commons import VOCABULARY, load_commons, write_commons

FIXTURE = Path(__file__).parents[1] / "fixtures/pull-request"
GOLDEN = Path(__file__).parent / "golden"
REPORTED: dict[str, Report] = {
    "pull-request.txt": REPORTS[Format.TEXT],
    "pull-request.github.txt": REPORTS[Format.GITHUB],
    "pull-request.summary.md": job_summary.report,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A commons with the page that the pull request adds."""
    added = {path.relative_to(FIXTURE).as_posix(): path.read_bytes() for path in FIXTURE.rglob("*") if path.is_file()}
    mobility = "  mobiliteit:\n    label: {nl: Mobiliteit, en: Mobility}\nskills:\n"
    return write_commons(tmp_path, {"commons/vocabulary.yaml": VOCABULARY.replace("skills:\n", mobility), **added})


def problems_of(root: Path) -> tuple[Problem, ...]:
    commons = load_commons(root)
    return with_ends(commons, run_checks(commons))


def test_six_mistakes_give_six_problems(root):
    assert [problem.code for problem in problems_of(root)] == [
        "field-unknown",
        "field-list",
        "field-value",
        "field-date",
        "link-target",
        "text-email",
    ]


@pytest.mark.parametrize("name", REPORTED)
def test_what_the_contributor_reads(root, name):
    told = (
        REPORTED[name](problems_of(root), translator("nl"), context_of(root, read_settings(root))).rstrip("\n") + "\n"
    )
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(told, "utf-8")
    assert told == (GOLDEN / name).read_text("utf-8")
