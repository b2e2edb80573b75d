from commons import found_by, page

CODE = "cycle-supersedes"


def of(root, **supersedes):
    return found_by(
        CODE, root, {f"commons/tips/{name}.md": page(f"supersedes: [{old}]") for name, old in supersedes.items()}
    )


def test_pages_that_replace_each_other(tmp_path):
    assert of(tmp_path, a="methods/intervisie, tips/b", b="tips/a") == ["commons/tips/b.md:6:14"]


def test_a_page_that_replaces_itself(tmp_path):
    assert of(tmp_path, a="methods/intervisie, tips/a") == ["commons/tips/a.md:6:34"]


def test_a_page_that_replaces_one_that_replaced_another_has_no_problem(tmp_path):
    assert of(tmp_path, a="tips/b", b="methods/intervisie") == []
