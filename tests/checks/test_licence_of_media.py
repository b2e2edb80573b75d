from commons import page, problems_of

TIP = "commons/tips/kort.md"
PICTURE = {"commons/tips/bord.png": b"\x89PNG\r\n\x1a\n"}


def of(root, *text):
    found = problems_of(root, {TIP: page(*text), **PICTURE})
    return [problem for problem in found if problem.endswith("licence-of-media")]


def test_a_medium_with_a_licence_has_no_problem(tmp_path):
    media = "media: [{file: bord.png, alt: Een bord, licence: CC0-1.0}]"
    assert of(tmp_path, media, "![Een bord](bord.png)\n\nEn [een link](kort.md).\n") == []


def test_a_medium_without_a_licence(tmp_path):
    assert of(tmp_path, "media: [{file: bord.png, alt: Een bord}]") == [f"{TIP}:6:9 licence-of-media"]


def test_a_picture_in_the_text_that_is_not_among_the_media(tmp_path):
    assert of(tmp_path, "", "Kijk:\n\n![Een bord](bord.png)\n") == [f"{TIP}:9:13 licence-of-media"]


def test_a_picture_elsewhere_or_in_code_is_no_medium_of_the_commons(tmp_path):
    assert of(tmp_path, "", "`![Een bord](bord.png)` ![x](https://a.example/bord.png)\n") == []
