from commons import found_by, page

CODE = "alias-taken"


def of(root, **aliases):
    return found_by(CODE, root, {f"commons/tips/{name}.md": page(f"aliases: [{old}]") for name, old in aliases.items()})


def test_a_former_name_that_an_item_has_now(tmp_path):
    assert of(tmp_path, a="tips/oud, methods/intervisie") == ["commons/tips/a.md:6:21"]


def test_a_former_name_of_two_items(tmp_path):
    assert of(tmp_path, a="tips/oud", b="tips/oud") == ["commons/tips/b.md:6:11"]


def test_the_name_of_the_item_itself(tmp_path):
    assert of(tmp_path, a="tips/a") == ["commons/tips/a.md:6:11"]


def test_a_folder_that_holds_no_items(tmp_path):
    assert of(tmp_path, a="themes/oud") == ["commons/tips/a.md:6:11"]


def test_former_names_of_the_past_have_no_problem(tmp_path):
    assert of(tmp_path, a="tips/oud, methods/oud", b="tips/ouder") == []
