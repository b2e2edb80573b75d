"""rdjson: the form that reviewdog documents (proto/rdf), and columns in bytes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from gemeengoed.checks.run import run_checks
from gemeengoed.cli.tell import context_of
from gemeengoed.fixes import with_ends
from gemeengoed.i18n import translator
from gemeengoed.report import REPORTS, Format
from gemeengoed.settings import read_settings

from commons import load_commons, page, write_commons

PAGE = "commons/tips/kort.md"
TEXT = {"type": "string"}


def message(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


POSITION = message(["line"], line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1})
RANGE = message(["start"], start=POSITION, end=POSITION)
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
SOURCE = message(["name"], name=TEXT, url=TEXT)
DIAGNOSTIC = message(
    ["message", "location"],
    message=TEXT,
    location=message(["path"], path=TEXT, range=RANGE),
    severity=SEVERITY,
    source=SOURCE,
    code=message(["value"], value=TEXT, url=TEXT),
    suggestions={"type": "array", "items": message(["range", "text"], range=RANGE, text=TEXT)},
    original_output=TEXT,
)
RESULT = message(["diagnostics"], diagnostics={"type": "array", "items": DIAGNOSTIC}, source=SOURCE, severity=SEVERITY)
"""The messages of reviewdog.proto, as their documentation has them."""


def result_of(root) -> dict[str, Any]:
    commons = load_commons(root)
    problems = with_ends(commons, run_checks(commons))
    told = REPORTS[Format.RDJSON](problems, translator("nl"), context_of(root, read_settings(root)))
    result: dict[str, Any] = json.loads(told)
    jsonschema_rs.Draft202012Validator(RESULT).validate(result)
    return result


@pytest.mark.parametrize("content", [page(), page("kleur: rood\nkeywords: fiets", body=""), b"\xff", ""])
def test_the_form(tmp_path, content):
    assert result_of(write_commons(tmp_path, {PAGE: content}))["source"] == {"name": "gemeengoed"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_columns_count_bytes_and_a_suggestion_mends(tmp_path, line_end):
    content = page(body="Een 𐐀 ééntje: [x](methods/intervise).\n").replace("\n", line_end)
    (diagnostic,) = result_of(write_commons(tmp_path, {PAGE: content}))["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    assert suggestion["range"] == diagnostic["location"]["range"]
    raw = content.encode().splitlines()[6]
    start, end = (suggestion["range"][side] for side in ("start", "end"))
    assert (start["line"], end["line"]) == (7, 7)
    assert raw[start["column"] - 1 : end["column"] - 1] == b"methods/intervise"
    assert suggestion["text"] == "methods/intervisie"


def test_a_code_links_to_its_page(tmp_path):
    (diagnostic,) = result_of(write_commons(tmp_path, {PAGE: page("kleur: rood")}))["diagnostics"]
    assert diagnostic["code"]["value"] == "field-unknown"
    assert diagnostic["code"]["url"].startswith("https://proef.example/")
