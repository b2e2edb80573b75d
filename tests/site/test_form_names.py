"""The names that the forms let one choose from: only those that may be shown, and enough to tell people apart."""

import json

from gemeengoed.build import stage_edition
from gemeengoed.edition import EditionName
from gemeengoed.output import Output

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
