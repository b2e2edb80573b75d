from commons import found_by, page

CODE = "cycle-derived"


def source(name, relation="derived-from"):
    return f"sources: [{{title: X, relation: {relation}, url: https://proef.example/tips/{name}/}}]"


def test_pages_derived_from_each_other(tmp_path):
    files = {"commons/tips/a.md": page(source("b")), "commons/tips/b.md": page(source("a"))}
    assert found_by(CODE, tmp_path, files) == ["commons/tips/a.md:6:51"]


def test_a_page_derived_from_what_replaces_it(tmp_path):
    files = {"commons/tips/a.md": page(source("b")), "commons/tips/b.md": page("supersedes: [tips/a]")}
    assert found_by(CODE, tmp_path, files) == ["commons/tips/a.md:6:51"]


def test_one_that_only_cites_has_no_problem(tmp_path):
    files = {"commons/tips/a.md": page(source("b")), "commons/tips/b.md": page(source("a", "cites"))}
    assert found_by(CODE, tmp_path, files) == []


def test_a_circle_of_replacements_is_for_another_check(tmp_path):
    files = {
        "commons/tips/a.md": page("supersedes: [tips/b]"),
        "commons/tips/b.md": page("supersedes: [tips/a]"),
        "commons/tips/c.md": page(source("a")),
    }
    assert found_by(CODE, tmp_path, files) == []
