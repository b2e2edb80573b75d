"""The names that the forms let one choose from: only those that may be shown, and enough to tell people apart."""

import json

import pytest
from gemeengoed.edition import EditionName
from gemeengoed.output import Output
from gemeengoed.settings import SettingsError
from gemeengoed.staging import stage_edition

from commons import load_commons, write_commons

REGISTER = """
open:
  name: Open Proef
  organisations: [gent]
  consent: {on: 2026-01-01, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}
zonder-werk:
  name: Zonder Werk
  organisations: [gent]
  consent: {on: 2026-01-01, scope: [name], licences: [CC-BY-NC-SA-4.0]}
naamloos:
  name: Niet Noemen
  consent: {on: 2026-01-01, scope: [organisation], licences: [CC-BY-NC-SA-4.0]}
weg:
  name: Is Weg
  withdrawn_on: 2026-02-01
  consent: {on: 2026-01-01, scope: [name], licences: [CC-BY-NC-SA-4.0]}
"""


def test_only_people_who_agreed_to_it_can_be_chosen_and_where_they_work_only_if_they_said_so(tmp_path):
    root = write_commons(tmp_path / "commons")
    register = root / "contributors.yaml"
    register.write_text(register.read_text("utf-8") + REGISTER, "utf-8")
    organisations = root / "commons" / "organisations.yaml"
    before = organisations.read_text("utf-8") if organisations.exists() else ""
    organisations.write_text(f"{before}\ngent:\n  name: Gent\n  type: municipality\n", "utf-8")
    tree = Output(tmp_path / "tree")
    stage_edition(root, load_commons(root), EditionName.PUBLIC, (), tree)
    names = json.loads((tree.path / "bijdragen" / "names.json").read_text("utf-8"))
    chosen = {name: [label, note] for name, label, note in names["contributor"]}
    assert chosen["open"] == ["Open Proef", "Gent"]
    assert chosen["zonder-werk"] == ["Zonder Werk", ""]
    assert not {"naamloos", "weg"} & {*chosen}
    assert ["gent", "Gent"] in names["organisation"]


def test_a_mail_is_offered_only_where_the_settings_name_an_address(tmp_path):
    root = write_commons(tmp_path / "commons")
    settings = root / "mkdocs.yml"
    without, tree = settings.read_text("utf-8"), Output(tmp_path / "without")
    stage_edition(root, load_commons(root), EditionName.PUBLIC, (), tree)
    assert "gg-form-mail" not in (tree.path / "bijdragen/tip/index.md").read_text("utf-8")
    assert "mailto:" not in (tree.path / "bijdragen/tip/index.md").read_text("utf-8")
    named = without.replace("      language: nl\n", "      language: nl\n      editors_email: redactie@proef.example\n")
    settings.write_text(named, "utf-8")
    tree = Output(tmp_path / "with")
    stage_edition(root, load_commons(root), EditionName.PUBLIC, (), tree)
    assert "gg-form-mail" in (tree.path / "bijdragen/tip/index.md").read_text("utf-8")
    text = (tree.path / "bijdragen/tip/index.md").read_text("utf-8")
    assert "redactie [at] proef.example" in text and "redactie@" not in text


def test_an_address_of_the_editors_is_only_that(tmp_path):
    root = write_commons(tmp_path)
    settings = root / "mkdocs.yml"
    wrong = settings.read_text("utf-8").replace("language: nl\n", "language: nl\n      editors_email: a@b.be?bcc=x\n")
    settings.write_text(wrong, "utf-8")
    with pytest.raises(SettingsError, match="editors_email"):
        load_commons(root)
