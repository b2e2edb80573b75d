from commons import found_by, page, said_by

CODE, TIP_PLACE = "maturity-proven", "commons/practices/a.md"


def of(root, *experiences):
    files = {TIP_PLACE: page("organisations: [gemeente-a]\nmaturity: proven")}
    organisations = "c: {name: C, type: company}\n"
    for number, (organisation, result) in enumerate(experiences):
        text = page(f"about: practices/a\norganisation: {organisation}\non: 2026\nresult: {result}")
        files[f"commons/experiences/x{number}.md"] = text
    found_by(CODE, root, {})
    register = root / "commons/organisations.yaml"
    register.write_text(register.read_text() + organisations)
    return found_by(CODE, root, files)


def test_proven_by_two_others_has_no_problem(tmp_path):
    assert of(tmp_path, ("vzw-b", "worked"), ("c", "worked")) == []


def test_proven_by_nobody(tmp_path):
    assert of(tmp_path) == [f"{TIP_PLACE}:7:11"]
    assert "2" in said_by(CODE, tmp_path, {})[0]


def test_its_own_organisation_does_not_count(tmp_path):
    assert of(tmp_path, ("vzw-b", "worked"), ("gemeente-a", "worked")) == [f"{TIP_PLACE}:7:11"]


def test_the_same_organisation_counts_once(tmp_path):
    assert of(tmp_path, ("vzw-b", "worked"), ("vzw-b", "worked")) == [f"{TIP_PLACE}:7:11"]


def test_only_what_worked_counts(tmp_path):
    assert of(tmp_path, ("vzw-b", "worked"), ("c", "partly")) == [f"{TIP_PLACE}:7:11"]
