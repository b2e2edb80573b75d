from commons import found_by, page, said_by

CODE, PATH = "collection-part", "commons/collections/a.md"


def of(root, *parts):
    lines = "\n".join(f"  - {part}" for part in parts)
    return found_by(CODE, root, {PATH: page(f"type: learning-path\nparts:\n{lines}")})


def test_parts_that_are_there_and_that_are_missing_have_no_problem(tmp_path):
    assert of(tmp_path, "{item: methods/intervisie, note: Begin hier.}", "{missing: Inkoop}", "{missing: Data}") == []


def test_a_part_that_names_nothing(tmp_path):
    assert of(tmp_path, "{item: methods/intervisie}", "{note: Begin hier.}") == [f"{PATH}:9:5"]


def test_a_part_that_is_there_and_missing(tmp_path):
    assert of(tmp_path, "{item: methods/intervisie, missing: Inkoop}") == [f"{PATH}:8:5"]
    assert "methods/intervisie" in said_by(CODE, tmp_path, {})[0]


def test_a_part_that_comes_twice(tmp_path):
    assert of(tmp_path, "{item: methods/intervisie}", "{item: methods/intervisie}") == [f"{PATH}:9:5"]
