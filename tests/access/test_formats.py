"""The forms of the access list: read back by what reads them, and closed where nobody may come in."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from gemeengoed.access import FORMATS, Format
from gemeengoed.rules.membership import AccessList, Group

EMPTY = AccessList(date(2026, 11, 22), (), (), ())
FULL = AccessList(
    date(2026, 11, 22),
    ("a.example", "b.example"),
    (Group("kring", "De kring", ("a.example", "b.example"), ("an",)), Group("stil", "Stil", (), ())),
    (("gent", "gatherings/leerdag"),),
)


def written(format: Format, access: AccessList = FULL) -> str:
    return FORMATS[format](access, str)


def test_every_format_has_what_writes_it():
    assert set(FORMATS) == set(Format)


def test_oauth2_proxy_reads_the_domains():
    assert tomllib.loads(written(Format.OAUTH2_PROXY)) == {"email_domains": ["a.example", "b.example"]}
    assert tomllib.loads(written(Format.OAUTH2_PROXY, EMPTY)) == {"email_domains": []}


def test_caddy_asks_for_the_domains_of_a_network_and_closes_one_without():
    kring, stil = (
        written(Format.CADDY).partition(f"(gemeengoed_{name})")[2].split("\n}\n")[0] for name in ("kring", "stil")
    )
    assert "uri /oauth2/auth?allowed_email_domains=a.example,b.example\n" in kring
    assert "forward_auth" not in stil and "respond 403" in stil


@pytest.mark.parametrize("access", [EMPTY, FULL])
def test_the_braces_of_the_caddyfile_are_in_pairs(access):
    depth = 0
    for line in written(Format.CADDY, access).split("\n"):
        code = line.partition("#")[0]
        depth += code.rstrip().endswith("{") - (code.strip() == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("format", [Format.OAUTH2_PROXY, Format.CADDY])
def test_no_title_gets_out_of_its_comment(format):
    evil = Group("kwaad", 'Een\nemail_domains = ["*"]\r\n}\nrespond 200', (), ("an",))
    text = written(format, replace(FULL, groups=(evil,), participants=(("gent", 'x\nemail_domains = ["*"]'),)))
    assert not [line for line in text.splitlines() if "*" in line and "[" in line and not line.startswith("#")]
    assert "respond 200" not in [line.strip() for line in text.splitlines()]


def test_json_has_everything():
    assert json.loads(written(Format.JSON)) == {
        "version": 1,
        "on": "2026-11-22",
        "domains": ["a.example", "b.example"],
        "groups": [
            {"network": "kring", "domains": ["a.example", "b.example"], "people": ["an"]},
            {"network": "stil", "domains": [], "people": []},
        ],
        "participants": [{"organisation": "gent", "activity": "gatherings/leerdag"}],
    }


@pytest.mark.parametrize("format", [Format.TEXT, Format.OAUTH2_PROXY, Format.CADDY])
def test_whom_somebody_must_add_is_said(format):
    text = written(format)
    assert "Participants of gatherings/leerdag from gent" in text
    assert "an, a member of kring in person" in text
