"""The pages of the checks: one for each, one that lists them, in the language of the site."""

from __future__ import annotations

import pytest
from gemeengoed.checks.declared import all_checks
from gemeengoed.checks.documentation import about_parameters, documentation
from gemeengoed.checks.groups import OTHER, group_of, grouped
from gemeengoed.edition import EditionName, select
from gemeengoed.i18n import translator
from gemeengoed.revisions import History
from gemeengoed.stage.addresses import check_address
from gemeengoed.stage.check_pages import check_pages
from gemeengoed.stage.site import Site

from commons import SETTINGS, load_commons, page, write_commons

FOLDER = translator("nl")("address:checks")


def pages_of(root) -> dict[str, str]:
    site = Site(select(load_commons(root), EditionName.PUBLIC, History(), ()))
    return {staged.path: staged.parts["header"] for staged in check_pages(site)}


def test_a_page_for_every_check_and_one_that_links_to_all(tmp_path):
    pages = pages_of(write_commons(tmp_path))
    codes = [check.code for check in all_checks()]
    assert sorted(pages) == sorted([f"{FOLDER}/index.md", *(f"{FOLDER}/{code}/index.md" for code in codes)])
    for code in codes:
        assert f'href="{code}/"' in pages[f"{FOLDER}/index.md"]


def test_a_page_has_rule_reason_examples_severity_and_parameters(tmp_path):
    html = pages_of(write_commons(tmp_path))[f"{FOLDER}/link-https/index.md"]
    say = translator("nl")
    parts = documentation(next(check for check in all_checks() if check.code == "link-https").documentation)
    for text in (parts.rule, parts.why):
        said = say(text)
        assert f"{said[:1].upper()}{said[1:]}" in html
    assert "<code>http://www.vlaanderen.be/lokaal-bestuur</code>" in html
    assert say("Advice") in html and "<code>hosts</code>" in html and "www.wikidata.org" in html
    assert "``" not in html


def test_a_page_says_what_the_settings_make_of_the_check(tmp_path):
    own = "      language: nl\n      checks: {link-https: {severity: off}, link-form: {severity: error}}\n"
    pages = pages_of(write_commons(tmp_path, {"mkdocs.yml": SETTINGS.replace("      language: nl\n", own)}))
    say = translator("nl")
    assert say("Switched off here") in pages[f"{FOLDER}/link-https/index.md"]
    assert say("Error") in pages[f"{FOLDER}/link-form/index.md"]


def test_a_problem_links_to_the_page_that_is_there(tmp_path):
    root = write_commons(tmp_path, {"commons/tips/x.md": page()})
    settings = load_commons(root).settings
    assert check_address(settings, "link-form") == f"https://proef.example/{FOLDER}/link-form/"
    assert check_address(settings.model_copy(update={"site_url": ""}), "link-form") == ""


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_documentation_has_four_parts_and_a_group(check):
    parts = documentation(check.documentation)
    assert parts.rule.endswith(".") and parts.why and parts.bad and parts.good
    assert check.documentation.count("``") % 2 == 0
    assert group_of(check.code) is not OTHER
    assert check.parameters is None or about_parameters(type(check.parameters))


def test_every_check_is_in_one_group():
    listed = [check.code for of_group in grouped(all_checks()).values() for check in of_group]
    assert sorted(listed) == sorted(check.code for check in all_checks())


def test_parts_of_a_docstring():
    parts = documentation(
        "Rule\nin two.\n\nWhy: because\nof this.\n\nBad: ``a``.\nGood: ``b``,\nor ``c``.\n\nMore.\n\nAnd more.\n"
    )
    assert (parts.rule, parts.why, parts.bad, parts.good, parts.more) == (
        "Rule in two.", "because of this.", "``a``.", "``b``, or ``c``.", "More.\n\nAnd more.",
    )  # fmt: skip
