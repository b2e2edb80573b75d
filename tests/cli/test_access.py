"""``gemeengoed access``: the same every time, and nothing at all from registers that are wrong."""

import json

from people import PEOPLE, network
from sites import run

from commons import write_commons

ORGANISATIONS = "commons/organisations.yaml"
MEMBER = "name: Klein, membership: {type: subscriber, since: 2026-12-01}, domains: [klein.example],"
BODIES = str(PEOPLE[ORGANISATIONS]).replace("name: Klein,", MEMBER)


def commons(root, bodies: str = BODIES):
    return write_commons(
        root, {**PEOPLE, ORGANISATIONS: bodies, "commons/networks/kring.md": network("members: [klein]")}
    )


def asked(root, *options: str, day: int = 1_796_083_200):
    """The answer on 2026-12-01, unless another day is named."""
    return run("access", "--root", root, "--lang", "en", *options, SOURCE_DATE_EPOCH=str(day))


def test_the_list_holds_for_the_day_and_is_the_same_again(tmp_path):
    root = commons(tmp_path)
    first, again = asked(root, "--format", "json"), asked(root, "--format", "json")
    assert (first.returncode, first.stdout) == (0, again.stdout)
    found = json.loads(first.stdout)
    assert (found["on"], found["domains"]) == ("2026-12-01", ["klein.example"])
    assert found["groups"] == [{"network": "kring", "domains": ["klein.example"], "people": []}]
    before = json.loads(asked(root, "--format", "json", day=1_796_083_200 - 86_400).stdout)
    assert (before["domains"], before["groups"][0]["domains"]) == ([], [])


def test_for_people_by_default(tmp_path):
    done = asked(commons(tmp_path))
    assert "klein.example" in done.stdout and "kring" in done.stdout and done.stderr == ""


def test_no_list_from_registers_that_are_wrong(tmp_path):
    done = asked(commons(tmp_path, BODIES.replace("klein.example", "gmail.com")), "--format", "oauth2-proxy")
    assert (done.returncode, done.stdout) == (1, "")
    assert "domain-form" in done.stderr


def test_an_error_elsewhere_is_no_hindrance(tmp_path):
    root = commons(tmp_path)
    (root / "commons/tips").mkdir()
    (root / "commons/tips/leeg.md").write_text("")
    assert asked(root).returncode == 0
