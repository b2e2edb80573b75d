from commons import found_by, page, said_by

CODE, TIP = "media-missing", "commons/tips/kort.md"
PICTURE = {"commons/tips/bord.png": b"\x89PNG\r\n\x1a\n"}


def media(file):
    return page(f"media: [{{file: {file}, alt: Een bord, licence: CC0-1.0}}]")


def test_a_file_beside_the_page_has_no_problem(tmp_path):
    assert found_by(CODE, tmp_path, {TIP: media("bord.png"), **PICTURE}) == []


def test_a_file_that_is_not_there(tmp_path):
    files = {TIP: media("brod.png"), **PICTURE}
    assert found_by(CODE, tmp_path, files) == [f"{TIP}:6:16"]
    assert said_by(CODE, tmp_path, files) == ["The file 'brod.png' is not there.\nDid you mean 'bord.png'?"]


def test_a_file_in_another_folder(tmp_path):
    assert found_by(CODE, tmp_path, {TIP: media("bord.png"), "commons/methods/bord.png": b"\x89PNG"}) == [f"{TIP}:6:16"]


def test_a_dead_link_in_the_text_is_for_another_check(tmp_path):
    files = {TIP: page("", "![Een bord](weg.png)\n")}
    assert found_by(CODE, tmp_path, files) == []
    assert found_by("link-target", tmp_path, files) == [f"{TIP}:7:13"]
