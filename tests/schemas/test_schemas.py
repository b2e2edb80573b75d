"""The JSON Schemas in the repository are those of the declaration, and agree with the loader about real content."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from gemeengoed.kinds import KINDS
from gemeengoed.kinds.declare import is_required
from gemeengoed.schemas import schemas

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "tooling" / "schemas"


class PlainLoader(yaml.SafeLoader):
    """Reads scalars as editors with YAML 1.2 do: ``on`` is a word, a date is a text."""


PlainLoader.yaml_implicit_resolvers = {}


@cache
def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json.loads(schemas()[f"{name}.schema.json"]))


def problems(name: str, data: Any) -> list[str]:
    return [f"{list(error.instance_path)}: {error.message}" for error in validator(name).iter_errors(data)]


def test_files_in_the_repository_are_those_of_the_declaration() -> None:
    written = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.json")}
    assert written == schemas(), "run: python tooling/write_schemas.py"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_schema_is_a_valid_schema(name: str) -> None:
    jsonschema_rs.meta.validate(json.loads(schemas()[name]))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_items_of_the_commons_fit_their_schema(kind: Any) -> None:
    files = sorted((REPOSITORY / "commons" / kind.folder).glob("*.md"))
    assert files
    for file in files:
        front_matter = file.read_text("utf-8").split("---\n")[1]
        assert problems(kind.name, numbers(yaml.load(front_matter, PlainLoader))) == [], file


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("contributors", "contributors.yaml"),
        ("organisations", "commons/organisations.yaml"),
        ("vocabulary", "commons/vocabulary.yaml"),
    ],
)
def test_the_registers_fit_their_schema(name: str, path: str) -> None:
    assert problems(name, yaml.load((REPOSITORY / path).read_text("utf-8"), PlainLoader)) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_asks_for_what_the_declaration_asks_for(kind: Any) -> None:
    required = json.loads(schemas()[f"{kind.name}.schema.json"])["required"]
    assert required == [name for name in kind.fields.model_fields if is_required(kind.fields, name)]


def test_an_unknown_field_and_a_wrong_value_do_not_fit() -> None:
    good = {"title": "Een", "summary": "Kort.", "authors": ["redactie"], "themes": ["participatie"]}
    assert problems("method", good) == []
    assert problems("method", {**good, "sumary": "x"})
    assert problems("method", {**good, "maturity": "bewezen"})
    assert problems("method", {name: value for name, value in good.items() if name != "title"})


def test_descriptions_are_in_dutch() -> None:
    title = json.loads(schemas()["method.schema.json"])["properties"]["title"]
    assert title["title"] == "Titel"


def numbers(value: Any) -> Any:
    """Whole numbers as numbers, as YAML 1.2 has them."""
    if isinstance(value, dict):
        return {name: numbers(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [numbers(entry) for entry in value]
    return int(value) if isinstance(value, str) and value.isdigit() else value
