"""What the JSON format writes fits the schema that is published of it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from gemeengoed.checks.run import run_checks
from gemeengoed.fixes import with_ends
from gemeengoed.i18n import translator
from gemeengoed.report import REPORTS, Context, Format

from commons import load_commons, page, write_commons

SCHEMA = Path(__file__).parents[2] / "tooling/schemas/problems.schema.json"


@pytest.mark.parametrize(
    "content", [page(), page("kleur: rood\nmaturiti: x\nkeywords: fiets", body=" \n"), b"\xff", "", page("title: [")]
)
def test_output_fits_the_schema(tmp_path, content):
    commons = load_commons(write_commons(tmp_path, {"commons/tips/Een Tip.md": content}))
    problems = with_ends(commons, run_checks(commons))
    told = json.loads(
        REPORTS[Format.JSON](problems, translator("nl"), Context(link=lambda code: f"https://x.example/{code}"))
    )
    jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(told)
    assert len(told["problems"]) == len(problems) > 0
