from commons import ORGANISATIONS, VOCABULARY, found_by, page, said_by

CODE = "cycle-part-of"


def network(part_of):
    return page(f"type: locon\npart_of: networks/{part_of}")


def test_networks_in_each_other(tmp_path):
    files = {f"commons/networks/{name}.md": network(other) for name, other in (("a", "b"), ("b", "c"), ("c", "a"))}
    assert found_by(CODE, tmp_path, files) == ["commons/networks/c.md:7:10"]
    assert "networks/a → networks/b → networks/c → networks/a" in said_by(CODE, tmp_path, files)[0]


def test_networks_that_share_a_network_have_no_problem(tmp_path):
    files = {f"commons/networks/{name}.md": network("c") for name in "ab"}
    assert found_by(CODE, tmp_path, {**files, "commons/networks/c.md": page("type: locon")}) == []


def test_an_organisation_in_itself(tmp_path):
    organisations = f"{ORGANISATIONS}  part_of: vzw-b\n"
    assert found_by(CODE, tmp_path, {"commons/organisations.yaml": organisations}) == [
        "commons/organisations.yaml:8:12"
    ]


def test_a_term_that_is_broader_than_itself(tmp_path):
    broader = VOCABULARY.replace("burgerparticipatie]}\n", "burgerparticipatie]}\n    broader: co-creatie\n")
    assert found_by(CODE, tmp_path, {"commons/vocabulary.yaml": broader}) == ["commons/vocabulary.yaml:5:14"]
