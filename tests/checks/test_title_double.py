from commons import found_by, page, said_by

CODE = "title-double"
ONE, TWO = "commons/tips/een.md", "commons/tips/twee.md"


def test_unchanged(tmp_path):
    files = {ONE: page(title="Kort"), TWO: page(title="Lang"), "commons/practices/een.md": page(title="Kort")}
    assert found_by(CODE, tmp_path, files) == []
    assert found_by(CODE, tmp_path, {TWO: page("status: archived", title="Kort")}) == []


def test_problem(tmp_path):
    assert found_by(CODE, tmp_path, {ONE: page(title="Kort"), TWO: page(title="kort ")}) == [f"{TWO}:2:8"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {ONE: page(title="Kort"), TWO: page(title="Kort")}) == [
        "The page 'tips/een' has the title 'Kort' too.\nSay in the title what is different about this page."
    ]
