"""Every page is valid HTML, says html-validate: the repository's own site and the demonstration."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tools import path_of

HTML_VALIDATE = Path(__file__).parents[2] / "tooling/setup/node_modules/html-validate/bin/html-validate.mjs"


def faults(site: Path, folder: Path) -> list[str]:
    settings = folder / "html-validate.json"
    settings.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    command = [path_of("NODE"), HTML_VALIDATE, "--config", settings, "--formatter", "json", f"{site}/**/*.html"]
    found = folder / "found.json"
    with found.open("w") as output:  # a file: the program ends before a pipe has taken all it says
        said = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, encoding="utf-8", timeout=300)
    assert said.returncode in (0, 1) and not said.stderr, said.stderr
    return [
        f"{Path(page['filePath']).relative_to(site)}:{message['line']}: {message['ruleId']}: {message['message']}"
        for page in json.loads(found.read_text(encoding="utf-8"))
        for message in page["messages"]
    ]


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_own_site(own_site, tmp_path, engine):
    assert faults(own_site(engine), tmp_path) == []


def test_the_demonstration(demo_site, tmp_path):
    assert faults(demo_site, tmp_path) == []


def test_a_fault_would_be_seen(tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><html lang=nl><title>x</title><ul><p>x</p></ul></html>")
    assert any("element-permitted-content" in line for line in faults(tmp_path, tmp_path))
