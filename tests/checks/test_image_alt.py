import pytest

from commons import found_by, page, said_by

CODE = "image-alt"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "![Vier tafels](zaal.jpg)\n",
        '<img src="a.png" alt="">\n',
        "<img src=\"a.png\" alt='Een zaal'>\n",
        "`![](a.png)`\n",
        "[![Zaal](a.png)](https://a.be)\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Zie ![](zaal.jpg)\n", ["7:5"]),
        ("![zaal](zaal.jpg)\n", ["7:1"]),
        ("![IMG_2041.jpg](foto.jpg)\n", ["7:1"]),
        ("![DSC 0012](foto.jpg)\n", ["7:1"]),
        ('Tekst <img src="a.png">\n', ["7:7"]),
        ('<img alt="a.png" src="a.png">\n', ["7:1"]),
        ("[![](a.png)](https://a.be)\n", ["7:2"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="![](zaal.jpg)\n\n![zaal.jpg](zaal.jpg)\n")}) == [
        "The picture 'zaal.jpg' has no text for those who cannot see it.\n"
        "Write between the square brackets what can be seen: ![Vier tafels in een ruit](zaal.jpg).",
        "The picture has its file name for a text: 'zaal.jpg'.\n"
        "Write between the square brackets what can be seen: ![Vier tafels in een ruit](zaal.jpg).",
    ]
