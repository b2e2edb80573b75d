"""The static interface: every file is as its own description says, and holds what the front matter says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from filled import filled_commons
from gemeengoed.edition import EditionName, select
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.revisions import History, Revision
from gemeengoed.stage.open_data import api
from gemeengoed.stage.site import Site
from gemeengoed.stage.tree import stage
from openapi_spec_validator import OpenAPIV31SpecValidator

from commons import CONTRIBUTORS, METHOD, ORGANISATIONS, VOCABULARY, load_commons, page, write_commons

BASE = "https://proef.example/"
OPENAPI = "api/v1/openapi.json"
REVISION = Revision(date(2026, 3, 1), date(2026, 4, 2), 2)


def texts_of(root: Path, name: EditionName = EditionName.PUBLIC) -> dict[str, Any]:
    """Every file of the interface, read as JSON, by its path."""
    commons = load_commons(root)
    days = {item.path: REVISION for item in commons.items.values()}
    staged, _ = stage(select(commons, name, History(days), ()), root)
    return {path: json.loads(text) for path, text in staged.items() if path.startswith("api/v1/")}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commons in which every field of every kind and register has a value."""
    files = {METHOD: None, **filled_commons("nl").files}
    return write_commons(tmp_path_factory.mktemp("vol"), files)


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, Any]:
    return texts_of(root)


def assert_as_described(texts: Mapping[str, Any]) -> None:
    """Every file fits the schema that it names, in the description that stands beside it."""
    address = f"{BASE}{OPENAPI}"
    for path, data in texts.items():
        if path != OPENAPI:
            assert data["$schema"].startswith(f"{address}#/components/schemas/"), path
            schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": data["$schema"]}
            described = jsonschema_rs.Registry([(address, texts[OPENAPI])])
            jsonschema_rs.Draft202012Validator(schema, registry=described, validate_formats=True).validate(data)


def test_the_description_is_openapi(texts):
    OpenAPIV31SpecValidator(texts[OPENAPI]).validate()


def test_every_file_is_as_described(texts):
    assert len(texts) > 2 * len(KINDS) + len(REGISTERS)
    assert_as_described(texts)


def test_a_file_that_is_not_as_described_is_found(texts):
    broken = {**texts["api/v1/tips/vol.json"], "rights": {}}
    with pytest.raises(jsonschema_rs.ValidationError):
        assert_as_described({OPENAPI: texts[OPENAPI], "api/v1/tips/vol.json": broken})


def test_every_path_is_described(texts):
    """What a file is addressed by fits exactly one of the paths, and the schemas agree."""
    described = texts[OPENAPI]["paths"]
    for path, data in texts.items():
        folder, _, rest = path.removeprefix("api/v1/").removesuffix(".json").partition("/")
        template = f"/api/v1/{folder}{'/p_{page}' if rest.startswith('p_') else '/{slug}' if rest else ''}.json"
        schema = described[template]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert path == OPENAPI or data["$schema"].endswith(schema["$ref"]), path


@pytest.mark.parametrize("folder", [kind.folder for kind in KINDS])
def test_an_item_has_all_its_front_matter_under_the_same_names(texts, root, folder):
    """Read with another reader of YAML; a date is text in the data, an amount a number."""
    written = yaml.safe_load((root / f"commons/{folder}/vol.md").read_text().split("---\n")[1])
    told = texts[f"api/v1/{folder}/vol.json"]["fields"]
    assert {**plain(told), "audience": 0, "status": 0} == {**plain(written), "audience": 0, "status": 0}


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {plain(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return str(value) if isinstance(value, date | float) else value


def test_links_lead_to_files_that_are_there(texts):
    for path, data in texts.items():
        if path != OPENAPI:
            for name, address in data["links"].items():
                if "/api/v1/" in address:
                    assert address.removeprefix(BASE) in texts, (path, name)
            assert data["links"]["self"] == f"{BASE}{path}"


def test_days_are_those_of_git(texts):
    assert texts["api/v1/tips/vol.json"]["days"] == {"added": "2026-03-01", "changed": "2026-04-02"}


def test_labels_are_in_every_language_and_identifiers_in_none(texts):
    practice = next(kind for kind in texts["api/v1/kinds.json"]["kinds"] if kind["name"] == "practice")
    maturity = next(field for field in practice["fields"] if field["name"] == "maturity")
    proven = next(choice for choice in maturity["choices"] if choice["value"] == "proven")
    assert practice["label"]["nl"] == "Praktijk" and practice["label"]["en"] == "Practice"
    assert proven["label"]["en"] == "Proven" != proven["label"]["nl"]
    assert next(field for field in practice["fields"] if field["name"] == "themes")["names"] == "theme"


def test_the_same_sources_give_the_same_bytes(root, texts):
    assert json.dumps(texts_of(root)) == json.dumps(texts)


def test_a_long_list_is_in_files_of_at_most_a_hundred(tmp_path):
    tips = {f"commons/tips/tip-{number:03}.md": page(title=f"Tip {number}") for number in range(205)}
    texts = texts_of(write_commons(tmp_path, tips))
    assert_as_described(texts)
    found, at = [], "api/v1/tips.json"
    while at:
        found += [entry["id"] for entry in texts[at]["entries"]]
        assert len(texts[at]["entries"]) <= 100 and texts[at]["total"] == 205
        at = texts[at]["links"].get("next", "").removeprefix(BASE)
    assert found == [f"tips/tip-{number:03}" for number in range(205)]
    assert texts["api/v1/tips/p_3.json"]["links"]["prev"] == f"{BASE}api/v1/tips/p_2.json"


PEOPLE = """
an-peeters:
  name: An Peeters
  organisations: [vzw-b]
  skills_offered: [luisteren]
  consent: {on: 2026-01-01, scope: [name]}
zonder-woord:
  name: Zonder Woord
  organisations: [vzw-b]
  about: Wou niet genoemd worden.
weg-gegaan:
  name: Weg Gegaan
  consent: {on: 2026-01-01, scope: [name]}
  withdrawn_on: 2026-02-01
"""


def test_a_person_is_there_only_as_far_as_they_agreed(tmp_path):
    files = {
        "contributors.yaml": CONTRIBUTORS + PEOPLE.lstrip(),
        "commons/tips/kort.md": page().replace("[redactie]", "[an-peeters, zonder-woord, weg-gegaan]"),
    }
    texts = texts_of(write_commons(tmp_path, files))
    assert texts["api/v1/contributors/an-peeters.json"]["fields"] == {"name": "An Peeters", "type": "person"}
    assert texts["api/v1/tips/kort.json"]["fields"]["authors"] == ["an-peeters"]
    assert [entry["id"] for entry in texts["api/v1/contributors.json"]["entries"]] == [
        "contributors/an-peeters",
        "contributors/redactie",
    ]
    for name in ("onder", "egegaan", "Weg Gegaan"):
        assert name not in json.dumps(texts).replace("api/v1/", "")


def test_mail_domains_are_for_the_login_only(tmp_path):
    files = {"commons/organisations.yaml": ORGANISATIONS.replace("non-profit\n", "non-profit\n  domains: [vzwb.be]\n")}
    texts = texts_of(write_commons(tmp_path, files))
    assert texts["api/v1/organisations/vzw-b.json"]["fields"] == {"name": "Vzw B", "type": "non-profit"}
    assert "vzwb.be" not in json.dumps(texts)


def test_what_an_item_refers_to_out_of_sight_is_not_there(tmp_path):
    """Nor an entry that nothing is left of without it; the rest of it stays."""
    parts = "parts:\n  - item: tips/geheim\n    note: Daarna\n  - item: methods/intervisie"
    files = {
        "commons/tips/geheim.md": page("audience: members", title="Zeearend"),
        "commons/collections/pad.md": page(
            f"type: learning-path\nrelated: [tips/geheim]\n{parts}", "Zie [x](tips/geheim).\n"
        ),
        "commons/vocabulary.yaml": VOCABULARY.replace("broader: participatie", "broader: onbekend"),
    }
    data = texts_of(write_commons(tmp_path, files))
    fields = data["api/v1/collections/pad.json"]["fields"]
    assert "related" not in fields and fields["parts"] == [{"item": "methods/intervisie"}]
    assert data["api/v1/collections/pad.json"]["body"] == "Zie x."
    assert "geheim" not in json.dumps(data)
    assert "api/v1/tips/geheim.json" in texts_of(tmp_path, EditionName.MEMBERS)


def test_links_in_a_text_are_whole_addresses(tmp_path):
    body = "[a](methods/intervisie#stappen) ![b](plaat.png) [c](https://elders.example/) [d](themes/participatie)\n"
    files = {"commons/tips/kort.md": page(body=body), "commons/tips/plaat.png": b"\x89PNG\r\n\x1a\n"}
    said = texts_of(write_commons(tmp_path, files))["api/v1/tips/kort.json"]["body"]
    assert said == (
        f"[a]({BASE}methoden/intervisie/#stappen) ![b]({BASE}tips/plaat.png) "
        f"[c](https://elders.example/) [d]({BASE}themas/participatie/)"
    )


def test_an_item_with_the_name_of_a_list_has_a_file_of_its_own(tmp_path):
    texts = texts_of(write_commons(tmp_path, {"commons/tips/index.md": page(title="Een index")}))
    assert texts["api/v1/tips/index.json"]["fields"]["title"] == "Een index"
    assert texts["api/v1/tips.json"]["total"] == 1


def test_without_an_address_of_the_site_links_start_at_its_root(tmp_path):
    settings = {"mkdocs.yml": "site_name: Proef\nplugins:\n  - gemeengoed:\n      language: nl\n"}
    texts = texts_of(write_commons(tmp_path, settings))
    assert texts["api/v1/methods/intervisie.json"]["links"]["page"] == "/methoden/intervisie/"


def test_what_is_reserved_says_so(tmp_path):
    root = write_commons(tmp_path, {"commons/tips/vrij.md": page("licence: CC-BY-4.0")})
    commons = load_commons(root)
    site = Site(select(commons, EditionName.PUBLIC, commons.history, ()))
    files = {file.path: file for _, make in api.api_units(site) for file in make()}
    assert not files["api/v1/tips/vrij.json"].reserved and files["api/v1/methods/intervisie.json"].reserved
    assert files["api/v1/methods.json"].reserved and files["api/v1/tips.json"].reserved is False
