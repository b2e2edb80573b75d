from commons import CONTRIBUTORS, found_by

FILE = "contributors.yaml"


def of(root, scope, more=""):
    text = CONTRIBUTORS.replace("[name, organisation]", scope) + more
    return found_by("consent-scope", root, {FILE: text})


def test_what_is_in_scope_has_no_problem(tmp_path):
    assert of(tmp_path, "[name, organisation, skills]", "  skills_offered: [luisteren]\n") == []


def test_an_organisation_out_of_scope(tmp_path):
    assert of(tmp_path, "[name]") == [f"{FILE}:4:18"]


def test_skills_out_of_scope(tmp_path):
    more = "  skills_offered: [luisteren]\n  skills_sought: [luisteren]\n"
    assert of(tmp_path, "[name, organisation]", more) == [f"{FILE}:9:19", f"{FILE}:10:18"]
