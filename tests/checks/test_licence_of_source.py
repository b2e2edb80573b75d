from commons import page, problems_of

TIP = "commons/tips/kort.md"


def of(root, source):
    found = problems_of(root, {TIP: page(f"sources:\n  - {source}")})
    return [problem for problem in found if problem.endswith("licence-of-source")]


def test_a_source_with_a_licence_has_no_problem(tmp_path):
    for relation in ("derived-from", "includes", "cites"):
        assert of(tmp_path, f"{{title: Werk, relation: {relation}, licence: CC0-1.0}}") == []


def test_a_source_that_is_cited_need_not_state_one(tmp_path):
    for relation in ("cites", "inspired-by"):
        assert of(tmp_path, f"{{title: Werk, relation: {relation}}}") == []


def test_a_source_that_is_derived_from_or_included_must(tmp_path):
    for relation in ("derived-from", "includes"):
        assert of(tmp_path, f"{{title: Werk, relation: {relation}}}") == [f"{TIP}:7:5 licence-of-source"]
